import { formatDay } from '../../platform/day.ts'
import { notFoundPage } from '../../platform/web/error-pages.ts'
import { redirect } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route } from '../../platform/web/route.ts'
import type { OpenedSession, SessionVisit } from '../open-session.ts'
import { courtNotice } from '../screens/court-notice.ts'
import { overtakenScreen } from '../screens/overtaken.ts'
import type { SupervisionSettings } from '../settings.ts'
import { findSharedRevision } from '../shared-drafts/find-shared-revision.ts'
import { sharedRevisionScreen, sharedRevisionsScreen } from '../shared-drafts/screens/shared-revisions.ts'
import { deletePersonalNote } from './actions/delete-personal-note.ts'
import { restorePersonalNote } from './actions/restore-personal-note.ts'
import { openForNotes } from './open-for-notes.ts'
import { deleteNotesPath, noteVersionPath, noteVersionsPath, notesPath } from './paths.ts'
import { noNote, noteQuestion } from './personal-note.ts'
import { findNote, listNoteRevisions } from './personal-notes-store.ts'
import { deleteNotesScreen } from './screens/delete-notes-screen.ts'

/** What somebody's own notes said before: asked for by the visitor's own id, as the notes are. */
export function noteVersionRoutes(settings: SupervisionSettings): Route[] {
  const { timeZone } = settings
  const revisionsOf = ({ db, actor, params }: SessionVisit) =>
    listNoteRevisions(db, actor.personId, params.sessionId)
  const noteOf = async ({ db, actor, params }: SessionVisit) =>
    (await findNote(db, actor.personId, params.sessionId)) ?? noNote
  const titleOf = ({ day }: OpenedSession) => `Your notes on the session on ${formatDay(day)}`
  const number = (visit: SessionVisit, version: string) => ({ ...visit.params, number: version })

  return [
    get(noteVersionsPath, signedIn, async visit => {
      const opened = await openForNotes(settings, visit)
      if (opened === null) return notFoundPage()
      return sharedRevisionsScreen({
        what: 'your notes',
        title: titleOf(opened),
        back: { href: notesPath.url(visit.params), text: 'Back to your notes' },
        timeZone,
        revisions: await revisionsOf(visit),
        urlOf: version => noteVersionPath.url(number(visit, String(version))),
        notice: courtNotice(opened.policyToday, opened.relationship),
      })
    }),

    get(noteVersionPath, signedIn, async visit => {
      const opened = await openForNotes(settings, visit)
      const found = opened && findSharedRevision(await revisionsOf(visit), visit.params.number)
      if (opened === null || found === null) return notFoundPage()
      const note = await noteOf(visit)
      return sharedRevisionScreen(visit, {
        what: 'your notes',
        title: titleOf(opened),
        back: { href: noteVersionsPath.url(visit.params), text: 'Back to the earlier versions' },
        timeZone,
        questions: [noteQuestion],
        ...found,
        current: { version: note.version, texts: { [noteQuestion.id]: note.text } },
        restoreUrl: noteVersionPath.url(visit.params),
        notice: courtNotice(opened.policyToday, opened.relationship),
      })
    }),

    post(noteVersionPath, signedIn, { once: ['version'] }, async visit => {
      const { db, form, params, actor, now } = visit
      const opened = await openForNotes(settings, visit, false)
      const found = opened && findSharedRevision(await revisionsOf(visit), params.number)
      if (found === null) return notFoundPage()
      const restored = await restorePersonalNote(db, {
        personId: actor.personId,
        sessionId: params.sessionId,
        text: found.texts[noteQuestion.id] ?? '',
        version: Number(form.text('version')) || 0,
        now,
      })
      return restored.ok
        ? redirect(notesPath.url(params, { done: 'restored' }))
        : overtakenScreen({
            title: 'Nothing was changed',
            explanation:
              'Your notes were changed meanwhile. Look at them as they are now, then restore again.',
            back: { href: noteVersionPath.url(params), text: 'Back to the earlier version' },
            form,
          })
    }),

    get(deleteNotesPath, signedIn, async visit => {
      const opened = await openForNotes(settings, visit)
      if (opened === null) return notFoundPage()
      const { backupDays } = settings
      return deleteNotesScreen(visit, { opened, note: await noteOf(visit), backupDays })
    }),

    post(deleteNotesPath, signedIn, { once: ['version'] }, async visit => {
      const { db, form, params, actor, now } = visit
      if ((await openForNotes(settings, visit, false)) === null) return notFoundPage()
      const deleted = await deletePersonalNote(db, {
        personId: actor.personId,
        sessionId: params.sessionId,
        version: Number(form.text('version')) || 0,
        now,
      })
      return deleted.ok
        ? redirect(notesPath.url(params, { done: 'deleted' }))
        : overtakenScreen({
            title: 'Nothing was deleted',
            explanation: 'Your notes were changed meanwhile. Look at them as they are now, then delete them.',
            back: { href: notesPath.url(params), text: 'Back to your notes' },
            form,
          })
    }),
  ]
}
