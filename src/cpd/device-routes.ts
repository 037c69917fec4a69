import { json } from '../platform/web/reply.ts'
import { get, signedIn, type Route } from '../platform/web/route.ts'
import { listDrafts } from './drafts-store.ts'
import { marksOf, writeMarks } from './merge-answers.ts'
import { draftsPath, editPath } from './paths.ts'
import { stateOf, titleOf } from './piece.ts'
import { fieldsOf } from './screens/answers-form.ts'
import type { CpdSettings } from './settings.ts'
import { todaysForm } from './todays-form.ts'

/** What a device keeps, so that drafts can be read and written without a network. */
export function deviceRoutes({ packs }: CpdSettings): Route[] {
  return [
    get(draftsPath, signedIn, async visit => {
      const { questions } = todaysForm(packs, visit.now).pack
      const drafts = await listDrafts(visit.db, visit.actor.personId)
      return json({
        person: visit.actor.personId,
        drafts: drafts.map(({ piece, answers }) => ({
          pieceId: piece.pieceId,
          title: titleOf(piece),
          state: stateOf(piece),
          changedAt: piece.changedAt.getTime(),
          version: String(piece.version),
          seen: writeMarks(marksOf(questions, answers)),
          formUrl: editPath.url({ pieceId: piece.pieceId }),
          fields: questions.flatMap(question => fieldsOf(question, answers)),
        })),
      })
    }),
  ]
}
