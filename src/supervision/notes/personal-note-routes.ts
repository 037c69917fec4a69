import { notFoundPage } from '../../platform/web/error-pages.ts'
import { json, redirect } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route } from '../../platform/web/route.ts'
import { isId } from '../../platform/id.ts'
import { notesPath } from './paths.ts'
import type { SupervisionSettings } from '../settings.ts'
import { savePersonalNote } from './actions/save-personal-note.ts'
import { openForNotes } from './open-for-notes.ts'
import { markOfNote, noNote, noteQuestion } from './personal-note.ts'
import { findNote, listNoteRevisions } from './personal-notes-store.ts'
import { personalNotesScreen } from './screens/personal-notes-screen.ts'

const dones = ['saved', 'joined', 'restored', 'deleted'] as const

/** A supervisee's own notes on a session: to be written, and to be read by their writer alone. */
export function personalNoteRoutes(settings: SupervisionSettings): Route[] {
  return [
    get(notesPath, signedIn, async visit => {
      const opened = await openForNotes(settings, visit)
      if (opened === null) return notFoundPage()
      const { db, actor, params } = visit
      const note = (await findNote(db, actor.personId, params.sessionId)) ?? noNote
      // They end with what stood before the box was emptied.
      const revisions = note.text === '' ? await listNoteRevisions(db, actor.personId, params.sessionId) : []
      return personalNotesScreen(visit, {
        opened,
        note,
        emptied: revisions.at(-1) ?? null,
        timeZone: settings.timeZone,
        done: dones.find(one => one === visit.query.get('done')) ?? null,
      })
    }),

    post(
      notesPath,
      signedIn,
      { once: ['version', 'seen', 'saveId', 'press', 'fromDevice', 'title', noteQuestion.id] },
      async visit => {
        const { db, form, params, actor, now } = visit
        // What saves itself every few seconds shows nothing that is shared.
        if ((await openForNotes(settings, visit, false)) === null) return notFoundPage(form)
        const saveId = form.text('saveId')
        const text = form.text(noteQuestion.id)
        const saved = await savePersonalNote(db, {
          personId: actor.personId,
          sessionId: params.sessionId,
          text,
          seen: form.text('seen'),
          saveId: isId(saveId) ? saveId : null,
          now,
        })
        if (!visit.inBackground)
          return redirect(notesPath.url(params, { done: saved.isJoined ? 'joined' : 'saved' }))
        const isOther = saved.text !== text
        return json({
          outcome: 'saved',
          removed: form.removedCharacters,
          version: saved.version,
          formUrl: notesPath.url(params),
          seen: markOfNote(saved.text),
          merged: isOther
            ? [{ id: noteQuestion.id, label: noteQuestion.label, fields: [[noteQuestion.id, saved.text]] }]
            : [],
        })
      },
    ),
  ]
}
