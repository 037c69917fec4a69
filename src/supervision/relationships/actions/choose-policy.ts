import { isDeepStrictEqual } from 'node:util'
import { recordEvent } from '../../../audit/record-event.ts'
import { contentOf, type PolicyContent } from '../../../organisations/policy-of.ts'
import type { Day } from '../../../platform/day.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import { listPoliciesFor } from '../../policy/policies-store.ts'
import type { Relationship } from '../../relationship.ts'
import { policyMark } from '../policy-mark.ts'
import { lockRelationship, saveOwnPolicy } from '../relationship-row-store.ts'

/** What two people without an organisation supervise by, from today on. `shown` is what the page had: the other may have chosen since. */
export async function choosePolicy(
  db: Db,
  {
    relationship,
    personId,
    shown,
    policy,
    today,
    now,
  }: {
    readonly relationship: Relationship
    readonly personId: string
    readonly shown: string
    readonly policy: PolicyContent
    readonly today: Day
    readonly now: Date
  },
): Promise<Result<null, 'changed-elsewhere'>> {
  const { relationshipId } = relationship
  await lockRelationship(db, relationshipId)
  const policies = await listPoliciesFor(db, relationship)
  const stored = policies.at(-1)
  if (stored === undefined) throw new Error('a relationship without an organisation has a policy of its own')
  const content = contentOf(stored)
  if (isDeepStrictEqual(content, policy)) return ok(null)
  if (policyMark(stored) !== shown) return refuse('changed-elsewhere')
  await saveOwnPolicy(db, relationshipId, {
    policy,
    from: today,
    by: personId,
    // What somebody chose and put right on the same day never held for a whole one.
    before: policies
      .filter(({ from }) => from < today)
      .map(earlier => ({ from: earlier.from, content: contentOf(earlier) })),
  })
  await recordEvent(db, { personId, at: now, event: 'supervision-policy-chosen', aboutId: relationshipId })
  return ok(null)
}
