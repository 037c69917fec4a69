import type { VersionSummary } from './submitted-version.ts'
import type { PieceHistory } from './piece-verdict.ts'

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
