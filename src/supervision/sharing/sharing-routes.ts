import { dateFieldNames, emptyDate, readDateFields } from '../../platform/ui/date-fields.ts'
import { isId } from '../../platform/id.ts'
import { findRecord } from '../../cpd/record-store.ts'
import { todaysForm } from '../../cpd/todays-form.ts'
import { notFoundPage } from '../../platform/web/error-pages.ts'
import { redirect, type Reply } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route } from '../../platform/web/route.ts'
import { openSession, type OpenedSession, type SessionVisit } from '../open-session.ts'
import { sharedPiecePath, sharePath, takeBackPath } from './paths.ts'
import type { Standing } from '../relationship.ts'
import { overtakenScreen } from '../screens/overtaken.ts'
import { backToSession } from '../screens/session-caption.ts'
import type { SupervisionSettings } from '../settings.ts'
import { sharePiece, takePieceBack } from './actions/share-piece.ts'
import { sharedPieceScreen } from './screens/shared-piece-screen.ts'
import { shareErrors, shareScreen } from './screens/share-screen.ts'
import { readUntil, readVersion, versionsOf, writeVersion } from './shared-piece.ts'
import { listSharedPieces, listSharedPiecesOf } from './shared-pieces-store.ts'

const compartment = 'shared-piece'
const supervised: readonly Standing[] = ['supervisee', 'former-supervisee']
const dones = ['shared', 'taken-back'] as const

/** What a supervisee takes of their CPD to a session, for the supervisor to read. */
export function sharingRoutes(settings: SupervisionSettings): Route[] {
  const { timeZone, packs } = settings
  const openMine = (visit: SessionVisit) =>
    openSession(settings, visit, { compartment, use: 'read', as: supervised })

  type Shown = Partial<Parameters<typeof shareScreen>[1]>
  const show = async (visit: SessionVisit, opened: OpenedSession, shown: Shown): Promise<Reply> => {
    const { db, actor, params, query } = visit
    const pieces = (await findRecord(db, actor.personId))?.pieces ?? []
    // Whoever comes from the page of a piece has said which.
    const piece = pieces.find(({ pieceId }) => pieceId === query.get('piece'))
    const [newest] = piece === undefined ? [] : versionsOf(piece)
    return shareScreen(visit, {
      opened,
      pieces,
      shared: await listSharedPiecesOf(db, params.sessionId, opened.today, actor.personId),
      timeZone,
      typed: { version: newest ? writeVersion(newest) : '', until: emptyDate },
      done: null,
      ...shown,
    })
  }

  return [
    get(sharePath, signedIn, async visit => {
      const opened = await openMine(visit)
      if (opened === null) return notFoundPage()
      return show(visit, opened, { done: dones.find(one => one === visit.query.get('done')) ?? null })
    }),

    post(sharePath, signedIn, { once: ['version', ...dateFieldNames('until')] }, async visit => {
      const opened = await openSession(settings, visit, { compartment, use: 'write', as: ['supervisee'] })
      const { db, form, actor, params, now } = visit
      if (opened === null) return notFoundPage(form)
      if (opened.session.state === 'cancelled')
        return overtakenScreen({
          title: 'Nothing was shared',
          explanation: 'The session was cancelled. Share the piece for the next one.',
          back: backToSession(params),
          form,
        })
      const typed = { version: form.text('version'), until: readDateFields(form, 'until') }
      const chosen = readVersion(typed.version)
      const until = readUntil(typed.until, opened.today)
      if (chosen === null || !until.ok) {
        const errors = shareErrors(chosen === null, until.ok ? null : until.refusal)
        return show(visit, opened, { typed, errors })
      }
      const shared = await sharePiece(db, {
        personId: actor.personId,
        sessionId: params.sessionId,
        chosen,
        untilDay: until.value,
        pack: todaysForm(packs, now).pack,
        now,
      })
      return shared.ok
        ? redirect(sharePath.url(params, { done: 'shared' }))
        : show(visit, opened, { typed, errors: shareErrors(true, null) })
    }),

    // For as long as it is theirs, and whatever has become of the session or the relationship.
    post(takeBackPath, signedIn, { once: [] }, async visit => {
      const opened = await openMine(visit)
      const { params, actor, now } = visit
      if (opened === null || !isId(params.pieceId)) return notFoundPage()
      await takePieceBack(visit.db, { personId: actor.personId, ...params, now })
      return redirect(sharePath.url(params, { done: 'taken-back' }))
    }),

    get(sharedPiecePath, signedIn, async visit => {
      const { db, params, actor } = visit
      const isMine = params.personId === actor.personId
      const opened = await openSession(settings, visit, {
        compartment,
        use: 'read',
        // Nothing of another supervisee's is opened, not even to find that it is not theirs.
        as: isMine ? supervised : ['supervisor'],
      })
      if (opened === null) return notFoundPage()
      const shared = isMine
        ? await listSharedPiecesOf(db, params.sessionId, opened.today, actor.personId)
        : await listSharedPieces(db, params.sessionId, opened.today)
      const found = shared.find(
        ({ personId, pieceId }) => personId === params.personId && pieceId === params.pieceId,
      )
      return found === undefined
        ? notFoundPage()
        : sharedPieceScreen(visit, { opened, shared: found, timeZone })
    }),
  ]
}
