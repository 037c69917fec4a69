import { button } from '../../../platform/ui/govuk/button.ts'
import { details } from '../../../platform/ui/govuk/details.ts'
import { noErrors, formPage, type FieldErrors } from '../../../platform/ui/field-errors.ts'
import { defaultButton, hidden, postForm } from '../../../platform/ui/form.ts'
import { html } from '../../../platform/ui/html.ts'
import type { Page } from '../../../platform/web/reply.ts'
import type { OpenedSession, SessionVisit } from '../../open-session.ts'
import { caseDecisionPath, caseDecisionsPath } from '../paths.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import { sessionCaption } from '../../screens/session-caption.ts'
import type { TypedDecision } from '../case-decision.ts'
import { notKeptOnDevice } from './case-decisions-screen.ts'
import { decisionFields } from './decision-fields.ts'

interface ChangeDecisionView {
  readonly opened: OpenedSession
  readonly decisionId: string
  /** The mark of the decision that the form shows. */
  readonly seen: string
  readonly typed: TypedDecision
  readonly errors?: FieldErrors
}

export function changeDecisionScreen(
  visit: SessionVisit,
  { opened, decisionId, seen, typed, errors = noErrors }: ChangeDecisionView,
): Page {
  return formPage({
    title: 'Change a case decision',
    errors,
    back: { href: caseDecisionsPath.url(visit.params), text: 'Back to the case decisions' },
    main: html`${sessionCaption(opened.day)}
      <h1 class="govuk-heading-l">Change a case decision</h1>
      ${notKeptOnDevice}
      ${postForm(
        visit,
        caseDecisionPath.url({ ...visit.params, decisionId }),
        html`${defaultButton({ name: 'press', value: 'change' })} ${hidden('seen', seen)}
          ${decisionFields(typed, errors)}
          ${button({ content: 'Change this decision', name: 'press', value: 'change', preventDoubleClick: true })}
          ${details({
            summary: 'Remove this decision',
            content: html`<p class="govuk-body">
                For one that was written down by mistake. It is gone, and not filed anywhere.
              </p>
              ${button({
                content: 'Remove this decision',
                name: 'press',
                value: 'remove',
                classes: 'govuk-button--warning',
              })}`,
          })}`,
        html` autocomplete="off"`,
      )}
      ${courtNotice(opened.policyToday, opened.relationship)}`,
  })
}
