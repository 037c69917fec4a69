import type { Day } from '../platform/day.ts'
import type { RegistrationYear } from '../schemes/registration-year.ts'
import type { RulePack } from '../schemes/rule-pack.ts'
import type { Registration, WhyNotRequired } from './registration.ts'
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
export type ReasonKind = Reason['kind']

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

export type Tally = { pieces: number; withPeerReflection: number }

export type Verdict = {
  closingYear: number
  /** What is needed; nothing where nothing is required. */
  needed: Tally
  have: Tally
  missing: Tally
  /** One for every piece, in the order they were given. */
  reasons: readonly PieceVerdict[]
  /** Nothing submitted from now on can change this year any more. */
  closed: boolean
  /** Past the cut-off, and still within the grace for submitting. */
  inGrace: boolean
} & ({ outcome: 'met' } | { outcome: 'not-met' } | { outcome: 'not-required'; why: WhyNotRequired })

/** The version by which a piece counted in an earlier year. */
export type CountedEarlier = { closingYear: number; firstSubmittedAt: Date; version: SubmittedVersion }

export type YearVerdict = { pack: RulePack; year: RegistrationYear; verdict: Verdict }

export type VerdictInput = {
  pack: RulePack
  year: RegistrationYear
  pieces: readonly PieceHistory[]
  registration: Registration
  at: Date
  alreadyCounted: ReadonlyMap<string, CountedEarlier>
}
