import { isVeryLike } from './likeness.ts'
import type { JudgedAgainst } from './judge-piece.ts'
import { byFirstSubmission, type Candidate, type Reason } from './piece-verdict.ts'
import type { Tally } from './tally.ts'

export type Compared = {
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
export function comparePieces(
  candidates: readonly Candidate[],
  input: JudgedAgainst,
  veryLikeFrom: number,
): Compared {
  const { year } = input
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
            veryLikeFrom,
          ),
    isUsed: pieceId => !usedElsewhere.has(pieceId),
  }
}

/** Enough for anybody's year, and few enough that a record of thousands does not hold up everybody else's page. */
const comparedWith = 200

/** For each piece that counts, the first-submitted piece it is very like, if any: this year's or an earlier year's. */
function findVeryLike(
  counting: readonly Candidate[],
  earlier: readonly Candidate[],
  threshold: number,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const before = [...earlier]
  for (const candidate of counting) {
    const like = before
      .slice(-comparedWith)
      .find(
        other =>
          isVeryLike(other.version.likeness, candidate.version.likeness, threshold) &&
          byFirstSubmission(other, candidate) < 0,
      )
    if (like !== undefined) found.set(candidate.pieceId, like.pieceId)
    before.push(candidate)
  }
  return found
}
