import { findPolicies } from '../../organisations/policies-store.ts'
import { ownPoliciesOf } from '../../organisations/policy-of.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { Policy } from './policy.ts'
import type { Relationship } from '../relationship.ts'

/** Every version of the policy that a relationship is under: its organisation's, or the one its two sides chose. */
export async function listPoliciesFor(
  db: Db,
  {
    relationshipId,
    organisationId,
    during,
  }: Pick<Relationship, 'relationshipId' | 'organisationId' | 'during'>,
): Promise<readonly Policy[]> {
  if (organisationId !== null) return findPolicies(db, organisationId)
  const own = await db
    .selectFrom('relationship')
    .select(['ownPolicy', 'ownPolicyFrom', 'ownPoliciesBefore'])
    .where('relationshipId', '=', relationshipId)
    .executeTakeFirstOrThrow()
  // The database holds a date there.
  return ownPoliciesOf({ ...own, ownPolicyFrom: own.ownPolicyFrom as Day | null }, during.from)
}
