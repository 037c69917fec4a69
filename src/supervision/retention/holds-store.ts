import { sql } from 'kysely'
import type { Db } from '../../platform/db/connect.ts'
import type { Hold } from './hold.ts'

/** The two of a relationship of an organisation, by their names. */
export async function findHoldable(
  db: Db,
  organisationId: string,
  relationshipId: string,
): Promise<{ readonly supervisorName: string | null; readonly superviseeNames: readonly string[] } | null> {
  const { rows } = await sql<{ supervisorName: string | null; superviseeNames: readonly string[] }>`
    select p.known_as as supervisor_name,
      (
        select coalesce(json_agg(distinct q.known_as), '[]') from relationship_supervisee s
        join supervision_profile q on q.person_id = s.person_id where s.relationship_id = r.relationship_id
      ) as supervisee_names
    from relationship r left join supervision_profile p on p.person_id = r.supervisor_id
    where r.organisation_id = ${organisationId} and r.relationship_id = ${relationshipId}`.execute(db)
  return rows[0] ?? null
}

/** Every hold of a relationship, the latest first. */
export async function listHolds(db: Db, relationshipId: string): Promise<readonly Hold[]> {
  const rows = await db
    .selectFrom('supervisionHold')
    .select(['holdId', 'reason', 'placedBy', 'placedAt', 'liftedAt'])
    .where('relationshipId', '=', relationshipId)
    .orderBy('placedAt', 'desc')
    .execute()
  return rows.map(({ placedAt, liftedAt, ...hold }) => ({
    ...hold,
    placedAt: new Date(placedAt),
    liftedAt: liftedAt === null ? null : new Date(liftedAt),
  }))
}

interface HoldToPlace {
  readonly holdId: string
  readonly relationshipId: string
  readonly reason: string
  readonly placedBy: string
  readonly placedAt: Date
}

/** Whether it was not there yet. */
export async function insertHold(db: Db, hold: HoldToPlace): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('supervisionHold')
    .values(hold)
    .onConflict(conflict => conflict.columns(['relationshipId', 'holdId']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Whether it stood until now. */
export async function saveLifted(
  db: Db,
  relationshipId: string,
  holdId: string,
  liftedAt: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('supervisionHold')
    .set({ liftedAt })
    .where('relationshipId', '=', relationshipId)
    .where('holdId', '=', holdId)
    .where('liftedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0
}
