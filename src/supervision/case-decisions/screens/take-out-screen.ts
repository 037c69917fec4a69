import { button } from '../../../platform/ui/govuk/button.ts'
import { checkboxes } from '../../../platform/ui/govuk/checkboxes.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { warningText } from '../../../platform/ui/govuk/warning-text.ts'
import { formPage, type FieldErrors } from '../../../platform/ui/field-errors.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html } from '../../../platform/ui/html.ts'
import { counted } from '../../../platform/ui/words.ts'
import type { Page } from '../../../platform/web/reply.ts'
import { isSupervising } from '../../relationship.ts'
import type { OpenedSession, SessionVisit } from '../../open-session.ts'
import { caseDecisionsFilePath, caseDecisionsPath, takeOutPath } from '../paths.ts'
import { supervisionPath } from '../../paths.ts'
import { setAsidePath } from '../../../set-aside/paths.ts'
import { courtNotice } from '../../screens/court-notice.ts'
import { sessionCaption } from '../../screens/session-caption.ts'

interface TakeOutView {
  readonly opened: OpenedSession
  readonly count: number
  /** Of the document that the page hands out. */
  readonly sha256: string
  readonly backupDays: number | null
  readonly errors: FieldErrors
  /** Whether something that whoever looks sent about them waits unseen: until it is sent or thrown away nothing is emptied. */
  readonly isSetAside: boolean
}

export function takeOutScreen(
  visit: SessionVisit,
  { opened, count, sha256, backupDays, errors, isSetAside }: TakeOutView,
): Page {
  const shown = formPage({
    title: 'Take out for the case system',
    errors,
    back: isSupervising(opened.standing)
      ? { href: caseDecisionsPath.url(visit.params), text: 'Back to the case decisions' }
      : { href: supervisionPath.url({}), text: 'Back to your supervision' },
    main: html`${sessionCaption(opened.day)}
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
      <h2 class="govuk-heading-m">1. Download the document</h2>
      <p class="govuk-body">
        It has ${counted(count, 'decision', 'decisions')} in plain text, to attach to the case or to paste into a
        case note.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="${caseDecisionsFilePath.url(visit.params)}">Download the case decisions</a>
      </p>
      <h2 class="govuk-heading-m">2. File it in the case system</h2>
      <p class="govuk-body">
        Look there whether it is all in its place. Then delete the download from this device.
      </p>
      <h2 class="govuk-heading-m">3. Empty it here</h2>
      ${warningText({ content: 'Once emptied, the decisions cannot be brought back from Confer.' })}
      <p class="govuk-body">
        Case reference, decision, reasons, who does what and by when are deleted. What stays is how many
        decisions there were, and when they were taken out. Confer keeps no earlier version of a case decision
        and nothing of it on any device. ${backupsInWords(backupDays)}
      </p>
      ${postForm(
        visit,
        takeOutPath.url(visit.params),
        html`${hidden('sha256', sha256)}
        ${checkboxes({
          name: 'filed',
          legend: { content: 'Is it filed?', classes: 'govuk-fieldset__legend--s' },
          error: errors.get('filed'),
          items: [{ value: 'yes', content: 'I have filed this document in the case system' }],
        })}
        ${button({
          content: 'Empty it here',
          classes: 'govuk-button--warning',
          preventDoubleClick: true,
        })}`,
      )}
      ${courtNotice(opened.policyToday, opened.relationship)}`,
  })
  return isSetAside && visit.form.fields.size > 0 ? { ...shown, status: 409 } : shown
}

function backupsInWords(days: number | null): string {
  const lose = 'Backups made before you empty it lose it when they expire'
  return days === null
    ? `${lose}: ask whoever runs this Confer when that is.`
    : `${lose}, after ${counted(days, 'day', 'days')}.`
}
