import { isDeepStrictEqual } from 'node:util'
import { recordEvent } from '../../audit/record-event.ts'
import { dayFromParts } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import type { RulePack } from '../../schemes/rule-pack.ts'
import { emptyAnswers, type Answers } from '../answers.ts'
import { titleAnswer } from '../piece.ts'
import { lockPiece, saveDraft, type PieceInFull } from '../store.ts'
import { answersOf, readContent } from '../submission-content.ts'

interface SaveDraftInput {
  readonly personId: string
  readonly pieceId: string
  readonly pack: RulePack
  /** The version that the form showed; 0 for a piece that is not stored yet. */
  readonly shownVersion: number
  /** The answers as the form has them, given those that are stored: a form may show some of the questions only. */
  readonly answer: (stored: Answers) => Answers
  readonly now: Date
}

type SaveDraftRefusal =
  | { readonly kind: 'not-found' }
  /** Somebody, most likely the same person in another tab, saved something else in the meantime. */
  | {
      readonly kind: 'changed-elsewhere'
      readonly storedVersion: number
      readonly stored: Answers
      readonly mine: Answers
    }

/**
 * Keeps what was typed, verbatim, wrong dates included. Saving the same twice is saving it once; and what is the same
 * as the last submission is no draft.
 */
export async function saveDraftOfPiece(
  db: Db,
  { personId, pieceId, pack, shownVersion, answer, now }: SaveDraftInput,
): Promise<Result<{ readonly version: number; readonly answers: Answers }, SaveDraftRefusal>> {
  const found = await lockPiece(db, personId, pieceId)
  if (found === null && shownVersion > 0) return refuse({ kind: 'not-found' })
  const storedVersion = found?.piece.version ?? 0
  const stored = found === null ? emptyAnswers() : currentAnswers(found)
  const mine = answer(stored)
  if (found !== null && isDeepStrictEqual(mine, stored)) return ok({ version: storedVersion, answers: mine })
  if (storedVersion !== shownVersion)
    return refuse({ kind: 'changed-elsewhere', storedVersion, stored, mine })

  const version = storedVersion + 1
  const submitted = found?.latestContent == null ? null : answersOf(readContent(found.latestContent))
  const answers = submitted !== null && isDeepStrictEqual(mine, submitted) ? null : mine
  await saveDraft(db, {
    personId,
    pieceId,
    version,
    answers,
    title: answers && titleAnswer(pack, answers),
    date: answers && dayFromParts(answers.date),
    at: now,
  })
  if (found === null) await recordEvent(db, { personId, at: now, event: 'piece-started', pieceId })
  return ok({ version, answers: mine })
}

/** What the form shows: the draft, or else what was submitted last. */
export function currentAnswers({ draftAnswers, latestContent }: PieceInFull): Answers {
  if (draftAnswers !== null) return draftAnswers
  return latestContent === null ? emptyAnswers() : answersOf(readContent(latestContent))
}
