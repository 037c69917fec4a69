import { formatDay, type DateParts } from '../../../platform/day.ts'
import { formPage } from '../../../platform/ui/field-errors.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { dateInput } from '../../../platform/ui/govuk/date-input.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html } from '../../../platform/ui/html.ts'
import type { Page } from '../../../platform/web/reply.ts'
import type { SignedInVisit } from '../../../platform/web/route.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Relationship } from '../../relationship.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import type { EndProblem } from '../ending.ts'
import { endRelationshipPath, relationshipPath } from '../paths.ts'

interface EndRelationshipView {
  readonly relationship: Relationship
  readonly policy: Policy
  readonly viewerId: string
  readonly typed: DateParts
  readonly problem: EndProblem | null
  readonly wasChanged: boolean
}

export function endRelationshipScreen(visit: SignedInVisit, view: EndRelationshipView): Page {
  const { relationship, policy, viewerId, typed, problem, wasChanged } = view
  const { relationshipId, during, kind, supervisorId } = relationship
  const isOwnPart = kind === 'group' && viewerId !== supervisorId
  const title = isOwnPart ? 'End your part in this group' : 'End this supervision'
  const message = problem === null ? undefined : problemInWords(problem)
  const wrong = problem?.code === 'not-a-date' ? (problem.parts[0] ?? 'day') : 'day'
  const shown = formPage({
    title,
    errors: new Map(message === undefined ? [] : [[`last-${wrong}`, message]]),
    back: { href: relationshipPath.url({ relationshipId }), text: 'Back to this supervision' },
    main: html`<h1 class="govuk-heading-l">${title}</h1>
      ${wasChanged && insetText({ content: `Meanwhile somebody else has ended it${during.to === null ? '' : `, with ${formatDay(during.to)}`}. Nothing was done: look at it, then press again if yours still holds.` })}
      <p class="govuk-body">
        Nothing is deleted. ${isOwnPart ? 'The others go on.' : 'Sessions that are planned for later are cancelled, and everybody is told.'}
        Whoever was supervised can go on reading what was theirs; whoever supervised cannot.
      </p>
      ${postForm(
        visit,
        endRelationshipPath.url({ relationshipId }),
        html`${hidden('shownEnd', during.to ?? '')}
          ${dateInput({
            id: 'last',
            namePrefix: 'last',
            legend: { content: 'What is the last day?', classes: 'govuk-fieldset__legend--s' },
            error: message,
            values: typed,
          })}
          <div class="govuk-button-group">
            ${button({ content: title, classes: 'govuk-button--warning', preventDoubleClick: true })}
            <a class="govuk-link" href="${relationshipPath.url({ relationshipId })}">Go on with it</a>
          </div>`,
      )}
      ${courtNotice(policy, relationship)}`,
  })
  return wasChanged ? { ...shown, status: 409 } : shown
}

function problemInWords(problem: EndProblem): string {
  switch (problem.code) {
    case 'not-a-date':
      return 'Enter the day as a day, a month and a year, in numbers'
    case 'in-the-past':
      return 'The last day is today or later'
    case 'after-its-end':
      return `It ends with ${formatDay(problem.end)} already: choose that day or an earlier one`
  }
}
