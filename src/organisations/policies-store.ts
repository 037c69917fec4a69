import type { Db } from '../platform/db/connect.ts'
import type { Policy } from '../supervision/policy.ts'
import { contentOf, policyOf } from './policy-of.ts'

/** Every version of an organisation's policy, in order; which is in force on a day, `policyOn` says. */
export async function findPolicies(db: Db, organisationId: string): Promise<Policy[]> {
  const rows = await db
    .selectFrom('supervisionPolicy')
    .select(['version', 'fromDay', 'content'])
    .where('organisationId', '=', organisationId)
    .orderBy('version')
    .execute()
  return rows.map(policyOf)
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
