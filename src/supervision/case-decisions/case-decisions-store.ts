import { sql } from 'kysely'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { CaseDecision, TakenOut } from './case-decision.ts'

export interface DecisionsOfSession {
  /** As they were written, the first first. */
  readonly waiting: readonly CaseDecision[]
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
  readonly extractedAt: Date | null
}

export async function listDecisions(db: Db, sessionId: string): Promise<DecisionsOfSession> {
  const { rows } = await sql<Row>`
    select decision_id, reference, decision, rationale, actions, by_day, written_at, extracted_at
    from case_decision where session_id = ${sessionId} order by written_at, decision_id`.execute(db)
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

/** Empties everything of a session that was not emptied yet: not a word of it stays. */
export async function emptyDecisions(db: Db, sessionId: string, at: Date): Promise<void> {
  await sql`
    update case_decision
    set reference = null, decision = null, rationale = null, actions = null, by_day = null, extracted_at = ${at}
    where session_id = ${sessionId} and extracted_at is null`.execute(db)
}
