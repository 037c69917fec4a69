import { sql } from 'kysely'
import type { OwnPolicies } from '../../organisations/policy-of.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'

/** Where there is an organisation, with no policy of their own. */
export interface EndedRelationship extends OwnPolicies {
  readonly relationshipId: string
  readonly organisationId: string | null
  readonly beganOn: Day
  readonly endedOn: Day
}

/** Relationships that have ended, by id, the first ones after `after`. */
export async function listEnded(
  db: Db,
  { today, after, limit }: { readonly today: Day; readonly after: string | null; readonly limit: number },
): Promise<readonly EndedRelationship[]> {
  const { rows } = await sql<EndedRelationship>`
    select relationship_id, organisation_id, own_policy, own_policy_from, own_policies_before,
      from_day as began_on, to_day as ended_on from relationship
    where to_day < ${today}::date and (${after}::uuid is null or relationship_id > ${after}::uuid)
    order by relationship_id limit ${limit}`.execute(db)
  return rows
}

/**
 * Deletes relationships whole, but those with a hold; returns how many went. They are locked before it is asked for holds: a
 * hold that is being placed meanwhile waits or is seen.
 */
export async function deleteRelationships(db: Db, relationshipIds: readonly string[]): Promise<number> {
  const ids = [...relationshipIds]
  await sql`select from relationship where relationship_id = any(${ids}::uuid[]) order by relationship_id for update`.execute(
    db,
  )
  const { numAffectedRows } = await sql`
    delete from relationship r where r.relationship_id = any(${ids}::uuid[])
      and not exists (
        select from supervision_hold h where h.relationship_id = r.relationship_id and h.lifted_at is null
      )`.execute(db)
  return Number(numAffectedRows ?? 0)
}
