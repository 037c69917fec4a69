import { button } from '../../../platform/ui/govuk/button.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { notificationBanner } from '../../../platform/ui/govuk/notification-banner.ts'
import { textarea } from '../../../platform/ui/govuk/textarea.ts'
import { hidden, postForm } from '../../../platform/ui/form.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import { formatDay, formatMoment } from '../../../platform/day.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import type { OpenedSession, SessionVisit } from '../../open-session.ts'
import { deleteNotesPath, noteVersionPath, noteVersionsPath, notesPath } from '../paths.ts'
import { toCpdPath } from '../../to-cpd/paths.ts'
import { untilWhen } from '../../screens/court-notice.ts'
import { backToSession, sessionCaption } from '../../screens/session-caption.ts'
import { markOfNote, noteQuestion, type PersonalNote } from '../personal-note.ts'

const doneInWords = {
  saved: 'Your notes are saved.',
  joined:
    'Your notes were changed in another window too. Both texts are here, one after the other: sort them as you like.',
  restored: 'Your notes are as they were then.',
  deleted: 'Your notes and their earlier versions are deleted.',
} as const

interface PersonalNotesView {
  readonly opened: OpenedSession
  readonly note: PersonalNote
  /** Of notes that are empty: the last that they said, and until when. */
  readonly emptied: { readonly number: number; readonly savedAt: Date } | null
  readonly timeZone: string
  readonly done: keyof typeof doneInWords | null
}

export function personalNotesScreen(visit: SessionVisit, view: PersonalNotesView): Page {
  const { opened, note, done } = view
  const { day, policyToday, relationship } = opened
  return page({
    title: noteQuestion.label,
    back: backToSession(visit.params),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${done !== null && notificationBanner({ title: done === 'deleted' ? 'Deleted' : 'Saved', content: doneInWords[done] })}
        ${sessionCaption(day)}
        <h1 class="govuk-heading-l">${noteQuestion.label}</h1>
        <p class="govuk-body">
          No page of Confer shows them to anybody else. Your supervisor, their manager and auditors see that
          you have notes of your own, and no more.
        </p>
        ${emptiedPart(visit, view)}
        ${postForm(
          visit,
          notesPath.url(visit.params),
          html`${hidden('version', note.version)}${hidden('seen', markOfNote(note.text))}${hidden('saveId', '')}${hidden('title', `Your notes on the session on ${formatDay(day)}`)}
          ${textarea({
            name: noteQuestion.id,
            label: { content: noteQuestion.question, classes: 'govuk-label--m' },
            hint: noteQuestion.hint,
            value: note.text,
            rows: 14,
            spellcheck: true,
          })}
          ${button({ content: 'Save my notes', name: 'press', value: 'save', preventDoubleClick: true })}
          <p class="govuk-body confer-saved" data-state="draft" data-saved="Your notes are saved. Only you can open them."></p>`,
          html` data-saves-itself`,
        )}
        <p class="govuk-body">
          <a class="govuk-link" href="${toCpdPath.url(visit.params)}">Make a CPD draft from this session</a>
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href="${noteVersionsPath.url(visit.params)}">Earlier versions of your notes</a>
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href="${deleteNotesPath.url(visit.params)}">Delete these notes and their earlier versions</a>
        </p>
        ${insetText({
          content: `Supervision records can be ordered by a court. Whether that includes your own notes is for the court, so write them with that in mind. What they said before stays among their earlier versions, for you alone, also when you empty the box. They go when you delete them, or else with all of this supervision, which is kept until ${untilWhen(policyToday, relationship)}`,
        })}
      </div>
    </div>`,
  })
}

/** A slip of the hand empties a box, and the page saves by itself. */
function emptiedPart(visit: SessionVisit, { note, emptied, timeZone }: PersonalNotesView): Html | null {
  if (emptied === null) return null
  return html`<p class="govuk-body">
      Your notes are empty now. What they said last, on ${formatMoment(timeZone, emptied.savedAt)}, is kept for you.
    </p>
    ${postForm(
      visit,
      noteVersionPath.url({ ...visit.params, number: String(emptied.number) }),
      html`${hidden('version', note.version)}
        ${button({ content: 'Bring back what they said', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    )}`
}
