import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { AgreedAction, ReadAction } from './agreed-action.ts'

interface Row {
  readonly actionId: string
  readonly sessionId: string
  readonly agreedAt: Date
  readonly what: string
  readonly ownerId: string
  readonly byDay: Day
  readonly closedAt: Date | null
  readonly closedIn: string | null
  readonly outcome: string | null
  readonly isSettled: boolean
}

/** By the day by when they are to be done. */
export async function listAgreedActions(db: Db, relationshipId: string): Promise<AgreedAction[]> {
  return list(db, relationshipId, sql`true`)
}

/** Those that wait: they stand first on the agenda of the next session. By the day by when they are to be done. */
export async function listOpenActions(db: Db, relationshipId: string): Promise<AgreedAction[]> {
  return list(db, relationshipId, sql`a.closed_at is null`)
}

async function list(db: Db, relationshipId: string, which: RawBuilder<unknown>): Promise<AgreedAction[]> {
  const { rows } = await sql<Row>`
    select a.action_id, a.session_id, s.starts_at as agreed_at, a.what, a.owner_id, a.by_day, a.closed_at, a.closed_in,
      a.outcome,
      exists (
        select from supervision_session closing
        join supervision_session later on later.relationship_id = closing.relationship_id
        where closing.session_id = a.closed_in and later.state = 'held' and later.starts_at > closing.starts_at
      ) as is_settled
    from supervision_action a join supervision_session s on s.session_id = a.session_id
    where a.relationship_id = ${relationshipId} and ${which}
    order by a.by_day, s.starts_at, a.action_id`.execute(db)
  return rows.map(({ closedAt, closedIn, outcome, isSettled, ...action }) => ({
    ...action,
    closed:
      closedAt === null ? null : { at: closedAt, sessionId: closedIn, outcome: outcome ?? '', isSettled },
  }))
}

interface NewAction extends ReadAction {
  readonly relationshipId: string
  readonly sessionId: string
  readonly actionId: string
}

/** False where an action with this id is there already. */
export async function addAction(db: Db, action: NewAction): Promise<boolean> {
  const added = await db
    .insertInto('supervisionAction')
    .values(action)
    .onConflict(conflict => conflict.columns(['relationshipId', 'actionId']).doNothing())
    .returning('actionId')
    .executeTakeFirst()
  return added !== undefined
}

/** Whether it was open until now. */
export async function closeOpenAction(
  db: Db,
  { relationshipId, actionId }: { readonly relationshipId: string; readonly actionId: string },
  closed: { readonly at: Date; readonly sessionId: string; readonly outcome: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('supervisionAction')
    .set({ closedAt: closed.at, closedIn: closed.sessionId, outcome: closed.outcome })
    .where('relationshipId', '=', relationshipId)
    .where('actionId', '=', actionId)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function reopenClosedAction(db: Db, relationshipId: string, actionId: string): Promise<void> {
  await db
    .updateTable('supervisionAction')
    .set({ closedAt: null, closedIn: null, outcome: null })
    .where('relationshipId', '=', relationshipId)
    .where('actionId', '=', actionId)
    .execute()
}
