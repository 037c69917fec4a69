import { recordEvent } from '../../audit/record-event.ts'
import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { latestSubmission, stateOf } from '../piece.ts'
import { keepRevision } from './keep-revision.ts'
import { lockPiece, saveDraft, withdrawPiece, type PieceInFull } from '../store.ts'
import { markDeleted, unmarkDeleted } from '../deleted-drafts-store.ts'

/** The three ways to take something back: a draft, changes not resubmitted, and what was submitted. */

interface TakeBackInput {
  readonly personId: string
  readonly pieceId: string
  /** The version that the page with the question showed. */
  readonly shownVersion: number
  readonly now: Date
}

export type TakeBackRefusal = 'not-found' | 'changed-elsewhere' | 'not-in-that-state'

/** Deletes a piece that was never submitted; for a while it can be brought back. */
export async function deleteDraft(db: Db, input: TakeBackInput): Promise<Result<null, TakeBackRefusal>> {
  const found = await lockForTakingBack(db, input, 'draft')
  if (!found.ok) return found
  await markDeleted(db, input.personId, input.pieceId, input.now)
  await recordEvent(db, {
    personId: input.personId,
    at: input.now,
    event: 'draft-deleted',
    pieceId: input.pieceId,
  })
  return ok(null)
}

/** Drops changes that were not resubmitted: the piece is as it was submitted last. */
export async function discardChanges(db: Db, input: TakeBackInput): Promise<Result<null, TakeBackRefusal>> {
  const found = await lockForTakingBack(db, input, 'submitted-with-changes', 'withdrawn')
  if (!found.ok) return found
  await keepDraft(db, found.value, input)
  const { personId, pieceId, now } = input
  await saveDraft(db, {
    personId,
    pieceId,
    version: found.value.piece.version + 1,
    saves: found.value.recentSaves,
    answers: null,
    title: null,
    date: null,
    at: now,
  })
  await recordEvent(db, { personId, at: now, event: 'changes-discarded', pieceId })
  return ok(null)
}

/** Takes a submitted piece out of the verdict; every submission of it stays readable. */
export async function withdraw(db: Db, input: TakeBackInput): Promise<Result<null, TakeBackRefusal>> {
  const found = await lockForTakingBack(db, input, 'submitted', 'submitted-with-changes')
  if (!found.ok) return found
  await keepDraft(db, found.value, input)
  const { personId, pieceId, now } = input
  const number = latestSubmission(found.value.piece)?.number ?? 0
  await withdrawPiece(db, personId, pieceId, number, now)
  await recordEvent(db, { personId, at: now, event: 'piece-withdrawn', pieceId, detail: number })
  return ok(null)
}

/** What is thrown away can be restored from the piece's earlier versions. */
async function keepDraft(
  db: Db,
  { piece, draftAnswers }: PieceInFull,
  { personId, pieceId, now }: TakeBackInput,
): Promise<void> {
  if (draftAnswers !== null)
    await keepRevision(db, {
      personId,
      pieceId,
      answers: draftAnswers,
      savedAt: piece.changedAt,
      wasReplaced: true,
      now,
    })
}

/** Brings a deleted draft back as it was. */
export async function restoreDeletedDraft(
  db: Db,
  { personId, pieceId, now }: Pick<TakeBackInput, 'personId' | 'pieceId' | 'now'>,
): Promise<Result<null, 'not-found'>> {
  const isRestored = await unmarkDeleted(db, personId, pieceId)
  if (!isRestored) return refuse('not-found')
  await recordEvent(db, { personId, at: now, event: 'draft-restored', pieceId })
  return ok(null)
}

async function lockForTakingBack(
  db: Db,
  { personId, pieceId, shownVersion }: TakeBackInput,
  ...states: readonly ReturnType<typeof stateOf>[]
): Promise<Result<PieceInFull, TakeBackRefusal>> {
  const found = await lockPiece(db, personId, pieceId)
  if (found === null) return refuse('not-found')
  if (found.piece.version !== shownVersion) return refuse('changed-elsewhere')
  return states.includes(stateOf(found.piece)) ? ok(found) : refuse('not-in-that-state')
}
