import type { RulePacks } from '../schemes/rule-pack.ts'
import type { Registration } from './registration.ts'
import type { VersionSummary } from './submitted-version.ts'
import type { PieceHistory } from './piece-verdict.ts'
import { recordVerdicts, type YearVerdict } from './verdict.ts'

/**
 * The record as it would be after a change, so that a screen can ask for the verdict on it and say beforehand that
 * the requirement would no longer be met.
 */

export function ifSubmitted(
  pieces: readonly PieceHistory[],
  pieceId: string,
  summary: VersionSummary,
  at: Date,
): PieceHistory[] {
  const submit = (piece: PieceHistory): PieceHistory => {
    const number = 1 + Math.max(0, ...piece.versions.map(version => version.number))
    const version = { ...summary, number, submittedAt: at, withdrawnAt: null }
    return { ...piece, hasDraft: false, draftDate: null, versions: [...piece.versions, version] }
  }
  if (!pieces.some(piece => piece.pieceId === pieceId))
    return [...pieces, submit({ pieceId, hasDraft: false, draftDate: null, versions: [] })]
  return pieces.map(piece => (piece.pieceId === pieceId ? submit(piece) : piece))
}

export function ifWithdrawn(pieces: readonly PieceHistory[], pieceId: string, at: Date): PieceHistory[] {
  return pieces.map(piece =>
    piece.pieceId === pieceId
      ? {
          ...piece,
          versions: piece.versions.map(version => ({ ...version, withdrawnAt: version.withdrawnAt ?? at })),
        }
      : piece,
  )
}

interface Change {
  readonly packs: RulePacks
  readonly registration: Registration
  readonly keptSince: Date
  readonly at: Date
  readonly before: readonly PieceHistory[]
  readonly after: readonly PieceHistory[]
}

/** The years whose requirement is met now and would not be after the change, with the verdict they would then get. */
export function yearsUnmetBy({ packs, registration, keptSince, at, before, after }: Change): YearVerdict[] {
  const isMet = ({ verdict }: YearVerdict) => verdict.outcome === 'met'
  const verdicts = (pieces: readonly PieceHistory[]) =>
    recordVerdicts(packs, pieces, registration, at, keptSince)
  const metBefore = new Set(
    verdicts(before)
      .filter(isMet)
      .map(({ year }) => year.closingYear),
  )
  return verdicts(after).filter(year => metBefore.has(year.year.closingYear) && !isMet(year))
}
