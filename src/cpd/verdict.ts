import type { Day } from '../platform/day.ts'
import { packForYear, registrationYear, yearAt, yearOfDay } from '../schemes/registration-year.ts'
import type { RegistrationYear } from '../schemes/registration-year.ts'
import type { RulePack, RulePacks } from '../schemes/rule-pack.ts'
import { isVeryLike } from './likeness.ts'
import { mustRecord } from './registration.ts'
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

/** How a piece counted in an earlier year. */
export type CountedEarlier = { closingYear: number; firstSubmittedAt: Date; version: SubmittedVersion }

export type VerdictInput = {
  /** All packs of the scheme, to say in which year a piece from another year falls. */
  packs: RulePacks
  /** The pack that governs the year. */
  pack: RulePack
  year: RegistrationYear
  pieces: readonly PieceHistory[]
  registration: Registration
  at: Date
  /** The pieces that counted in earlier years, by id. */
  alreadyCounted: ReadonlyMap<string, CountedEarlier>
}

export type YearVerdict = { pack: RulePack; year: RegistrationYear; verdict: Verdict }

/**
 * Whether the requirement of one registration year is met at an instant, with a reason for every piece.
 *
 * A piece is judged by what was last submitted before the end of the year and its grace; grace extends submission,
 * never the date. What happens to a piece later, a withdrawal included, changes nothing in a closed year.
 */
export function verdict(input: VerdictInput): Verdict {
  return judgeYear(input).verdict
}

/**
 * The verdict on every registration year of a record, oldest first; the last is the year that `at` falls in. Empty
 * where `at` falls in no year that the packs know.
 *
 * It begins with the year in which the person began to keep their record here (`keptSince`, the day the account was
 * made), or an earlier one for which something was submitted in time; not with their registration. Of the years
 * before, we know nothing and must not call them unmet.
 */
export function recordVerdicts(
  packs: RulePacks,
  pieces: readonly PieceHistory[],
  registration: Registration,
  at: Date,
  keptSince: Date = at,
): YearVerdict[] {
  const running = yearAt(packs, at)
  if (running === null) return []
  const first = Math.min(
    running.closingYear,
    yearAt(packs, keptSince)?.closingYear ?? running.closingYear,
    firstYearSubmittedFor(packs, pieces, at) ?? running.closingYear,
  )
  const verdicts: YearVerdict[] = []
  const alreadyCounted = new Map<string, CountedEarlier>()
  for (
    let closingYear = Math.min(first, running.closingYear);
    closingYear <= running.closingYear;
    closingYear++
  ) {
    const pack = packForYear(packs, closingYear)
    const year = registrationYear(packs, closingYear)
    if (pack === null || year === null) continue
    const judged = judgeYear({ packs, pack, year, pieces, registration, at, alreadyCounted })
    verdicts.push({ pack, year, verdict: judged.verdict })
    // Nothing was used for a renewal that asked for none.
    if (judged.verdict.outcome === 'not-required') continue
    for (const used of judged.used)
      alreadyCounted.set(used.pieceId, {
        closingYear,
        firstSubmittedAt: used.firstSubmittedAt,
        version: used.version,
      })
  }
  return verdicts
}

/** A piece that nothing speaks against, before it is compared with the others. */
type Candidate = { pieceId: string; firstSubmittedAt: Date; version: SubmittedVersion }

type Judged = Omit<PieceVerdict, 'reason'> & ({ candidate: Candidate } | { candidate: null; reason: Reason })

function judgeYear(input: VerdictInput): { verdict: Verdict; used: readonly Candidate[] } {
  const { pack, year, at } = input
  const judged = input.pieces.map(piece => judgePiece(piece, input))
  const candidates = judged
    .flatMap(piece => (piece.candidate ? [piece.candidate] : []))
    .toSorted(byFirstSubmission)
  const compared = compare(candidates, input)

  const must = mustRecord(pack, year, input.registration)
  const needed: Tally = must.must
    ? { pieces: pack.requirement.pieces, withPeerReflection: pack.requirement.piecesWithPeerReflection }
    : { pieces: 0, withPeerReflection: 0 }
  const missing: Tally = {
    pieces: Math.max(0, needed.pieces - compared.have.pieces),
    withPeerReflection: Math.max(0, needed.withPeerReflection - compared.have.withPeerReflection),
  }
  const isMet = missing.pieces === 0 && missing.withPeerReflection === 0
  return {
    used: candidates.filter(({ pieceId }) => compared.isUsed(pieceId)),
    verdict: {
      closingYear: year.closingYear,
      ...(must.must
        ? { outcome: isMet ? ('met' as const) : ('not-met' as const) }
        : { outcome: 'not-required' as const, why: must.why }),
      needed,
      have: compared.have,
      missing,
      reasons: judged.map(({ pieceId, version, activityDate, hasPeerReflection, warnings, ...rest }) => {
        const like = compared.veryLike.get(pieceId)
        return {
          pieceId,
          version,
          activityDate,
          hasPeerReflection,
          reason: rest.candidate ? (compared.identical.get(pieceId) ?? { kind: 'counts' }) : rest.reason,
          warnings: like === undefined ? warnings : [{ kind: 'very-like', pieceId: like }, ...warnings],
        }
      }),
      closed: at >= year.graceUntil,
      inGrace: at >= year.submitBy && at < year.graceUntil,
    },
  }
}

/** Looks at one piece by itself. */
function judgePiece(piece: PieceHistory, input: VerdictInput): Judged {
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
  if (piece.hasDraft && at < year.graceUntil) warnings.push({ kind: 'unsubmitted-changes' })

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
function isWithdrawn(version: SubmittedVersion, { year, at }: VerdictInput): boolean {
  if (version.withdrawnAt === null || version.withdrawnAt > at) return false
  return version.submittedAt >= year.graceUntil || version.withdrawnAt < year.graceUntil
}

type Compared = {
  have: Tally
  /** Why a candidate does not count after all. */
  identical: ReadonlyMap<string, Reason>
  veryLike: ReadonlyMap<string, string>
  /** Whether a candidate counts, by itself or together with one identical to it. */
  isUsed: (pieceId: string) => boolean
}

/**
 * Looks at the candidates together, in the order in which they were first submitted.
 *
 * Of identical pieces the first submitted stands for all, so that neither the order of a list nor a piece added later
 * changes which one counts. For the same reason a piece is identical to one of an earlier year only if that one was
 * submitted first.
 */
function compare(candidates: readonly Candidate[], input: VerdictInput): Compared {
  const { pack, year } = input
  const earlier = [...input.alreadyCounted]
    .map(([pieceId, counted]) => ({ pieceId, ...counted }))
    .toSorted(byFirstSubmission)
  const earlierByFingerprint = new Map<string, (typeof earlier)[number]>()
  for (const counted of earlier)
    if (!earlierByFingerprint.has(counted.version.fingerprint))
      earlierByFingerprint.set(counted.version.fingerprint, counted)

  const identical = new Map<string, Reason>()
  const usedElsewhere = new Set<string>()
  const groups = new Map<string, { first: Candidate; hasPeerReflection: boolean }>()
  for (const candidate of candidates) {
    const { fingerprint, hasPeerReflection } = candidate.version
    const before = earlierByFingerprint.get(fingerprint)
    if (before !== undefined && byFirstSubmission(before, candidate) < 0) {
      usedElsewhere.add(candidate.pieceId)
      identical.set(candidate.pieceId, {
        kind: 'identical',
        toPieceId: before.pieceId,
        countedIn: before.closingYear,
      })
      continue
    }
    const group = groups.get(fingerprint)
    if (group === undefined) {
      groups.set(fingerprint, { first: candidate, hasPeerReflection })
      continue
    }
    group.hasPeerReflection ||= hasPeerReflection
    identical.set(candidate.pieceId, {
      kind: 'identical',
      toPieceId: group.first.pieceId,
      countedIn: year.closingYear,
    })
  }

  const counting = [...groups.values()]
  return {
    have: {
      pieces: counting.length,
      withPeerReflection: counting.filter(group => group.hasPeerReflection).length,
    },
    identical,
    // A warning is for what can still be changed, and comparing is what costs most here: a closed year gets none.
    veryLike:
      input.at >= year.graceUntil
        ? new Map()
        : findVeryLike(
            counting.map(group => group.first),
            earlier,
            pack.requirement.veryLike,
          ),
    isUsed: pieceId => !usedElsewhere.has(pieceId),
  }
}

/** For each piece that counts, the first-submitted piece it is very like, if any: this year's or an earlier year's. */
function findVeryLike(
  counting: readonly Candidate[],
  earlier: readonly Candidate[],
  threshold: number,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const before = [...earlier]
  for (const candidate of counting) {
    const like = before.find(
      other =>
        isVeryLike(other.version.likeness, candidate.version.likeness, threshold) &&
        byFirstSubmission(other, candidate) < 0,
    )
    if (like !== undefined) found.set(candidate.pieceId, like.pieceId)
    before.push(candidate)
  }
  return found
}

/** The earliest year for which anything was submitted in time, or in which anything was submitted. */
function firstYearSubmittedFor(packs: RulePacks, pieces: readonly PieceHistory[], at: Date): number | null {
  let earliest: number | null = null
  for (const { versions } of pieces)
    for (const { activityDate, submittedAt } of versions) {
      if (submittedAt > at) continue
      const dated = yearOfDay(packs, activityDate)
      const year = dated === null ? null : registrationYear(packs, dated)
      const closingYear =
        year !== null && submittedAt < year.graceUntil
          ? year.closingYear
          : (yearAt(packs, submittedAt)?.closingYear ?? null)
      if (closingYear !== null && (earliest === null || closingYear < earliest)) earliest = closingYear
    }
  return earliest
}

function isWithin(year: RegistrationYear, day: Day): boolean {
  return year.firstDay <= day && day <= year.lastDay
}

function bySubmission(a: SubmittedVersion, b: SubmittedVersion): number {
  return a.submittedAt.getTime() - b.submittedAt.getTime() || a.number - b.number
}

function byFirstSubmission(
  a: { pieceId: string; firstSubmittedAt: Date },
  b: { pieceId: string; firstSubmittedAt: Date },
): number {
  const byTime = a.firstSubmittedAt.getTime() - b.firstSubmittedAt.getTime()
  return byTime || (a.pieceId < b.pieceId ? -1 : a.pieceId > b.pieceId ? 1 : 0)
}
