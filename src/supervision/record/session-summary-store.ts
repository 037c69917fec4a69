import { sql } from 'kysely'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { SessionSummary } from './session-summary.ts'

interface Row extends Omit<SessionSummary, 'signed'> {
  readonly isSigned: boolean
  readonly answers: readonly { readonly personId: string; readonly agrees: boolean }[]
}

/** All compartments of a session in numbers, in one statement; not a word of what they hold. */
export async function findSessionSummary(
  db: Db,
  {
    relationshipId,
    sessionId,
    today,
  }: { readonly relationshipId: string; readonly sessionId: string; readonly today: Day },
): Promise<SessionSummary> {
  const { rows } = await sql<Row>`
    select
      exists (select from shared_draft where kind = 'joint-record' and about_id = ${sessionId}) as has_draft,
      exists (select from joint_record where session_id = ${sessionId}) as is_signed,
      (
        select coalesce(json_agg(json_build_object('personId', person_id, 'agrees', agrees)), '[]')
        from joint_answer where session_id = ${sessionId}
      ) as answers,
      (select count(*) from case_decision where session_id = ${sessionId} and extracted_at is null)
        as decisions_waiting,
      (select count(*) from case_decision where session_id = ${sessionId} and extracted_at is not null)
        as decisions_taken_out,
      (select count(*) from supervision_action where session_id = ${sessionId}) as actions_agreed,
      (select count(*) from supervision_action where relationship_id = ${relationshipId} and closed_at is null)
        as actions_open,
      (
        select count(*) from supervision_action
        where relationship_id = ${relationshipId} and closed_at is null and by_day < ${today}
      ) as actions_overdue,
      array(select person_id::text from personal_note where session_id = ${sessionId} and text <> '') as have_notes,
      array(select person_id::text from time_spent where session_id = ${sessionId}) as have_ticked,
      (
        select coalesce(json_agg(json_build_object(
          'personId', shared.person_id, 'pieceId', shared.piece_id, 'untilDay', shared.until_day
        ) order by shared.shared_at), '[]')
        from shared_piece shared
        join piece on piece.person_id = shared.person_id and piece.piece_id = shared.piece_id
        where shared.session_id = ${sessionId} and shared.taken_back_at is null and shared.until_day >= ${today}
          and piece.deleted_at is null
      ) as shared`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('a statement without a table gives a row')
  const { isSigned, answers, ...summary } = row
  return { ...summary, signed: isSigned ? { answers } : null }
}
