import { randomUUID } from 'node:crypto'
import { editUrlAt } from '../../cpd/paths.ts'
import { isId } from '../../platform/id.ts'
import { todaysForm } from '../../cpd/todays-form.ts'
import { notFoundPage } from '../../platform/web/error-pages.ts'
import { redirect } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route } from '../../platform/web/route.ts'
import {
  answersFrom,
  missingFields,
  readChosen,
  whichIsItQuestions,
} from '../../which-is-it/which-is-it-questions.ts'
import { findNote } from '../notes/personal-notes-store.ts'
import { openSession, type OpenedSession, type SessionVisit } from '../open-session.ts'
import { toCpdPath } from './paths.ts'
import { findSignedRecord } from '../record/record-store.ts'
import type { SupervisionSettings } from '../settings.ts'
import { makeCpdDraft } from './actions/make-cpd-draft.ts'
import { alreadyAPieceScreen, noDraftScreen, toCpdScreen } from './screens/to-cpd-screen.ts'
import { questionToOpen, whatMayBeCarried, type Carried } from './what-is-carried.ts'

/** From a session to a piece of CPD: for the supervisee alone, with only what they choose. */
export function toCpdRoutes(settings: SupervisionSettings): Route[] {
  const { packs } = settings
  /** The words of the record are shown to be chosen from: that is a reading of it. */
  const open = (visit: SessionVisit) =>
    openSession(settings, visit, {
      compartment: 'joint-record',
      use: 'read',
      as: ['supervisee', 'former-supervisee'],
    })

  return [
    get(toCpdPath, signedIn, async visit => {
      const opened = await open(visit)
      if (opened === null) return notFoundPage()
      const why = whyNot(visit, opened)
      if (why !== null) return noDraftScreen(visit, opened, why)
      return toCpdScreen(visit, {
        opened,
        ...(await findCarried(visit)),
        chosen: readChosen(() => ''),
        carry: [],
        pieceId: randomUUID(),
      })
    }),

    post(
      toCpdPath,
      signedIn,
      { once: ['pieceId', 'learning', 'talked', 'recorded'], many: ['carry'] },
      async visit => {
        const opened = await open(visit)
        const { db, form, actor, now } = visit
        const pieceId = form.text('pieceId')
        if (opened === null || !isId(pieceId)) return notFoundPage(form)
        const why = whyNot(visit, opened)
        if (why !== null) return noDraftScreen(visit, opened, why)
        const chosen = readChosen(field => form.text(field))
        const answers = answersFrom(chosen)
        const carry = form.all('carry')
        const { mayBeCarried, isSigned } = await findCarried(visit)
        if (answers === null) {
          const errors = new Map(
            missingFields(chosen).map(field => [field, whichIsItQuestions[field].missing]),
          )
          return toCpdScreen(visit, { opened, mayBeCarried, isSigned, chosen, carry, pieceId, errors })
        }
        const carried = mayBeCarried.filter(({ id }) => carry.includes(id))
        if (answers.recorded !== 'no') return alreadyAPieceScreen(visit, { opened, carried })
        const { pack } = todaysForm(packs, now)
        const made = await makeCpdDraft(db, {
          personId: actor.personId,
          pieceId,
          pack,
          answers,
          day: opened.day,
          carried,
          now,
        })
        return made.ok ? redirect(editUrlAt(pieceId, questionToOpen(pack, answers)?.id)) : notFoundPage(form)
      },
    ),
  ]
}

function whyNot(visit: SessionVisit, { session }: OpenedSession): 'not-held' | 'not-there' | null {
  if (session.state !== 'held') return 'not-held'
  return session.attended.includes(visit.actor.personId) ? null : 'not-there'
}

async function findCarried({
  db,
  actor: { personId },
  params: { sessionId },
}: SessionVisit): Promise<{ readonly mayBeCarried: readonly Carried[]; readonly isSigned: boolean }> {
  const signed = await findSignedRecord(db, sessionId)
  const note = await findNote(db, personId, sessionId)
  return {
    mayBeCarried: whatMayBeCarried({ personId, note: note?.text ?? '', signed }),
    isSigned: signed !== null,
  }
}
