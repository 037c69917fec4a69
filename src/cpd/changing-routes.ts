import { html, type Html } from '../platform/ui/html.ts'
import type { Result } from '../platform/result.ts'
import { notFoundPage } from '../platform/web/error-pages.ts'
import type { Path } from '../platform/web/path.ts'
import { redirect, type Reply } from '../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../platform/web/route.ts'
import { deleteDraft, discardChanges, withdraw, type TakeBackRefusal } from './actions/take-back.ts'
import { daysToRestore } from './deleted-drafts.ts'
import { findMyPiece, getMyRecord } from './find-mine.ts'
import { deletePath, discardPath, overviewPath, piecePath, withdrawPath } from './paths.ts'
import { stateOf, type Piece, type PieceState } from './piece.ts'
import { isId } from '../platform/id.ts'
import { changedElsewhereScreen } from './screens/changed-elsewhere.ts'
import { confirmChangeScreen } from './screens/confirm-change.ts'
import { beforeWithdrawing } from './screens/submission-warnings.ts'
import type { CpdSettings } from './settings.ts'

/** One way of taking something back: the question that is asked first, and what the press does. */
interface TakingBack {
  readonly path: Path<`/cpd/pieces/:pieceId/${string}`>
  readonly states: readonly PieceState[]
  readonly question: string
  readonly press: string
  readonly keep: string
  readonly consequences: (visit: SignedInVisit, piece: Piece) => Promise<Html> | Html
  readonly action: typeof withdraw
  readonly afterwards: (pieceId: string) => string
}

export function changingRoutes({ packs }: CpdSettings): Route[] {
  const ways: readonly TakingBack[] = [
    {
      path: deletePath,
      states: ['draft'],
      question: 'Delete this draft?',
      press: 'Delete draft',
      keep: 'Keep it',
      consequences: () =>
        html`<p class="govuk-body">You can bring it back for ${daysToRestore} days. After that it is gone for good.</p>`,
      action: deleteDraft,
      afterwards: () => overviewPath.url({}, { done: 'draft-deleted' }),
    },
    {
      path: discardPath,
      states: ['submitted-with-changes', 'withdrawn'],
      question: 'Throw your changes away?',
      press: 'Throw changes away',
      keep: 'Keep them',
      consequences: () =>
        html`<p class="govuk-body">
          What you wrote since you last submitted is taken off the piece, and kept among its earlier versions. What you submitted stays as it is and
          keeps counting.
        </p>`,
      action: discardChanges,
      afterwards: pieceId => piecePath.url({ pieceId }, { done: 'changes-thrown-away' }),
    },
    {
      path: withdrawPath,
      states: ['submitted', 'submitted-with-changes'],
      question: 'Withdraw this piece?',
      press: 'Withdraw',
      keep: 'Keep it submitted',
      consequences: async (visit, piece) => {
        const record = await getMyRecord(visit)
        return html`<p class="govuk-body">
            A withdrawn piece does not count. Everything you submitted stays in its history, and you can edit
            it and submit it again. Changes that you have not resubmitted are kept among its earlier versions.
          </p>
          ${beforeWithdrawing({ packs, record, pieceId: piece.pieceId, now: visit.now })}`
      },
      action: withdraw,
      afterwards: pieceId => piecePath.url({ pieceId }, { done: 'withdrawn' }),
    },
  ]
  return ways.flatMap(way => [
    get(way.path, signedIn, visit => ask(way, visit, pieceIdOf(visit))),
    post(way.path, signedIn, { once: ['version'] }, visit => act(way, visit, pieceIdOf(visit))),
  ])
}

async function ask(way: TakingBack, visit: SignedInVisit, pieceId: string): Promise<Reply> {
  const found = await findMyPiece(visit, pieceId)
  if (found === null) return notFoundPage()
  if (!way.states.includes(stateOf(found.piece))) return redirect(piecePath.url({ pieceId }))
  return confirmChangeScreen(visit, {
    piece: found.piece,
    action: way.path.url({ pieceId }),
    question: way.question,
    consequences: await way.consequences(visit, found.piece),
    press: way.press,
    keep: way.keep,
  })
}

async function act(way: TakingBack, visit: SignedInVisit, pieceId: string): Promise<Reply> {
  if (!isId(pieceId)) return notFoundPage()
  const taken: Result<null, TakeBackRefusal> = await way.action(visit.db, {
    personId: visit.actor.personId,
    pieceId,
    shownVersion: Number(visit.form.text('version')) || 0,
    now: visit.now,
  })
  if (taken.ok) return redirect(way.afterwards(pieceId))
  switch (taken.refusal) {
    case 'not-found':
      return notFoundPage()
    case 'not-in-that-state':
      return redirect(piecePath.url({ pieceId }))
    case 'changed-elsewhere':
      return changedElsewhereScreen(pieceId)
  }
}

function pieceIdOf(visit: SignedInVisit): string {
  return (visit.params as { readonly pieceId: string }).pieceId
}
