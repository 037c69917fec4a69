import { sql } from 'kysely'
import { parseDay, type Day } from '../platform/day.ts'
import type { Piece, Submission } from './piece.ts'

/** A row of `piece` with its submissions, but without what was written. */
export const pieceAsJsonText = `json_build_object(
  'pieceId', piece.piece_id, 'createdAt', piece.created_at, 'changedAt', changed_at, 'version', version,
  'hasDraft', draft is not null, 'draftTitle', draft_title, 'draftDate', draft_date,
  'copiedOn', copied_on, 'copiedNumber', copied_number,
  'submissions', (
    select coalesce(json_agg(json_build_object(
      'number', number, 'submittedAt', submitted_at, 'withdrawnAt', withdrawn_at, 'pieceVersion', piece_version,
      'title', title, 'receipt', receipt, 'sha256', sha256, 'activityDate', activity_date,
      'hasPeerReflection', has_peer_reflection, 'fingerprint', fingerprint, 'likeness', likeness) order by number), '[]')
    from submission where submission.person_id = piece.person_id and submission.piece_id = piece.piece_id))`

export const pieceAsJson = sql.raw(pieceAsJsonText)

/** What that gives: JSON has no dates, so instants come as text. */
export interface PieceJson {
  readonly pieceId: string
  readonly createdAt: string
  readonly changedAt: string
  readonly version: number
  readonly hasDraft: boolean
  readonly draftTitle: string | null
  readonly draftDate: string | null
  readonly copiedOn: Day | null
  readonly copiedNumber: number | null
  readonly submissions: readonly (Omit<Submission, 'submittedAt' | 'withdrawnAt'> & {
    readonly submittedAt: string
    readonly withdrawnAt: string | null
  })[]
}

export function pieceOf(json: PieceJson): Piece {
  return {
    pieceId: json.pieceId,
    createdAt: new Date(json.createdAt),
    changedAt: new Date(json.changedAt),
    version: json.version,
    draft: json.hasDraft ? { title: json.draftTitle ?? '', date: parseDay(json.draftDate ?? '') } : null,
    submissions: json.submissions.map(submission => ({
      ...submission,
      submittedAt: new Date(submission.submittedAt),
      withdrawnAt: submission.withdrawnAt === null ? null : new Date(submission.withdrawnAt),
    })),
    copied:
      json.copiedOn === null || json.copiedNumber === null
        ? null
        : { on: json.copiedOn, number: json.copiedNumber },
  }
}
