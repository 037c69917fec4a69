import { latestSubmission, type Piece } from '../../cpd/piece.ts'
import { textOfAnswer } from '../../cpd/submission-text.ts'
import type { SubmissionContent } from '../../cpd/submission-content.ts'
import {
  daysBetween,
  readDate,
  type DateParts,
  type DatePart,
  type DateProblem,
  type Day,
} from '../../platform/day.ts'
import { isId } from '../../platform/id.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'

/** One version of a piece of CPD that its author takes to one session. What they write later is not in it. */
export interface SharedPiece {
  readonly personId: string
  readonly pieceId: string
  readonly content: SubmissionContent
  /** The last day on which the supervisor can read it. */
  readonly untilDay: Day
  readonly sharedAt: Date
}

/** Which version of which piece: what was submitted under a number, or the draft as it is at that moment. */
export interface ChosenVersion {
  readonly pieceId: string
  readonly version: 'draft' | number
}

/** What of a piece can be shared, the newest first. */
export function versionsOf(piece: Piece): readonly ChosenVersion[] {
  const { pieceId, draft } = piece
  const latest = latestSubmission(piece)
  return [
    ...(draft === null ? [] : [{ pieceId, version: 'draft' as const }]),
    ...(latest === null ? [] : [{ pieceId, version: latest.number }]),
  ]
}

export function writeVersion({ pieceId, version }: ChosenVersion): string {
  return `${pieceId} ${version}`
}

export function readVersion(text: string): ChosenVersion | null {
  const [, pieceId, version] = /^(\S+) (draft|[1-9]\d{0,6})$/.exec(text) ?? []
  if (pieceId === undefined || version === undefined || !isId(pieceId)) return null
  return { pieceId, version: version === 'draft' ? 'draft' : Number(version) }
}

/** The longest that anything is shared for, in days: somebody who needs it longer shares it again. */
const longestShare = 366

export type UntilProblem = {
  readonly problem: DateProblem | 'in-the-past' | 'too-far'
  readonly parts: readonly DatePart[]
}

export function readUntil(typed: DateParts, today: Day): Result<Day, UntilProblem> {
  const read = readDate(typed)
  if (!read.ok) return refuse({ problem: read.problem, parts: read.parts })
  const parts = ['day', 'month', 'year'] as const
  if (read.day < today) return refuse({ problem: 'in-the-past', parts })
  if (daysBetween(today, read.day) > longestShare) return refuse({ problem: 'too-far', parts })
  return ok(read.day)
}

export function titleOfShared({ content }: Pick<SharedPiece, 'content'>): string {
  const title = content.answers.find(({ kind }) => kind === 'title')
  const text = title === undefined ? '' : textOfAnswer(title).trim()
  return text === '' ? 'Piece with no title yet' : text
}
