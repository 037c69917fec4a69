import { addDays, type Day } from '../../platform/day.ts'
import { after, policyInForce, type Policy, type Retention } from '../policy/policy.ts'
import type { Relationship } from '../relationship.ts'

export interface KeptUntil {
  /** The last day on which it is kept. Null while the relationship lasts: it is kept for as long as that does. */
  readonly until: Day | null
  /** How many years after the end, and why so many, in the words of whoever made the policy. */
  readonly years: number
  readonly reason: string
}

/** For how many days a shorter time deletes nothing: long enough for somebody to see a slip, and to put it right. */
export const daysBeforeShorter = 90

/**
 * How long what two people share is kept, asked today: by the policy in force, since a retention schedule that changes is
 * meant for what is kept already too. But of the versions of the last 90 days the longest counts: a slip of a finger in a
 * form must not delete years of records in the same night.
 */
export function retentionOn(policies: readonly Policy[], today: Day): Retention {
  const since = addDays(today, -daysBeforeShorter)
  const begun = policies.filter(({ from }) => since < from && from <= today)
  const { retention } = policyInForce(policies, today)
  return [policyInForce(policies, since), ...begun]
    .map(policy => policy.retention)
    .reduce((longest, one) => (one.years > longest.years ? one : longest), retention)
}

/** Until when everything of a relationship is kept: `retention` is what `retentionOn` says. */
export function keptUntil(
  { during }: Pick<Relationship, 'during'>,
  { retention }: Pick<Policy, 'retention'>,
): KeptUntil {
  const { years, reason } = retention
  return { until: during.to === null ? null : after(during.to, { months: 12 * years }), years, reason }
}

/** Whether the last day has passed. A hold is looked at when it comes to deleting. */
export function isPast({ until }: KeptUntil, today: Day): boolean {
  return until !== null && until < today
}
