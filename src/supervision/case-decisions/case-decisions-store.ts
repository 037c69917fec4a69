import { sql } from 'kysely'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { CaseDecision, TakenOut, WaitingDecision } from './case-decision.ts'

export interface DecisionsOfSession {
  /** As they were written, the first first. */
  readonly waiting: readonly WaitingDecision[]
  readonly takenOut: readonly TakenOut[]
}

interface Row {
  readonly decisionId: string
  readonly reference: string | null
  readonly decision: string | null
  readonly rationale: string | null
  readonly actions: string | null
  readonly byDay: Day | null
  readonly writtenAt: Date
  readonly jobRole: string | null
  readonly extractedAt: Date | null
}

export async function listDecisions(db: Db, sessionId: string): Promise<DecisionsOfSession> {
  const { rows } = await sql<Row>`
    select d.decision_id, d.reference, d.decision, d.rationale, d.actions, d.by_day, d.written_at, d.extracted_at,
      (
        select m.job_role from supervision_session s
        join relationship r on r.relationship_id = s.relationship_id
        join membership m on m.organisation_id = r.organisation_id and m.person_id = d.written_by
        where s.session_id = d.session_id order by m.from_day desc limit 1
      ) as job_role
    from case_decision d where d.session_id = ${sessionId} order by d.written_at, d.decision_id`.execute(db)
  return {
    waiting: rows.flatMap(row =>
      row.extractedAt === null
        ? [
            {
              decisionId: row.decisionId,
              reference: row.reference ?? '',
              decision: row.decision ?? '',
              rationale: row.rationale ?? '',
              actions: row.actions ?? '',
              byDay: row.byDay,
              writtenAt: row.writtenAt,
              jobRole: row.jobRole,
            },
          ]
        : [],
    ),
    takenOut: rows.flatMap(({ decisionId, extractedAt }) =>
      extractedAt === null ? [] : [{ decisionId, takenOutAt: extractedAt }],
    ),
  }
}

export interface NewDecision extends CaseDecision {
  readonly sessionId: string
  readonly writtenBy: string
}

/** False where a decision with this id is there already. */
export async function addDecision(db: Db, decision: NewDecision): Promise<boolean> {
  const added = await db
    .insertInto('caseDecision')
    .values(decision)
    .onConflict(conflict => conflict.columns(['sessionId', 'decisionId']).doNothing())
    .returning('decisionId')
    .executeTakeFirst()
  return added !== undefined
}

export async function changeDecision(
  db: Db,
  sessionId: string,
  { decisionId, reference, decision, rationale, actions, byDay }: Omit<CaseDecision, 'writtenAt'>,
): Promise<void> {
  await db
    .updateTable('caseDecision')
    .set({ reference, decision, rationale, actions, byDay })
    .where('sessionId', '=', sessionId)
    .where('decisionId', '=', decisionId)
    .execute()
}

export async function deleteDecision(db: Db, sessionId: string, decisionId: string): Promise<void> {
  await db
    .deleteFrom('caseDecision')
    .where('sessionId', '=', sessionId)
    .where('decisionId', '=', decisionId)
    .execute()
}

/** Empties these decisions of a session that were not emptied yet: not a word of them stays. */
export async function emptyDecisions(
  db: Db,
  sessionId: string,
  decisionIds: readonly string[],
  at: Date,
): Promise<void> {
  await sql`
    update case_decision
    set reference = null, decision = null, rationale = null, actions = null, by_day = null, extracted_at = ${at}
    where session_id = ${sessionId} and decision_id = any(${decisionIds}::uuid[]) and extracted_at is null`.execute(
    db,
  )
}
