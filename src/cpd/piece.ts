import type { Day } from '../platform/day.ts'
import { ok, refuse, type Result } from '../platform/result.ts'
import type { RulePack } from '../schemes/rule-pack.ts'
import { findProblems, type Answers, type Problem } from './answers.ts'
import { summarise, type SubmittedVersion, type VersionSummary } from './submitted-version.ts'
import type { PieceHistory } from './piece-verdict.ts'

/** A piece of CPD as lists and verdicts know it: nothing of what was written but the title. */
export interface Piece {
  readonly pieceId: string
  readonly createdAt: Date
  readonly changedAt: Date
  /** One more with every change. A form remembers which version it showed. */
  readonly version: number
  readonly draft: { readonly title: string; readonly date: Day | null } | null
  /** Oldest first. */
  readonly submissions: readonly Submission[]
  readonly copied: Copied | null
}

export interface Submission extends SubmittedVersion {
  readonly title: string
  readonly receipt: string
  readonly sha256: string
  /** The version of the piece that was submitted. */
  readonly pieceVersion: number
}

/** When the practitioner copied a submission to the regulator's own account. */
export interface Copied {
  readonly on: Day
  readonly number: number
}

export type PieceState = 'draft' | 'submitted' | 'submitted-with-changes' | 'withdrawn'

export function stateOf(piece: Pick<Piece, 'draft' | 'submissions'>): PieceState {
  const latest = latestSubmission(piece)
  if (latest === null) return 'draft'
  if (latest.withdrawnAt !== null) return 'withdrawn'
  return piece.draft === null ? 'submitted' : 'submitted-with-changes'
}

/** The state once its draft is saved, or is as it was submitted and none any more. */
export function stateAfterSaving(piece: Pick<Piece, 'draft' | 'submissions'>, isDraft: boolean): PieceState {
  const state = stateOf(piece)
  if (state === 'draft' || state === 'withdrawn') return state
  return isDraft ? 'submitted-with-changes' : 'submitted'
}

export function latestSubmission(piece: Pick<Piece, 'submissions'>): Submission | null {
  return piece.submissions.at(-1) ?? null
}

/** The title as last typed; never empty, so that a list always has something to press. */
export function titleOf(piece: Pick<Piece, 'draft' | 'submissions'>): string {
  const title = (piece.draft?.title ?? latestSubmission(piece)?.title ?? '').trim()
  return title === '' ? 'Piece with no title yet' : title
}

/** “Title” of a piece among these, for a sentence about another. */
export function quotedTitle(pieces: readonly Piece[], pieceId: string): string {
  const piece = pieces.find(other => other.pieceId === pieceId)
  return piece ? `“${titleOf(piece)}”` : 'another piece'
}

export function historyOf(piece: Piece): PieceHistory {
  return {
    pieceId: piece.pieceId,
    hasDraft: piece.draft !== null,
    draftDate: piece.draft?.date ?? null,
    versions: piece.submissions,
  }
}

/** What a submission adds to a piece. */
export interface NewSubmission {
  readonly number: number
  readonly title: string
  readonly summary: VersionSummary
  readonly answers: Answers
}

export type SubmitRefusal =
  /** The same press again: it was submitted already, as this number. */
  | { readonly kind: 'already-submitted'; readonly number: number }
  /** The piece was changed after the page was shown. */
  | { readonly kind: 'changed-elsewhere' }
  | { readonly kind: 'nothing-to-submit' }
  | { readonly kind: 'incomplete'; readonly problems: readonly Problem[] }

interface SubmitInput {
  readonly pack: RulePack
  readonly piece: Piece
  readonly answers: Answers | null
  /** The version that was on the screen when "submit" was pressed. */
  readonly shownVersion: number
  readonly today: Day
}

/** Decides whether a draft becomes a submission. The rules apply here and not while it is being written. */
export function submit({
  pack,
  piece,
  answers,
  shownVersion,
  today,
}: SubmitInput): Result<NewSubmission, SubmitRefusal> {
  const sameAgain = piece.submissions.find(submission => submission.pieceVersion === shownVersion)
  if (sameAgain) return refuse({ kind: 'already-submitted', number: sameAgain.number })
  if (piece.version !== shownVersion) return refuse({ kind: 'changed-elsewhere' })
  if (answers === null) return refuse({ kind: 'nothing-to-submit' })
  const problems = findProblems(pack, answers, today)
  if (problems.length > 0) return refuse({ kind: 'incomplete', problems })
  return ok({
    number: (latestSubmission(piece)?.number ?? 0) + 1,
    title: titleAnswer(pack, answers).trim(),
    summary: summarise(pack, answers),
    answers,
  })
}

export function titleAnswer(pack: RulePack, answers: Answers): string {
  const question = pack.questions.find(({ kind }) => kind === 'title')
  return question ? (answers.texts[question.id] ?? '') : ''
}
