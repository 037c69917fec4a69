import { notFoundPage } from '../platform/web/error-pages.ts'
import { redirect } from '../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../platform/web/route.ts'
import { currentAnswers, saveDraftOfPiece } from './actions/save-draft.ts'
import { restoreDeletedDraft } from './actions/take-back.ts'
import type { Answers } from './answers.ts'
import { findMyPiece } from './find-mine.ts'
import { deletedDraftsPath, piecePath, restoreDraftPath, revisionPath, revisionsPath } from './paths.ts'
import { isId } from '../platform/id.ts'
import { unpackAll } from './revisions/pack.ts'
import { listRevisions, type PackedRevision } from './revisions/revisions-store.ts'
import { changedElsewhereScreen } from './screens/changed-elsewhere.ts'
import { deletedDraftsScreen } from './screens/deleted-drafts.ts'
import { revisionScreen, revisionsScreen } from './screens/revisions.ts'
import type { CpdSettings } from './settings.ts'
import { listDeletedDrafts } from './deleted-drafts-store.ts'
import { todaysForm } from './todays-form.ts'

/** What a piece said before, and drafts that were deleted: to look at, and to bring back. */
export function revisionRoutes({ packs }: CpdSettings): Route[] {
  return [
    get(revisionsPath, signedIn, async visit => {
      const { pieceId } = visit.params
      const found = await findMyPiece(visit, pieceId)
      if (found === null) return notFoundPage()
      const revisions = await listRevisions(visit.db, visit.actor.personId, pieceId)
      return revisionsScreen({ pack: todaysForm(packs, visit.now).pack, piece: found.piece, revisions })
    }),

    get(revisionPath, signedIn, async visit => {
      const found = await findMyPiece(visit, visit.params.pieceId)
      const wanted = found && (await findRevision(visit))
      if (!found || wanted === null) return notFoundPage()
      const { pack } = todaysForm(packs, visit.now)
      return revisionScreen(visit, { pack, piece: found.piece, ...wanted, current: currentAnswers(found) })
    }),

    post(revisionPath, signedIn, { once: ['version'] }, async visit => {
      const { pieceId } = visit.params
      const wanted = isId(pieceId) ? await findRevision(visit) : null
      if (wanted === null) return notFoundPage()
      const saved = await saveDraftOfPiece(visit.db, {
        personId: visit.actor.personId,
        pieceId,
        pack: todaysForm(packs, visit.now).pack,
        shown: { version: Number(visit.form.text('version')) || 0, marks: null },
        answer: () => wanted.answers,
        isReplacement: true,
        now: visit.now,
      })
      if (saved.ok) return redirect(piecePath.url({ pieceId }, { done: 'restored' }))
      return saved.refusal.kind === 'not-found' ? notFoundPage() : changedElsewhereScreen(pieceId)
    }),

    get(deletedDraftsPath, signedIn, async visit => {
      const drafts = await listDeletedDrafts(visit.db, visit.actor.personId)
      return deletedDraftsScreen(visit, drafts, todaysForm(packs, visit.now).pack.registrationYear.timeZone)
    }),

    post(restoreDraftPath, signedIn, { once: [] }, async visit => {
      const { pieceId } = visit.params
      if (!isId(pieceId)) return notFoundPage()
      const { db, now, actor } = visit
      const restored = await restoreDeletedDraft(db, { personId: actor.personId, pieceId, now })
      return restored.ok ? redirect(piecePath.url({ pieceId }, { done: 'draft-restored' })) : notFoundPage()
    }),
  ]
}

interface FoundRevision {
  readonly revision: PackedRevision
  readonly answers: Answers
}

async function findRevision(
  visit: SignedInVisit<{ readonly pieceId: string; readonly number: string }>,
): Promise<FoundRevision | null> {
  const { pieceId, number } = visit.params
  const chain = await listRevisions(visit.db, visit.actor.personId, pieceId)
  const at = chain.findIndex(revision => String(revision.number) === number)
  const revision = chain[at]
  const answers = unpackAll(chain.slice(0, at + 1).map(({ packed }) => packed)).at(-1)
  return revision && answers ? { revision, answers } : null
}
