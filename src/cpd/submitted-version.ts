import type { Day } from '../platform/day.ts'

/** What the verdict needs to know of one submission, so that a page need not load any text. */
export type SubmittedVersion = VersionSummary & {
  number: number
  submittedAt: Date
  withdrawnAt: Date | null
}

/** Worked out once, when a piece is submitted, and stored beside it. */
export type VersionSummary = {
  activityDate: Day
  hasPeerReflection: boolean
  /** Equal for two pieces whose compared answers are the same once normalised: 64 hexadecimal digits. */
  fingerprint: string
  /** A sketch of the compared answers, from which the share of common writing is estimated: base64. */
  likeness: string
}
