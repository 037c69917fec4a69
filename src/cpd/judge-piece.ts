import type { Day } from '../platform/day.ts'
import { yearOfDay, type RegistrationYear } from '../schemes/registration-year.ts'
import type { RulePacks } from '../schemes/rule-pack.ts'
import type {
  Candidate,
  CountedEarlier,
  PieceHistory,
  PieceVerdict,
  Reason,
  Warning,
} from './piece-verdict.ts'
import type { SubmittedVersion } from './submitted-version.ts'

/** The year, the moment and what earlier years used up: what one piece is judged against. */
export type JudgedAgainst = {
  /** All packs of the scheme, to say in which year a piece from another year falls. */
  packs: RulePacks
  year: RegistrationYear
  at: Date
  /** The pieces that counted in earlier years, by id. */
  alreadyCounted: ReadonlyMap<string, CountedEarlier>
}

/** Either nothing speaks against the piece by itself, or this does. */
export type Judged = Omit<PieceVerdict, 'reason'> &
  ({ candidate: Candidate } | { candidate: null; reason: Reason })

/** Looks at one piece by itself. */
export function judgePiece(piece: PieceHistory, input: JudgedAgainst): Judged {
  const { packs, year, at, alreadyCounted } = input
  const { pieceId } = piece
  const submitted = piece.versions.filter(version => version.submittedAt <= at).toSorted(bySubmission)
  const first = submitted[0]
  const latest = submitted.at(-1)
  if (first === undefined || latest === undefined) {
    const fallsIn = piece.draftDate === null ? null : yearOfDay(packs, piece.draftDate)
    return {
      pieceId,
      version: null,
      activityDate: piece.draftDate,
      hasPeerReflection: false,
      warnings: [],
      candidate: null,
      reason: { kind: 'draft-not-submitted', fallsIn },
    }
  }

  const inTime = submitted.filter(version => version.submittedAt < year.graceUntil).at(-1)
  const isLatestLate = latest.submittedAt >= year.graceUntil
  const warnings: Warning[] = []

  const judgedBy = (version: SubmittedVersion) => ({
    pieceId,
    version: version.number,
    activityDate: version.activityDate,
    hasPeerReflection: version.hasPeerReflection,
    warnings,
  })
  const because = (version: SubmittedVersion, reason: Reason): Judged => ({
    ...judgedBy(version),
    candidate: null,
    reason,
  })

  if (inTime !== undefined && !isWithdrawn(inTime, input) && isWithin(year, inTime.activityDate)) {
    if (piece.hasDraft && at < year.graceUntil) warnings.push({ kind: 'unsubmitted-changes' })
    if (isLatestLate) warnings.push({ kind: 'changed-after-cut-off' })
    const earlier = alreadyCounted.get(pieceId)
    if (earlier !== undefined)
      return because(inTime, { kind: 'already-counted', closingYear: earlier.closingYear })
    return {
      ...judgedBy(inTime),
      candidate: { pieceId, firstSubmittedAt: first.submittedAt, version: inTime },
    }
  }

  // What was submitted too late is the nearer reason where it would have counted, had it come in time.
  if (isLatestLate && isWithin(year, latest.activityDate) && !isWithdrawn(latest, input))
    return because(latest, { kind: 'submitted-after-cut-off' })
  const version = inTime ?? latest
  if (isWithdrawn(version, input)) return because(version, { kind: 'withdrawn' })
  return because(version, {
    kind: 'dated-outside',
    fallsIn: yearOfDay(packs, version.activityDate),
    countedIn: alreadyCounted.get(pieceId)?.closingYear ?? null,
  })
}

/**
 * Whether the withdrawal of a version tells for this year. For one submitted in time, only a withdrawal before the
 * year closed does.
 */
function isWithdrawn(version: SubmittedVersion, { year, at }: JudgedAgainst): boolean {
  if (version.withdrawnAt === null || version.withdrawnAt > at) return false
  return version.submittedAt >= year.graceUntil || version.withdrawnAt < year.graceUntil
}

function isWithin(year: RegistrationYear, day: Day): boolean {
  return year.firstDay <= day && day <= year.lastDay
}

function bySubmission(a: SubmittedVersion, b: SubmittedVersion): number {
  return a.submittedAt.getTime() - b.submittedAt.getTime() || a.number - b.number
}
