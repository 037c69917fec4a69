import { notFoundPage } from '../../platform/web/error-pages.ts'
import { json, redirect } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route } from '../../platform/web/route.ts'
import { isId } from '../../platform/id.ts'
import { openSession, type SessionVisit } from '../open-session.ts'
import { notesPath } from './paths.ts'
import type { SupervisionSettings } from '../settings.ts'
import { savePersonalNote } from './actions/save-personal-note.ts'
import { markOfNote, noteQuestion } from './personal-note.ts'
import { findNote } from './personal-notes-store.ts'
import { personalNotesScreen } from './screens/personal-notes-screen.ts'

const dones = ['saved', 'joined'] as const

/**
 * Compartment (c). That a session is one of theirs is asked of the relationship; the notes themselves are asked for by the
 * visitor's own id, so that there is nobody else's to be shown.
 */
export function personalNoteRoutes(settings: SupervisionSettings): Route[] {
  const open = (visit: SessionVisit, isTraced = true) =>
    openSession(settings, visit, {
      compartment: 'sessions',
      use: 'read',
      as: ['supervisee', 'former-supervisee'],
      isTraced,
    })

  return [
    get(notesPath, signedIn, async visit => {
      const opened = await open(visit)
      if (opened === null) return notFoundPage()
      const note = await findNote(visit.db, visit.actor.personId, visit.params.sessionId)
      return personalNotesScreen(visit, {
        opened,
        note: note ?? { version: 0, text: '' },
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
        if ((await open(visit, false)) === null) return notFoundPage(form)
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
