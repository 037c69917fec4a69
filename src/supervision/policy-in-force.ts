import type { Day } from '../platform/day.ts'
import { policyOn, type Policy } from './policy.ts'

/** The policy of a relationship on a day: before the first begins, the first. There is always one. */
export function policyInForce(policies: readonly Policy[], day: Day): Policy {
  const policy = policyOn(policies, day) ?? policies[0]
  if (policy === undefined) throw new Error('every relationship is under a policy')
  return policy
}
