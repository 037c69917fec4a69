import { formatDay, type DateParts, type Day } from '../../../platform/day.ts'
import { formPage } from '../../../platform/ui/field-errors.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { dateInput } from '../../../platform/ui/govuk/date-input.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { textarea } from '../../../platform/ui/govuk/textarea.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html, nothing, type Html } from '../../../platform/ui/html.ts'
import { dateProblemInWords, formatNumber } from '../../../platform/ui/words.ts'
import type { Page } from '../../../platform/web/reply.ts'
import type { SignedInVisit } from '../../../platform/web/route.ts'
import type { Policy } from '../../policy/policy.ts'
import { inOrderOfNames, knownAs } from '../../known-as.ts'
import { endOfPart, superviseesOn, type Relationship } from '../../relationship.ts'
import { unfinishedPart } from '../../screens/unfinished.ts'
import type { Unanswered, Unfinished } from '../../unfinished-store.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import { longestEndReason, type EndProblem } from '../ending.ts'
import { endRelationshipPath, relationshipPath } from '../paths.ts'

interface EndRelationshipView {
  readonly relationship: Relationship
  readonly policy: Policy
  readonly viewerId: string
  /** Whose part in a group it is; null for the whole. */
  readonly partOf: string | null
  readonly names: Readonly<Record<string, string>>
  readonly today: Day
  readonly typed: DateParts
  readonly problem: EndProblem | null
  readonly wasChanged: boolean
  readonly timeZone: string
  readonly reason: string
  readonly reasonProblem: 'missing' | 'too-long' | null
  readonly unfinished: readonly Unfinished[]
  readonly unanswered: readonly Unanswered[]
}

export function endRelationshipScreen(visit: SignedInVisit, view: EndRelationshipView): Page {
  const { relationship, policy, viewerId, partOf, names, today, typed, problem, wasChanged } = view
  const { relationshipId, supervisorId } = relationship
  const title =
    partOf === null
      ? 'End this supervision'
      : `End ${partOf === viewerId ? 'your part' : `the part of ${knownAs(names, partOf)}`} in this group`
  const end = endOfPart(relationship, partOf ?? supervisorId, today)
  const message = problem === null ? undefined : problemInWords(problem)
  const wrong = problem?.code === 'not-a-date' ? (problem.parts[0] ?? 'day') : 'day'
  const reasonMessage = view.reasonProblem === null ? undefined : reasonInWords(view.reasonProblem)
  const shown = formPage({
    title,
    errors: new Map([
      ...(message === undefined ? [] : ([[`last-${wrong}`, message]] as const)),
      ...(reasonMessage === undefined ? [] : ([['reason', reasonMessage]] as const)),
    ]),
    back: { href: relationshipPath.url({ relationshipId }), text: 'Back to this supervision' },
    main: html`<h1 class="govuk-heading-l">${title}</h1>
      ${wasChanged && insetText({ content: `Meanwhile somebody else has ended it${end === null ? '' : `, with ${formatDay(end)}`}. Nothing was done: look at it, then press again if yours still holds.` })}
      <p class="govuk-body">
        Nothing is deleted. ${partOf !== null ? 'The others go on.' : 'Sessions that are planned for later are cancelled, and everybody is told.'}
        Whoever was supervised can go on reading what was theirs; whoever supervised cannot, but for what they have yet to finish.
        ${partOf === null ? 'Everybody in it' : 'Whoever supervises, and whose part it is,'} gets an e-mail that a supervision ends, which says neither which one nor why.
      </p>
      ${partOf === null && unfinishedPart({ ...view, items: view.unfinished, daysToSign: policy.daysToSign })}
      ${postForm(
        visit,
        endRelationshipPath.url({ relationshipId }),
        html`${hidden('shownEnd', end ?? '')} ${partOf !== null && partOf !== viewerId && hidden('of', partOf)}
          ${dateInput({
            id: 'last',
            namePrefix: 'last',
            legend: { content: 'What is the last day?', classes: 'govuk-fieldset__legend--s' },
            error: message,
            values: typed,
          })}
          ${textarea({
            name: 'reason',
            label: { content: 'Why?', classes: 'govuk-label--s' },
            hint: `${partOf === null ? 'Everybody in this supervision sees it' : 'Whoever supervises, and whose part it is, see it'}. Do not say why somebody is ill, and name nobody you work with.`,
            error: reasonMessage,
            value: view.reason,
            rows: 3,
          })}
          <div class="govuk-button-group">
            ${button({ content: title, classes: 'govuk-button--warning', preventDoubleClick: true })}
            <a class="govuk-link" href="${relationshipPath.url({ relationshipId })}">Go on with it</a>
          </div>`,
      )}
      ${partOf === null && partsToEnd(view)}
      ${courtNotice(policy, relationship)}`,
  })
  return wasChanged ? { ...shown, status: 409 } : shown
}

/** Of a group its supervisor can end one person's part. */
function partsToEnd({ relationship, viewerId, names, today }: EndRelationshipView): Html {
  const { relationshipId, kind, supervisorId } = relationship
  const supervisees = superviseesOn(relationship, today)
  if (kind !== 'group' || viewerId !== supervisorId || supervisees.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">Or end one person’s part in it</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${inOrderOfNames(names, supervisees).map(
        personId =>
          html`<li><a class="govuk-link" href="${endRelationshipPath.url({ relationshipId }, { of: personId })}">End the part of ${knownAs(names, personId)}</a></li>`,
      )}
    </ul>`
}

function problemInWords(problem: EndProblem): string {
  switch (problem.code) {
    case 'not-a-date':
      return dateProblemInWords('the last day', problem.problem)
    case 'in-the-past':
      return 'The last day is today or later'
    case 'after-its-end':
      return `It ends with ${formatDay(problem.end)} already: choose that day or an earlier one`
  }
}

function reasonInWords(problem: 'missing' | 'too-long'): string {
  return problem === 'missing'
    ? 'Say why it ends'
    : `Why it ends must be ${formatNumber(longestEndReason)} characters or less`
}
