import { sql } from 'kysely'
import type { EarlierPolicy, PolicyContent } from '../../organisations/policy-of.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'

/**
 * Until the transaction ends nobody else offers or signs an agreement, plans a session or ends the relationship. Not
 * `for update`: the trace of a reading, which another connection commits meanwhile, refers to this row.
 */
export async function lockRelationship(
  db: Db,
  relationshipId: string,
): Promise<{ readonly toDay: string | null }> {
  return db
    .selectFrom('relationship')
    .select('toDay')
    .where('relationshipId', '=', relationshipId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}

/** Nothing is deleted: the row says from when on it is over. */
export async function saveRelationshipEnd(db: Db, relationshipId: string, toDay: Day | null): Promise<void> {
  await db.updateTable('relationship').set({ toDay }).where('relationshipId', '=', relationshipId).execute()
}

/** When somebody's part in it ends that goes on today; null where no day is set. */
export async function findSuperviseeEnd(
  db: Db,
  { relationshipId, personId, today }: { relationshipId: string; personId: string; today: Day },
): Promise<string | null> {
  const row = await db
    .selectFrom('relationshipSupervisee')
    .select('toDay')
    .where('relationshipId', '=', relationshipId)
    .where('personId', '=', personId)
    .where('fromDay', '<=', today)
    .where(eb => eb.or([eb('toDay', 'is', null), eb('toDay', '>=', today)]))
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row?.toDay ?? null
}

/** One person's part in a group; the others go on. Nobody comes back, or stays longer, by an end. */
export async function saveSuperviseeEnd(
  db: Db,
  { relationshipId, personId, toDay }: { relationshipId: string; personId: string; toDay: Day },
): Promise<void> {
  await db
    .updateTable('relationshipSupervisee')
    .set({ toDay })
    .where('relationshipId', '=', relationshipId)
    .where('personId', '=', personId)
    .where('fromDay', '<=', toDay)
    .where(eb => eb.or([eb('toDay', 'is', null), eb('toDay', '>', toDay)]))
    .execute()
}

/** What two people without an organisation have chosen for themselves: the newest, and what they had before it. */
export async function saveOwnPolicy(
  db: Db,
  relationshipId: string,
  chosen: {
    readonly policy: PolicyContent
    readonly from: Day
    readonly by: string
    readonly before: readonly EarlierPolicy[]
  },
): Promise<void> {
  await db
    .updateTable('relationship')
    .set({
      ownPolicy: JSON.stringify(chosen.policy),
      ownPolicyFrom: chosen.from,
      ownPolicyBy: chosen.by,
      ownPoliciesBefore: JSON.stringify(chosen.before),
    })
    .where('relationshipId', '=', relationshipId)
    .where('organisationId', 'is', null)
    .execute()
}

/** Which of the two chose the newest of their policies; null where neither has. */
export async function findOwnPolicyBy(db: Db, relationshipId: string): Promise<string | null> {
  const row = await db
    .selectFrom('relationship')
    .select('ownPolicyBy')
    .where('relationshipId', '=', relationshipId)
    .executeTakeFirst()
  return row?.ownPolicyBy ?? null
}

/** Who gives the same people professional supervision in the same organisation, and is a registered social worker. */
export async function listProfessionalSupervisors(
  db: Db,
  relationshipId: string,
  today: Day,
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly knownAs: string }>`
    select distinct p.known_as
    from relationship r
    join relationship_supervisee e on e.relationship_id = r.relationship_id
    join relationship_supervisee e2 on e2.person_id = e.person_id and e2.relationship_id <> r.relationship_id
    join relationship other on other.relationship_id = e2.relationship_id and other.kind = 'professional'
      and other.organisation_id = r.organisation_id
    join supervision_profile p on p.person_id = other.supervisor_id and p.is_registered
    where r.relationship_id = ${relationshipId}
      and e.from_day <= ${today} and (e.to_day is null or e.to_day >= ${today})
      and e2.from_day <= ${today} and (e2.to_day is null or e2.to_day >= ${today})
      and other.from_day <= ${today} and (other.to_day is null or other.to_day >= ${today})
    order by p.known_as`.execute(db)
  return rows.map(({ knownAs }) => knownAs)
}
