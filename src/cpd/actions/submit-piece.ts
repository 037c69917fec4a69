import { randomInt } from 'node:crypto'
import { recordEvent } from '../../audit/record-event.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { Queue } from '../../platform/jobs/queue.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import type { RulePack } from '../../schemes/rule-pack.ts'
import { submit, type SubmitRefusal } from '../piece.ts'
import { lockPiece, saveSubmission } from '../store.ts'
import { makeContent, writeContent } from '../submission-content.ts'
import { receiptJob } from './mail-receipt.ts'

interface SubmitPieceInput {
  readonly personId: string
  readonly pieceId: string
  /** The version that was on the screen when "submit" was pressed. */
  readonly shownVersion: number
  readonly pack: RulePack
  readonly today: Day
  readonly now: Date
}

/** Turns a draft into a submission, with its trace and its mailed receipt, all in the caller's transaction. */
export async function submitPiece(
  db: Db,
  queue: Queue,
  { personId, pieceId, shownVersion, pack, today, now }: SubmitPieceInput,
): Promise<Result<{ readonly number: number }, SubmitRefusal | { readonly kind: 'not-found' }>> {
  const found = await lockPiece(db, personId, pieceId)
  if (found === null) return refuse({ kind: 'not-found' })
  const decided = submit({ pack, piece: found.piece, answers: found.draftAnswers, shownVersion, today })
  if (!decided.ok) return decided
  const { number, title, summary, answers } = decided.value

  const content = writeContent(makeContent(pack, answers, { pieceId, number, submittedAt: now }))
  await saveSubmission(db, {
    personId,
    pieceId,
    content: content.text,
    submission: {
      ...summary,
      number,
      title,
      submittedAt: now,
      pieceVersion: shownVersion,
      receipt: newReceiptNumber(),
      sha256: content.sha256,
    },
  })
  await recordEvent(db, { personId, at: now, event: 'piece-submitted', pieceId, detail: number })
  await queue.enqueue(db, receiptJob({ personId, pieceId, number }))
  return ok({ number })
}

// No I, L, O, U, 0 or 1: a receipt number may be read out on the telephone.
const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** Twelve letters and digits in three groups: 59 random bits, so that no two receipts are ever the same. */
function newReceiptNumber(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${group()}-${group()}-${group()}`
}
