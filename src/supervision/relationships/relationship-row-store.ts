import { sql } from 'kysely'
import type { EarlierPolicy, PolicyContent } from '../../organisations/policy-of.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { Ending } from './ending.ts'

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

/** Who said when that something ends, and why. */
export interface SaidEnd {
  readonly endedBy: string
  readonly endedAt: Date
  readonly endReason: string
}

/** Nothing is deleted: the row says from when on it is over. */
export async function saveRelationshipEnd(
  db: Db,
  relationshipId: string,
  end: SaidEnd & { readonly toDay: Day },
): Promise<void> {
  await db.updateTable('relationship').set(end).where('relationshipId', '=', relationshipId).execute()
}

interface EndingRow extends Pick<Ending, 'partOf' | 'lastDay'> {
  readonly endedBy: string | null
  readonly endedAt: Date | null
  readonly endReason: string | null
}

/** That it ends, and that parts of it do which end before it. */
export async function listEndings(db: Db, relationshipId: string): Promise<readonly Ending[]> {
  const { rows } = await sql<EndingRow>`
    select null::uuid as part_of, r.to_day as last_day, r.ended_by, r.ended_at, r.end_reason
    from relationship r where r.relationship_id = ${relationshipId} and r.to_day is not null
    union all
    select e.person_id, e.to_day, e.ended_by, e.ended_at, e.end_reason
    from relationship_supervisee e join relationship r on r.relationship_id = e.relationship_id
    where e.relationship_id = ${relationshipId} and e.to_day is not null and (r.to_day is null or e.to_day < r.to_day)
    order by last_day, part_of`.execute(db)
  return rows.map(({ partOf, lastDay, endedBy, endedAt, endReason }) => ({
    partOf,
    lastDay,
    said:
      endedBy === null || endedAt === null || endReason === null
        ? null
        : { by: endedBy, at: endedAt, reason: endReason },
  }))
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
  { relationshipId, personId, ...end }: SaidEnd & { relationshipId: string; personId: string; toDay: Day },
): Promise<void> {
  const { toDay } = end
  await db
    .updateTable('relationshipSupervisee')
    .set(end)
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
