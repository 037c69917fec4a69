import { ownPolicyOf, policyOf } from '../organisations/policy-of.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Day } from '../platform/day.ts'
import { policyOn, type Policy } from './policy.ts'
import type { Relationship } from './relationship.ts'

/** Every version of the policies of some organisations, or of all, by organisation. */
export async function listPolicies(
  db: Db,
  organisationIds: readonly string[] | 'all',
): Promise<ReadonlyMap<string, readonly Policy[]>> {
  const query = db
    .selectFrom('supervisionPolicy')
    .select(['organisationId', 'version', 'fromDay', 'content'])
    .orderBy('version')
  const rows =
    organisationIds === 'all'
      ? await query.execute()
      : organisationIds.length === 0
        ? []
        : await query.where('organisationId', 'in', [...organisationIds]).execute()
  const policies = new Map<string, Policy[]>()
  for (const { organisationId, ...row } of rows) {
    const all = policies.get(organisationId) ?? []
    all.push(policyOf(row))
    policies.set(organisationId, all)
  }
  return policies
}

/** The policy that a relationship is under on a day: its organisation's, or the one its two sides chose. */
export async function findPolicyOn(
  db: Db,
  { relationshipId, organisationId, during }: Relationship,
  day: Day,
): Promise<Policy | null> {
  if (organisationId !== null)
    return policyOn((await listPolicies(db, [organisationId])).get(organisationId) ?? [], day)
  const row = await db
    .selectFrom('relationship')
    .select('ownPolicy')
    .where('relationshipId', '=', relationshipId)
    .executeTakeFirst()
  return row?.ownPolicy == null ? null : ownPolicyOf(row.ownPolicy, during.from)
}
