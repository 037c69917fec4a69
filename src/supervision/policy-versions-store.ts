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
  for (const { organisationId, version, fromDay, content } of rows) {
    const all = policies.get(organisationId) ?? []
    // Written by us, from a form that was checked: see `supervision_policy` in the migration.
    all.push({ ...(content as unknown as PolicyContent), version, from: fromDay as Day })
    policies.set(organisationId, all)
  }
  return policies
}

/** What is stored of a policy, of an organisation's or of two people's own. */
export type PolicyContent = Omit<Policy, 'version' | 'from'>

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
  if (!row?.ownPolicy) return null
  return { ...(row.ownPolicy as unknown as PolicyContent), version: 1, from: during.from }
}
