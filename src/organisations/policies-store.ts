import type { Db } from '../platform/db/connect.ts'
import type { Policy } from '../supervision/policy/policy.ts'
import { contentOf, policyOf } from './policy-of.ts'

/** Every version of an organisation's policy, in order; which is in force on a day, `policyInForce` says. */
export async function findPolicies(db: Db, organisationId: string): Promise<readonly Policy[]> {
  return (await listPolicies(db, [organisationId])).get(organisationId) ?? []
}

/** The same of several organisations, or of all: by organisation. */
export async function listPolicies(
  db: Db,
  organisationIds: readonly string[] | 'all',
): Promise<ReadonlyMap<string, readonly Policy[]>> {
  if (organisationIds.length === 0) return new Map()
  const query = db
    .selectFrom('supervisionPolicy')
    .select(['organisationId', 'version', 'fromDay', 'content'])
    .orderBy('version')
  const rows = await (
    organisationIds === 'all' ? query : query.where('organisationId', 'in', [...organisationIds])
  ).execute()
  const byOrganisation = Map.groupBy(rows, ({ organisationId }) => organisationId)
  return new Map(
    [...byOrganisation].map(([organisationId, versions]) => [organisationId, versions.map(policyOf)]),
  )
}

export async function insertPolicy(
  db: Db,
  organisationId: string,
  policy: Policy,
  made: { readonly by: string; readonly at: Date },
): Promise<void> {
  await db
    .insertInto('supervisionPolicy')
    .values({
      organisationId,
      version: policy.version,
      fromDay: policy.from,
      content: JSON.stringify(contentOf(policy)),
      madeAt: made.at,
      madeBy: made.by,
    })
    .execute()
}
