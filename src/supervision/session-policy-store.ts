import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connect.ts'
import { policyOn, type Policy } from './policy.ts'

interface Row {
  readonly version: number
  readonly fromDay: Day
  readonly content: Omit<Policy, 'version' | 'from'>
}

/** The policy that is in force for a relationship on a day: its organisation's, or the one that the two chose. */
export async function findSessionPolicy(db: Db, relationshipId: string, day: Day): Promise<Policy | null> {
  const { rows } = await sql<Row>`
    select p.version, p.from_day, p.content from relationship r
    join supervision_policy p on p.organisation_id = r.organisation_id
    where r.relationship_id = ${relationshipId}
    union all
    select 1, r.from_day, r.own_policy from relationship r
    where r.relationship_id = ${relationshipId} and r.own_policy is not null`.execute(db)
  const policies = rows.map(({ version, fromDay, content }) => ({ ...content, version, from: fromDay }))
  return policyOn(policies, day)
}
