import { packForYear, registrationYear, yearAt, yearOfDay } from '../schemes/registration-year.ts'
import type { RegistrationYear } from '../schemes/registration-year.ts'
import type { RulePack, RulePacks } from '../schemes/rule-pack.ts'
import { comparePieces } from './compare-pieces.ts'
import { judgePiece, type JudgedAgainst } from './judge-piece.ts'
import {
  byFirstSubmission,
  type Candidate,
  type CountedEarlier,
  type PieceHistory,
  type PieceVerdict,
} from './piece-verdict.ts'
import { mustRecord } from './registration.ts'
import type { Registration, WhyNotRequired } from './registration.ts'
import type { Tally } from './tally.ts'

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

export type VerdictInput = JudgedAgainst & {
  /** The pack that governs the year. */
  pack: RulePack
  pieces: readonly PieceHistory[]
  registration: Registration
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

function judgeYear(input: VerdictInput): { verdict: Verdict; used: readonly Candidate[] } {
  const { pack, year, at } = input
  const judged = input.pieces.map(piece => judgePiece(piece, input))
  const candidates = judged
    .flatMap(piece => (piece.candidate ? [piece.candidate] : []))
    .toSorted(byFirstSubmission)
  const compared = comparePieces(candidates, input, pack.requirement.veryLike)

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
