import { hash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { recordEvent } from '../../audit/record-event.ts'
import { dayFromParts } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import type { Question, RulePack } from '../../schemes/rule-pack.ts'
import { emptyAnswers, type Answers } from '../answers.ts'
import { differing, marksOf, mergeAnswers, type Marks } from '../merge-answers.ts'
import { stateAfterSaving, stateOf, titleAnswer, type PieceState } from '../piece.ts'
import { isLastOfItsSlot, losesMuch } from '../revisions/which-to-keep.ts'
import { keepRevision } from './keep-revision.ts'
import { addPiece, lockPiece, rememberSaves, saveDraft, type DraftRow, type PieceInFull } from '../store.ts'
import { answersOf, readContent } from '../submission-content.ts'

interface SaveDraftInput {
  readonly personId: string
  readonly pieceId: string
  readonly pack: RulePack
  /** What the writer had before them, so that only what they changed is changed. */
  readonly shown: Shown
  /** What a new piece starts from, where something is known of it before the first word. */
  readonly startFrom?: Answers
  /** The answers as the form has them, given those that are stored: a form may show some of the questions only. */
  readonly answer: (stored: Answers) => Answers
  /** Set where one text replaces quite another, as when an earlier one is restored: then what was there is kept. */
  readonly isReplacement?: boolean
  /** Set where somebody is to be offered what was there before: then it is kept like any earlier version, whenever it was saved. */
  readonly keepsBefore?: boolean
  /** The id that the browser gave this save. */
  readonly saveId?: string | null
  /** Saves that clashed, by their keys, and that this one settles: should they come again, they change nothing. */
  readonly settles?: readonly string[]
  readonly now: Date
}

interface Shown {
  /** 0 for a piece that is not stored yet. */
  readonly version: number
  /** The form's marks of the answers; `null` where it has none, and then its version decides alone. */
  readonly marks: Marks | null
}

interface SavedDraft {
  readonly version: number
  /** What the piece is by now. */
  readonly state: PieceState
  readonly answers: Answers
  /** Answers that were changed somewhere else and stand as they were left there. */
  readonly theirs: readonly Question[]
  /** The number of the earlier version that what was replaced is kept as; `null` where it is not. */
  readonly before: number | null
}

type SaveDraftRefusal =
  | { readonly kind: 'not-found' }
  /** Somebody, most likely the same person in another tab, changed the same answers in the meantime. */
  | {
      readonly kind: 'changed-elsewhere'
      readonly storedVersion: number
      readonly stored: Answers
      readonly mine: Answers
      readonly clashes: readonly Question[]
      /** What a save that settles the clash is to name, if this one had an id. */
      readonly saveKey: string | null
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
  if (input.shown.version > 0) return refuse({ kind: 'not-found' })
  const answers = input.answer(input.startFrom ?? emptyAnswers())
  const isAdded = await addPiece(db, draftRow(input, 1, savesWith([], input, keyOf(input)), answers))
  if (!isAdded) {
    // The same new piece was begun by another request, which has committed by now; or it was begun and deleted.
    const begun = await lockPiece(db, input.personId, input.pieceId)
    return begun === null ? refuse({ kind: 'not-found' }) : saveOver(db, begun, input)
  }
  const { personId, pieceId, now } = input
  await recordEvent(db, { personId, at: now, event: 'piece-started', pieceId })
  return ok({ version: 1, state: 'draft', answers, theirs: [], before: null })
}

async function saveOver(
  db: Db,
  found: PieceInFull,
  input: SaveDraftInput,
): Promise<Result<SavedDraft, SaveDraftRefusal>> {
  const { personId, pieceId, pack, shown, settles = [], now } = input
  const { draftAnswers, recentSaves } = found
  const storedVersion = found.piece.version
  const stored = currentAnswers(found)
  const typed = input.answer(stored)
  const saveKey = keyOf(input)
  // It came already, and its reply was lost. What was saved since then stands.
  if (saveKey !== null && recentSaves.includes(saveKey))
    return ok({
      version: storedVersion,
      state: stateOf(found.piece),
      answers: stored,
      theirs: differing(pack.questions, typed, stored),
      before: null,
    })
  const isAsShown = storedVersion === shown.version
  const seen = shown.marks ?? (isAsShown ? marksOf(pack.questions, stored) : new Map())
  const { answers, theirs, clashes } = mergeAnswers(pack.questions, { stored, mine: typed, seen })

  // A withdrawn piece may be submitted again as it was: then saving it unchanged makes a draft to submit.
  const state = stateOf(found.piece)
  const isWithdrawn = state === 'withdrawn'
  if (isDeepStrictEqual(answers, stored) && (draftAnswers !== null || !isWithdrawn)) {
    if (settles.length > 0) await rememberSaves(db, personId, pieceId, savesWith(recentSaves, input, saveKey))
    return ok({ version: storedVersion, state, answers, theirs, before: null })
  }
  if (clashes.length > 0) {
    // The author will choose. Should they never come to it, what they typed is among the earlier versions; a version
    // that was to be restored is there already.
    if (input.isReplacement !== true)
      await keepRevision(db, { personId, pieceId, answers, savedAt: now, wasReplaced: true, now })
    return refuse({ kind: 'changed-elsewhere', storedVersion, stored, mine: answers, clashes, saveKey })
  }

  const savedAt = found.piece.changedAt
  const wasReplaced = input.isReplacement === true
  const isKept =
    wasReplaced ||
    input.keepsBefore === true ||
    isLastOfItsSlot(savedAt, now) ||
    (draftAnswers !== null && anyLosesMuch(draftAnswers, answers))
  const before =
    draftAnswers !== null && isKept
      ? await keepRevision(db, { personId, pieceId, answers: draftAnswers, savedAt, wasReplaced, now })
      : null
  const submitted = found.latestContent === null ? null : answersOf(readContent(found.latestContent))
  const isAsSubmitted = !isWithdrawn && isDeepStrictEqual(answers, submitted)
  const version = storedVersion + 1
  await saveDraft(
    db,
    draftRow(input, version, savesWith(recentSaves, input, saveKey), isAsSubmitted ? null : answers),
  )
  return ok({ version, state: stateAfterSaving(found.piece, !isAsSubmitted), answers, theirs, before })
}

function anyLosesMuch(before: Answers, after: Answers): boolean {
  const inTexts = Object.entries(before.texts).some(([id, text]) => losesMuch(text, after.texts[id] ?? ''))
  return inTexts || losesMuch(before.peerReflection.text, after.peerReflection.text)
}

/** The saves that the piece remembers, with this one and those it settles. */
function savesWith(
  before: readonly string[],
  { settles = [] }: SaveDraftInput,
  key: string | null,
): string[] {
  return [...before, ...settles, ...(key === null ? [] : [key])]
}

/**
 * What a save is known by: its id and its text. A page that the browser shows again may come with an old id and new
 * text, and that must not be taken for what was saved already.
 */
function keyOf({ saveId, answer }: SaveDraftInput): string | null {
  if (saveId == null) return null
  // Without what is stored, which may be another when the save comes again.
  const typed = answer(emptyAnswers())
  const digest = hash('sha256', saveId + JSON.stringify(typed))
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function draftRow(
  { personId, pieceId, pack, now }: SaveDraftInput,
  version: number,
  saves: readonly string[],
  answers: Answers | null,
): DraftRow {
  return {
    personId,
    pieceId,
    version,
    saves,
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
