import { randomInt } from 'node:crypto'
import { checkVersion } from '../../anonymisation/check-version.ts'
import type { Model } from '../../anonymisation/names/model.ts'
import { recordEvent } from '../../audit/record-event.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { Queue } from '../../platform/jobs/queue.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import type { RulePack } from '../../schemes/rule-pack.ts'
import { isKept } from '../kept-words.ts'
import { checkPiece, countFound } from '../piece-check.ts'
import { submit, type SubmitRefusal } from '../piece.ts'
import { lockPiece, saveSubmission } from '../store.ts'
import { makeContent, writeContent } from '../submission-content.ts'
import { findKeptWords } from '../words-store.ts'
import { receiptJob } from './mail-receipt.ts'

interface SubmitPieceInput {
  readonly personId: string
  readonly pieceId: string
  /** The version that was on the screen when "submit" was pressed. */
  readonly shownVersion: number
  readonly pack: RulePack
  readonly today: Day
  readonly model: Model
  /** Whether its author was asked once more about what is likely to identify somebody, and said yes. */
  readonly anyway: boolean
  readonly now: Date
}

type SubmitPieceRefusal =
  | SubmitRefusal
  | { readonly kind: 'not-found' }
  /** Something in it is likely to identify somebody: its author is asked once more. */
  | { readonly kind: 'ask-once-more' }

/** Turns a draft into a submission, with its trace and its mailed receipt, all in the caller's transaction. */
export async function submitPiece(
  db: Db,
  queue: Queue,
  { personId, pieceId, shownVersion, pack, today, model, anyway, now }: SubmitPieceInput,
): Promise<Result<{ readonly number: number }, SubmitPieceRefusal>> {
  const found = await lockPiece(db, personId, pieceId)
  if (found === null) return refuse({ kind: 'not-found' })
  const decided = submit({ pack, piece: found.piece, answers: found.draftAnswers, shownVersion, today })
  if (!decided.ok) return decided
  const { number, title, summary, answers } = decided.value

  const foundInPiece = checkPiece(pack, answers, model)
  const kept = foundInPiece.length > 0 ? await findKeptWords(db, personId, pieceId) : null
  const counts = countFound(foundInPiece, one => kept !== null && isKept(kept, pieceId, one))
  if (counts.likely > 0 && !anyway) return refuse({ kind: 'ask-once-more' })

  const content = writeContent(makeContent(pack, answers, { pieceId, number, submittedAt: now }))
  await saveSubmission(db, {
    personId,
    pieceId,
    content: content.text,
    check: { version: checkVersion, ...counts },
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
