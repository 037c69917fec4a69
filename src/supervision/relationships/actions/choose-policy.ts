import { isDeepStrictEqual } from 'node:util'
import { recordEvent } from '../../../audit/record-event.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import { listPoliciesFor } from '../../policy/policies-store.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Relationship } from '../../relationship.ts'
import { policyMark } from '../policy-mark.ts'
import { lockRelationship, saveOwnPolicy } from '../relationship-row-store.ts'

type PolicyContent = Omit<Policy, 'version' | 'from'>

/** What two people without an organisation supervise by. `shown` is what the page had: the other may have chosen since. */
export async function choosePolicy(
  db: Db,
  {
    relationship,
    personId,
    shown,
    policy,
    now,
  }: {
    readonly relationship: Relationship
    readonly personId: string
    readonly shown: string
    readonly policy: PolicyContent
    readonly now: Date
  },
): Promise<Result<null, 'changed-elsewhere'>> {
  const { relationshipId } = relationship
  await lockRelationship(db, relationshipId)
  const [stored] = await listPoliciesFor(db, relationship)
  if (stored === undefined) throw new Error('a relationship without an organisation has a policy of its own')
  const { version: _version, from: _from, ...content } = stored
  if (isDeepStrictEqual(content, policy)) return ok(null)
  if (policyMark(stored) !== shown) return refuse('changed-elsewhere')
  await saveOwnPolicy(db, relationshipId, policy)
  await recordEvent(db, { personId, at: now, event: 'supervision-policy-chosen', aboutId: relationshipId })
  return ok(null)
}
