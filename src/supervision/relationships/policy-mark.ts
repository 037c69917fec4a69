import { hash } from 'node:crypto'
import { typedOwnPolicy } from './own-policy.ts'
import type { Policy } from '../policy/policy.ts'

/** A short hash of what a form showed of a policy, to tell whether it was changed since. */
export function policyMark(policy: Policy): string {
  return hash('sha256', JSON.stringify(typedOwnPolicy(policy)), 'base64url').slice(0, 12)
}
