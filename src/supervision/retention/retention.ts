import type { Day } from '../../platform/day.ts'
import { after, type Policy } from '../policy/policy.ts'
import type { Relationship } from '../relationship.ts'

export interface KeptUntil {
  /** The last day on which it is kept. Null while the relationship lasts: it is kept for as long as that does. */
  readonly until: Day | null
  /** How many years after the end, and why so many, in the words of whoever made the policy. */
  readonly years: number
  readonly reason: string
}

/**
 * Until when everything of a relationship is kept, by the policy in force today: a retention schedule that changes is meant
 * for what is kept already too.
 */
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
