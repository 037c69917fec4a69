import { z } from 'zod'
import type { Day } from '../platform/day.ts'
import type { Policy } from '../supervision/policy/policy.ts'

/** A policy but for its version and day: what `supervision_policy.content` and `relationship.own_policy` hold. */
export type PolicyContent = Omit<Policy, 'version' | 'from'>

const span = z.union([z.strictObject({ weeks: z.int().min(1) }), z.strictObject({ months: z.int().min(1) })])

const policyContent = z.strictObject({
  stages: z.array(z.strictObject({ until: span.nullable(), every: span })).min(1),
  shortestMinutes: z.int().min(1),
  forms: z.array(z.enum(['one-to-one', 'group', 'remote', 'observed'])).min(1),
  whoMaySupervise: z.enum(['registered-social-worker', 'anybody-with-professional-part-shared', 'anybody']),
  workingDaysToRebook: z.int().min(1),
  daysToSign: z.int().min(1),
  agreementReviewMonths: z.int().min(1),
  retention: z.strictObject({ years: z.int().min(0), reason: z.string() }),
})

/** Reads a row of `supervision_policy`. Throws where somebody else than `contentOf` wrote it. */
export function policyOf(row: {
  readonly version: number
  readonly fromDay: string
  readonly content: unknown
}): Policy {
  // The database holds a date there.
  return { version: row.version, from: row.fromDay as Day, ...policyContent.parse(row.content) }
}

/** What `relationship` holds of the policies of two people who supervise without an organisation. */
export interface OwnPolicies {
  readonly ownPolicy: unknown
  /** Null where it is their first: it holds from the day on which they began. */
  readonly ownPolicyFrom: Day | null
  readonly ownPoliciesBefore: unknown
}

/** What `relationship.own_policies_before` holds, oldest first. */
export interface EarlierPolicy {
  readonly from: Day
  readonly content: PolicyContent
}

const earlierPolicies = z.array(z.strictObject({ from: z.string(), content: policyContent }))

/** Of two people who supervise without an organisation: each from the day on which one of them chose it. */
export function ownPoliciesOf(
  { ownPolicy, ownPolicyFrom, ownPoliciesBefore }: OwnPolicies,
  began: Day,
): readonly [...Policy[], Policy] {
  const before = earlierPolicies.parse(ownPoliciesBefore)
  return [
    // We wrote days there.
    ...before.map(({ from, content }, i): Policy => ({ version: i + 1, from: from as Day, ...content })),
    { version: before.length + 1, from: ownPolicyFrom ?? began, ...policyContent.parse(ownPolicy) },
  ]
}

export function contentOf({ version: _version, from: _from, ...content }: Policy): PolicyContent {
  return content
}
