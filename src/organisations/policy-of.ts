import { z } from 'zod'
import type { Day } from '../platform/day.ts'
import type { Policy, Retention } from '../supervision/policy/policy.ts'

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

/** What `relationship.longer_retention` holds. */
export interface LongerRetention extends Retention {
  readonly replacedOn: Day
}

const longerRetention = z.strictObject({ years: z.int(), reason: z.string(), replacedOn: z.string() })

/** Of two people who supervise without an organisation: from the day on which they began, but for what they kept longer. */
export function ownPoliciesOf(
  { ownPolicy, longer }: { readonly ownPolicy: unknown; readonly longer: unknown },
  from: Day,
): readonly [...Policy[], Policy] {
  const policy: Policy = { version: 1, from, ...policyContent.parse(ownPolicy) }
  if (longer === null) return [policy]
  const { years, reason, replacedOn } = longerRetention.parse(longer)
  return [
    { ...policy, retention: { years, reason } },
    // We wrote a day there.
    { ...policy, version: 2, from: replacedOn as Day },
  ]
}

export function contentOf({ version: _version, from: _from, ...content }: Policy): PolicyContent {
  return content
}
