import { button } from '../../../platform/ui/govuk/button.ts'
import { checkboxes } from '../../../platform/ui/govuk/checkboxes.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { notificationBanner } from '../../../platform/ui/govuk/notification-banner.ts'
import { warningText } from '../../../platform/ui/govuk/warning-text.ts'
import { formPage, noErrors } from '../../../platform/ui/field-errors.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html, nothing, type Html } from '../../../platform/ui/html.ts'
import { counted } from '../../../platform/ui/words.ts'
import type { Page } from '../../../platform/web/reply.ts'
import { isSupervising } from '../../relationship.ts'
import type { OpenedSession, SessionVisit } from '../../open-session.ts'
import type { CaseDocument } from '../case-decisions-document.ts'
import { caseDecisionsFilePath, caseDecisionsPath, takeOutPath } from '../paths.ts'
import { supervisionPath } from '../../paths.ts'
import { setAsidePath } from '../../../set-aside/paths.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import { sessionCaption } from '../../screens/session-caption.ts'

/** A form that was sent, and is shown again. */
export interface TakeOutAgain {
  /** One of the decisions that it is about. */
  readonly of: string
  readonly sha256: string
  readonly isUnticked: boolean
}

interface TakeOutView {
  readonly opened: OpenedSession
  /** One for each case. */
  readonly documents: readonly CaseDocument[]
  readonly again: TakeOutAgain | null
  readonly backupDays: number | null
  /** Whether something that whoever looks sent about them waits unseen: until it is sent or thrown away nothing is emptied. */
  readonly isSetAside: boolean
  readonly isDone: boolean
}

export function takeOutScreen(visit: SessionVisit, view: TakeOutView): Page {
  const { opened, documents, again, backupDays, isSetAside, isDone } = view
  const wrong = again?.isUnticked === true ? againAt(view) : null
  const shown = formPage({
    title: 'Take out for the case system',
    errors: wrong === null ? noErrors : new Map([[idOf(wrong), unticked]]),
    back: isSupervising(opened.standing)
      ? { href: caseDecisionsPath.url(visit.params), text: 'Back to the case decisions' }
      : { href: supervisionPath.url({}), text: 'Back to your supervision' },
    main: html`${isDone && notificationBanner({ title: 'Done', content: 'The decisions about that case are taken out. Others wait below.' })}
      ${sessionCaption(opened.day)}
      <h1 class="govuk-heading-l">Take out for the case system</h1>
      ${
        isSetAside &&
        insetText({
          content: html`Something you sent about these case decisions is set aside, because you were signed out.
            <a class="govuk-link" href="${setAsidePath.url({}, { next: takeOutPath.url(visit.params) })}">Look at it
            first</a>, and send it or throw it away. Until then nothing can be emptied here: it may not be in what you
            file.`,
        })
      }
      ${documents.length > 1 && html`<p class="govuk-body">There are decisions about ${documents.length} cases, with a document for each. File each with its own case, and empty it here by itself.</p>`}
      <ol class="govuk-list govuk-list--number">
        <li>Download the document: plain text, to attach to the case or to paste into a case note.</li>
        <li>File it in the case system, and look there whether it is all in its place. Then delete the download from this device.</li>
        <li>Empty it here. Case reference, decision, reasons, who does what and by when are deleted. What stays is how many decisions there were, and when they were taken out. Confer keeps no earlier version of a case decision and nothing of it on any device. ${backupsInWords(backupDays)}</li>
      </ol>
      ${warningText({ content: 'Once emptied, the decisions cannot be brought back from Confer.' })}
      ${documents.map((_, at) => documentPart(visit, view, at))}
      ${courtNotice(opened.policyToday, opened.relationship)}`,
  })
  return isSetAside && visit.form.fields.size > 0 ? { ...shown, status: 409 } : shown
}

const unticked = 'Confirm that you have filed the document'

function documentPart(visit: SessionVisit, view: TakeOutView, at: number): Html {
  const { documents, again } = view
  const document = documents[at]
  if (document === undefined) return nothing
  const { reference, decisions, sha256 } = document
  const of = decisions[0]?.decisionId ?? ''
  const isAgain = again !== null && againAt(view) === at
  const which = documents.length > 1 && html`<span class="govuk-visually-hidden"> of case ${reference}</span>`
  return html`<h2 class="govuk-heading-m confer-as-typed">Case ${reference}</h2>
    <p class="govuk-body">
      <a class="govuk-link" href="${caseDecisionsFilePath.url(visit.params, { of })}">Download the case decisions${which}</a>,
      ${counted(decisions.length, 'decision', 'decisions')}
    </p>
    ${postForm(
      visit,
      takeOutPath.url(visit.params),
      // A form that comes again still speaks of the document that its page had: of what is here by now, nothing may be filed.
      html`${hidden('of', of)} ${hidden('sha256', isAgain ? again.sha256 : sha256)}
      ${checkboxes({
        name: 'filed',
        idPrefix: idOf(at),
        legend: { content: 'Is it filed?', classes: 'govuk-fieldset__legend--s' },
        error: isAgain && again.isUnticked ? unticked : undefined,
        items: [{ value: 'yes', content: 'I have filed this document in the case system' }],
      })}
      ${button({
        content: html`Empty it here${which}`,
        classes: 'govuk-button--warning',
        preventDoubleClick: true,
      })}`,
    )}`
}

function idOf(at: number): string {
  return at === 0 ? 'filed' : `filed-${at + 1}`
}

/** Which of the documents a form was about that is shown again. */
function againAt({ documents, again }: TakeOutView): number {
  const at = documents.findIndex(({ decisions }) =>
    decisions.some(({ decisionId }) => decisionId === again?.of),
  )
  return Math.max(at, 0)
}

function backupsInWords(days: number | null): string {
  const lose = 'Backups made before you empty it lose it when they expire'
  return days === null
    ? `${lose}: ask whoever runs this Confer when that is.`
    : `${lose}, after ${counted(days, 'day', 'days')}.`
}
