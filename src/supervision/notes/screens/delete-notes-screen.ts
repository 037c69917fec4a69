import { formatDay } from '../../../platform/day.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { html } from '../../../platform/ui/html.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import type { OpenedSession, SessionVisit } from '../../open-session.ts'
import { sessionCaption } from '../../screens/session-caption.ts'
import { deleteNotesPath, notesPath } from '../paths.ts'
import type { PersonalNote } from '../personal-note.ts'

interface DeleteNotesView {
  readonly opened: OpenedSession
  readonly note: PersonalNote
  /** After how many days backups are thrown away; null where nobody has said. */
  readonly backupDays: number | null
}

const question = 'Delete these notes and their earlier versions?'

/** Asks once: what is deleted here is gone. */
export function deleteNotesScreen(visit: SessionVisit, { opened, note, backupDays }: DeleteNotesView): Page {
  const notesUrl = notesPath.url(visit.params)
  return page({
    title: question,
    back: { href: notesUrl, text: 'Back to your notes' },
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${sessionCaption(opened.day)}
        <h1 class="govuk-heading-l">${question}</h1>
        <p class="govuk-body">
          Your notes on the session on ${formatDay(opened.day)} go, with everything that they said before. This
          cannot be undone. ${backupDays === null ? 'Backups keep them until they expire.' : `Backups keep them for up to ${backupDays} more days.`}
        </p>
        ${postForm(
          visit,
          deleteNotesPath.url(visit.params),
          html`${hidden('version', note.version)}
            <div class="govuk-button-group">
              ${button({ content: 'Delete them', classes: 'govuk-button--warning', preventDoubleClick: true })}
              <a class="govuk-link" href="${notesUrl}">Keep them</a>
            </div>`,
        )}
      </div>
    </div>`,
  })
}
