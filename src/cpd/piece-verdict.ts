import type { Day } from '../platform/day.ts'
import type { SubmittedVersion } from './submitted-version.ts'

/** A piece of CPD as far as the verdict looks at it. */
export type PieceHistory = {
  pieceId: string
  /** A never-submitted draft, or changes to a submitted piece that are not submitted yet. */
  hasDraft: boolean
  /** The date in that draft, where one can be read. */
  draftDate: Day | null
  versions: readonly SubmittedVersion[]
}

/** Why a piece counts or does not. `fallsIn` is a closing year, or `null` for a day in no year we know. */
export type Reason =
  | { kind: 'counts' }
  | { kind: 'draft-not-submitted'; fallsIn: number | null }
  | { kind: 'submitted-after-cut-off' }
  /** `countedIn` is the year in which the piece counted, for one that belongs to an earlier year and counted there. */
  | { kind: 'dated-outside'; fallsIn: number | null; countedIn: number | null }
  | { kind: 'already-counted'; closingYear: number }
  /** The same writing as another piece, which counts once: in this year, or where `countedIn` says so in an earlier one. */
  | { kind: 'identical'; toPieceId: string; countedIn: number }
  | { kind: 'withdrawn' }

export type Warning =
  /** Counts, but its writing is very like that of the other piece. */
  | { kind: 'very-like'; pieceId: string }
  /** Judged by what was last submitted: there are changes that have not been. */
  | { kind: 'unsubmitted-changes' }
  /** Judged by what was submitted in time: a later submission came too late for this year. */
  | { kind: 'changed-after-cut-off' }

export type PieceVerdict = {
  pieceId: string
  /** The number of the version that was judged; `null` for a piece with none. */
  version: number | null
  /** The date of that version, or of the draft. */
  activityDate: Day | null
  hasPeerReflection: boolean
  reason: Reason
  warnings: readonly Warning[]
}

/** A piece that nothing speaks against, before it is compared with the others. */
export type Candidate = { pieceId: string; firstSubmittedAt: Date; version: SubmittedVersion }

/** How a piece counted in an earlier year. */
export type CountedEarlier = { closingYear: number; firstSubmittedAt: Date; version: SubmittedVersion }

/** Of several pieces the one first submitted stands for the rest; the id decides between two of one moment. */
export function byFirstSubmission(
  a: { pieceId: string; firstSubmittedAt: Date },
  b: { pieceId: string; firstSubmittedAt: Date },
): number {
  const byTime = a.firstSubmittedAt.getTime() - b.firstSubmittedAt.getTime()
  return byTime || (a.pieceId < b.pieceId ? -1 : a.pieceId > b.pieceId ? 1 : 0)
}
