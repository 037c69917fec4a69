import { recordEvent } from '../../../audit/record-event.ts'
import { findPiece, findSubmissionContent } from '../../../cpd/store.ts'
import { makeContent, writeContent } from '../../../cpd/submission-content.ts'
import type { Day } from '../../../platform/day.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import type { RulePack } from '../../../schemes/rule-pack.ts'
import type { ChosenVersion } from '../shared-piece.ts'
import { saveShare, takeBackShare } from '../shared-pieces-store.ts'

interface ShareInput {
  readonly personId: string
  readonly sessionId: string
  readonly chosen: ChosenVersion
  readonly untilDay: Day
  /** Of which a draft answers the questions. */
  readonly pack: RulePack
  readonly now: Date
}

/** Copies one version of a piece of one's own, for one session, until a day. */
export async function sharePiece(
  db: Db,
  { personId, sessionId, chosen, untilDay, pack, now }: ShareInput,
): Promise<Result<null, 'not-found'>> {
  const { pieceId } = chosen
  const content = await findVersion(db, personId, chosen, pack, now)
  if (content === null) return refuse('not-found')
  await saveShare(db, { personId, pieceId, sessionId, content, untilDay, sharedAt: now })
  await recordEvent(db, { personId, at: now, event: 'piece-shared', pieceId, aboutId: sessionId })
  return ok(null)
}

async function findVersion(
  db: Db,
  personId: string,
  { pieceId, version }: ChosenVersion,
  pack: RulePack,
  now: Date,
): Promise<string | null> {
  const found = await findPiece(db, personId, pieceId)
  if (found === null) return null
  if (version !== 'draft') return findSubmissionContent(db, personId, pieceId, version)
  const { draftAnswers } = found
  if (draftAnswers === null) return null
  return writeContent(makeContent(pack, draftAnswers, { pieceId, number: 0, submittedAt: now })).text
}

export async function takePieceBack(
  db: Db,
  {
    personId,
    pieceId,
    sessionId,
    now,
  }: Pick<ShareInput, 'personId' | 'sessionId' | 'now'> & { readonly pieceId: string },
): Promise<void> {
  if (await takeBackShare(db, { personId, pieceId, sessionId }, now))
    await recordEvent(db, { personId, at: now, event: 'piece-taken-back', pieceId, aboutId: sessionId })
}
