import { isDeepStrictEqual } from 'node:util'
import { recordEvent } from '../../audit/record-event.ts'
import { dayFromParts } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import type { RulePack } from '../../schemes/rule-pack.ts'
import { emptyAnswers, type Answers } from '../answers.ts'
import { stateOf, titleAnswer } from '../piece.ts'
import { isLastOfItsSlot } from '../revisions/which-to-keep.ts'
import { keepRevision } from './keep-revision.ts'
import { addPiece, lockPiece, saveDraft, type DraftRow, type PieceInFull } from '../store.ts'
import { answersOf, readContent } from '../submission-content.ts'

interface SaveDraftInput {
  readonly personId: string
  readonly pieceId: string
  readonly pack: RulePack
  /** The version that the form showed; 0 for a piece that is not stored yet. */
  readonly shownVersion: number
  /** What a new piece starts from, where something is known of it before the first word. */
  readonly startFrom?: Answers
  /** The answers as the form has them, given those that are stored: a form may show some of the questions only. */
  readonly answer: (stored: Answers) => Answers
  /** Set where one text replaces quite another, as when an earlier one is restored: then what was there is kept. */
  readonly isReplacement?: boolean
  /** The id that the browser gave this save. */
  readonly saveId?: string | null
  readonly now: Date
}

interface SavedDraft {
  readonly version: number
  readonly answers: Answers
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
  input: SaveDraftInput,
): Promise<Result<SavedDraft, SaveDraftRefusal>> {
  const found = await lockPiece(db, input.personId, input.pieceId)
  if (found !== null) return saveOver(db, found, input)
  if (input.shownVersion > 0) return refuse({ kind: 'not-found' })
  const answers = input.answer(input.startFrom ?? emptyAnswers())
  const isAdded = await addPiece(db, draftRow(input, 1, [], answers))
  if (!isAdded) {
    // The same new piece was begun by another request, which has committed by now; or it was begun and deleted.
    const begun = await lockPiece(db, input.personId, input.pieceId)
    return begun === null ? refuse({ kind: 'not-found' }) : saveOver(db, begun, input)
  }
  const { personId, pieceId, now } = input
  await recordEvent(db, { personId, at: now, event: 'piece-started', pieceId })
  return ok({ version: 1, answers })
}

async function saveOver(
  db: Db,
  found: PieceInFull,
  input: SaveDraftInput,
): Promise<Result<SavedDraft, SaveDraftRefusal>> {
  const storedVersion = found.piece.version
  const stored = currentAnswers(found)
  const mine = input.answer(stored)
  // A withdrawn piece may be submitted again as it was: then saving it unchanged makes a draft to submit.
  const isWithdrawn = stateOf(found.piece) === 'withdrawn'
  if (isDeepStrictEqual(mine, stored) && (found.draftAnswers !== null || !isWithdrawn))
    return ok({ version: storedVersion, answers: mine })
  // What is stored was written by this very browser, whose reply was lost: it has seen that text and gone on from it.
  const isOwn = input.saveId != null && found.recentSaves.includes(input.saveId)
  if (storedVersion !== input.shownVersion && !isOwn)
    return refuse({ kind: 'changed-elsewhere', storedVersion, stored, mine })

  const { personId, pieceId, now } = input
  const { draftAnswers } = found
  const savedAt = found.piece.changedAt
  if (draftAnswers !== null && (input.isReplacement === true || isLastOfItsSlot(savedAt, now)))
    await keepRevision(db, { personId, pieceId, answers: draftAnswers, savedAt, now })
  const submitted = found.latestContent === null ? null : answersOf(readContent(found.latestContent))
  const isAsSubmitted = !isWithdrawn && isDeepStrictEqual(mine, submitted)
  const version = storedVersion + 1
  await saveDraft(db, draftRow(input, version, found.recentSaves, isAsSubmitted ? null : mine))
  return ok({ version, answers: mine })
}

function draftRow(
  { personId, pieceId, pack, saveId = null, now }: SaveDraftInput,
  version: number,
  savesBefore: readonly string[],
  answers: Answers | null,
): DraftRow {
  return {
    personId,
    pieceId,
    version,
    saves: saveId === null ? savesBefore : [...savesBefore, saveId],
    answers,
    title: answers && titleAnswer(pack, answers),
    date: answers && dayFromParts(answers.date),
    at: now,
  }
}

/** What the form shows: the draft, or else what was submitted last. */
export function currentAnswers({ draftAnswers, latestContent }: PieceInFull): Answers {
  if (draftAnswers !== null) return draftAnswers
  return latestContent === null ? emptyAnswers() : answersOf(readContent(latestContent))
}
