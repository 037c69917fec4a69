import { addDays, type Day } from '../platform/day.ts'
import { policyInForce, type Policy } from './policy/policy.ts'
import type { Relationship } from './relationship.ts'

/** What is left to write after the end of a supervision, and until when. */
export interface Finishing {
  readonly until: Day
  /** Nobody signs a record any more: the days for it are over, or whoever supervised has left the organisation. */
  readonly isOver: boolean
}

/**
 * After the end of a supervision its supervisor has as many days as the policy of the last day gives for signing, to finish the
 * records of what was held. Null while it goes on.
 */
export function finishingOf(
  { during }: Pick<Relationship, 'during'>,
  policies: readonly Policy[],
  { today, isSupervisorPresent }: { readonly today: Day; readonly isSupervisorPresent: boolean },
): Finishing | null {
  const { to } = during
  if (to === null || to >= today) return null
  const until = addDays(to, policyInForce(policies, to).daysToSign)
  return { until, isOver: until < today || !isSupervisorPresent }
}

/** The most days that a policy gives for signing, in an organisation or without one. */
export const mostDaysToSign = 90
