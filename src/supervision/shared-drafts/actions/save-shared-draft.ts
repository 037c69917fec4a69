import { hash } from 'node:crypto'
import { recordEvent } from '../../../audit/record-event.ts'
import { marksOf, mergeAnswers, differing, type Marks } from '../../../cpd/merge-answers.ts'
import { isLastOfItsSlot, losesMuch } from '../../../cpd/revisions/which-to-keep.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import {
  asAnswers,
  asQuestions,
  saysTheSame,
  type SharedDraft,
  type SharedDraftKind,
  type SharedQuestion,
  type Texts,
} from '../shared-draft.ts'
import {
  addSharedDraft,
  lockSharedDraft,
  updateSharedDraft,
  type SharedDraftRow,
} from '../shared-drafts-store.ts'
import { keepSharedRevision } from './keep-shared-revision.ts'

export interface SaveSharedDraftInput {
  readonly kind: SharedDraftKind
  readonly aboutId: string
  readonly relationshipId: string
  readonly personId: string
  readonly questions: readonly SharedQuestion[]
  /** What the writer had before them: the draft's version, 0 before there was one, and the form's marks of the answers. */
  readonly shown: { readonly version: number; readonly marks: Marks | null }
  /** The texts as the form has them, given those that are stored: a form may show some of the questions only. */
  readonly answer: (stored: Texts) => Texts
  /** Set where one text replaces quite another: then what was there is kept. */
  readonly isReplacement?: boolean
  /** The id that the browser gave this save. */
  readonly saveId?: string | null
  /** Saves that clashed, by their keys, and that this one settles. */
  readonly settles?: readonly string[]
  readonly now: Date
}

export interface SavedSharedDraft {
  readonly version: number
  readonly texts: Texts
  /** Ids of answers that were changed somewhere else and stand as they were left there. */
  readonly theirs: readonly string[]
}

export type SaveSharedDraftRefusal =
  | { readonly kind: 'not-found' }
  /** The other writer, or the same in another tab, changed the same answers in the meantime. */
  | {
      readonly kind: 'changed-elsewhere'
      readonly stored: SharedDraft
      readonly mine: Texts
      readonly clashes: readonly string[]
      /** What a save that settles the clash is to name, if this one had an id. */
      readonly saveKey: string | null
    }

/**
 * Keeps what was typed, as `saveDraftOfPiece` does for a piece of CPD: answer by answer, saved twice is saved once, what
 * both changed is theirs to choose from. Whoever calls has seen to it that this person may write here.
 */
export async function saveSharedDraft(
  db: Db,
  input: SaveSharedDraftInput,
): Promise<Result<SavedSharedDraft, SaveSharedDraftRefusal>> {
  const found = await lockSharedDraft(db, input)
  if (found !== null) return saveOver(db, found, input)
  if (input.shown.version > 0) return refuse({ kind: 'not-found' })
  const texts = input.answer({})
  const isAdded = await addSharedDraft(db, rowOf(input, 1, savesWith([], input, keyOf(input)), texts))
  if (!isAdded) {
    // The other began it at the same moment, and has committed by now.
    const begun = await lockSharedDraft(db, input)
    return begun === null ? refuse({ kind: 'not-found' }) : saveOver(db, begun, input)
  }
  await recordEvent(db, {
    personId: input.personId,
    at: input.now,
    event: 'supervision-draft-started',
    aboutId: input.relationshipId,
  })
  return ok({ version: 1, texts, theirs: [] })
}

async function saveOver(
  db: Db,
  found: SharedDraft & { readonly recentSaves: readonly string[] },
  input: SaveSharedDraftInput,
): Promise<Result<SavedSharedDraft, SaveSharedDraftRefusal>> {
  const { shown, now, settles = [], isReplacement = false } = input
  const { recentSaves, ...draft } = found
  const stored = draft.texts
  const typed = input.answer(stored)
  const questions = asQuestions(input.questions)
  const saveKey = keyOf(input)
  // It came already, and its reply was lost. What was saved since then stands.
  if (saveKey !== null && recentSaves.includes(saveKey)) {
    const theirs = differing(questions, asAnswers(typed), asAnswers(stored))
    return ok({ version: draft.version, texts: stored, theirs: theirs.map(({ id }) => id) })
  }
  const isAsShown = draft.version === shown.version
  const seen = shown.marks ?? (isAsShown ? marksOf(questions, asAnswers(stored)) : new Map())
  const merged = mergeAnswers(questions, { stored: asAnswers(stored), mine: asAnswers(typed), seen })
  const { texts } = merged.answers
  const theirs = merged.theirs.map(({ id }) => id)

  if (saysTheSame(input.questions, texts, stored)) {
    const saves = savesWith(recentSaves, input, saveKey)
    if (settles.length > 0) await updateSharedDraft(db, { ...draft, saves })
    return ok({ version: draft.version, texts: stored, theirs })
  }
  if (merged.clashes.length > 0) {
    // The writer will choose. Should they never come to it, what they typed is among the earlier versions.
    if (!isReplacement) await keepSharedRevision(db, input, { texts, savedAt: now, wasReplaced: true, now })
    const clashes = merged.clashes.map(({ id }) => id)
    return refuse({ kind: 'changed-elsewhere', stored: draft, mine: texts, clashes, saveKey })
  }
  const losesMuchHere = Object.entries(stored).some(([id, text]) => losesMuch(text, texts[id] ?? ''))
  if (isReplacement || isLastOfItsSlot(draft.changedAt, now) || losesMuchHere)
    await keepSharedRevision(db, input, {
      texts: stored,
      savedAt: draft.changedAt,
      wasReplaced: isReplacement,
      now,
    })
  const version = draft.version + 1
  await updateSharedDraft(db, rowOf(input, version, savesWith(recentSaves, input, saveKey), texts))
  return ok({ version, texts, theirs })
}

function savesWith(
  before: readonly string[],
  { settles = [] }: SaveSharedDraftInput,
  key: string | null,
): string[] {
  return [...before, ...settles, ...(key === null ? [] : [key])]
}

/** What a save is known by: its id, its writer and its text. */
function keyOf({ saveId, personId, answer }: SaveSharedDraftInput): string | null {
  if (saveId == null) return null
  const digest = hash('sha256', saveId + personId + JSON.stringify(answer({})))
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function rowOf(
  { kind, aboutId, relationshipId, personId, now }: SaveSharedDraftInput,
  version: number,
  saves: readonly string[],
  texts: Texts,
): SharedDraftRow {
  return { kind, aboutId, relationshipId, version, texts, saves, changedAt: now, changedBy: personId }
}
