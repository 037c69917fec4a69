import { sql } from 'kysely'
import type { Db } from '../../platform/db/connect.ts'
import type { Ticks, Topic } from './time-spent.ts'

export async function listTicks(db: Db, sessionId: string): Promise<Ticks[]> {
  const rows = await db
    .selectFrom('timeSpent')
    .select(['personId', 'topics'])
    .where('sessionId', '=', sessionId)
    .orderBy('personId')
    .execute()
  // Written by `saveTicks` alone.
  return rows.map(({ personId, topics }) => ({ personId, topics: topics as Topic[] }))
}

export interface TickedSession {
  readonly sessionId: string
  readonly startsAt: Date
  readonly ticks: readonly Ticks[]
}

/** The sessions of a relationship that somebody has ticked, up to one of them: the last few, the oldest first. */
export async function listTickedSessions(
  db: Db,
  relationshipId: string,
  { upTo, most }: { readonly upTo: Date; readonly most: number },
): Promise<TickedSession[]> {
  const { rows } = await sql<TickedSession>`
    select s.session_id, s.starts_at,
      json_agg(json_build_object('personId', t.person_id, 'topics', t.topics) order by t.person_id) as ticks
    from supervision_session s join time_spent t on t.session_id = s.session_id
    where s.relationship_id = ${relationshipId} and s.starts_at <= ${upTo} and s.state = 'held'
    group by s.session_id order by s.starts_at desc limit ${most}`.execute(db)
  return rows.toReversed()
}

export async function saveTicks(db: Db, sessionId: string, { personId, topics }: Ticks): Promise<void> {
  await db
    .insertInto('timeSpent')
    .values({ sessionId, personId, topics: [...topics] })
    .onConflict(conflict => conflict.columns(['sessionId', 'personId']).doUpdateSet({ topics: [...topics] }))
    .execute()
}
