import { ok, refuse, type Result } from '../../platform/result.ts'
import { saysSomething } from '../../cpd/answers.ts'
import { readNumber } from '../sessions/planning-form.ts'
import type { Policy, Span } from '../policy/policy.ts'

/** What two people without an organisation choose for themselves, as typed. */
export interface TypedOwnPolicy {
  readonly every: string
  /** `weeks` or `months`. */
  readonly unit: string
  readonly shortestMinutes: string
  readonly workingDaysToRebook: string
  readonly daysToSign: string
  readonly agreementReviewMonths: string
  readonly retentionYears: string
  readonly retentionReason: string
}

export type OwnPolicyField = keyof TypedOwnPolicy

/** From when to when each number may be. */
export const ownPolicyLimits = {
  every: [1, 12],
  shortestMinutes: [1, 480],
  workingDaysToRebook: [1, 60],
  daysToSign: [1, 90],
  agreementReviewMonths: [1, 36],
  retentionYears: [1, 75],
} as const satisfies Partial<Record<OwnPolicyField, readonly [number, number]>>

type NumberField = keyof typeof ownPolicyLimits

const numberFields = Object.keys(ownPolicyLimits) as readonly NumberField[]

/** The policy, but for its version and day; or the fields that are wrong, in the order of the form. */
export function readOwnPolicy(
  typed: TypedOwnPolicy,
): Result<Omit<Policy, 'version' | 'from'>, readonly OwnPolicyField[]> {
  const numbers = new Map<NumberField, number>()
  for (const field of numberFields) {
    const [least, most] = ownPolicyLimits[field]
    const number = readNumber(typed[field], least, most)
    if (number !== null) numbers.set(field, number)
  }
  const wrong: OwnPolicyField[] = numberFields.filter(field => !numbers.has(field))
  if (!['weeks', 'months'].includes(typed.unit)) wrong.push('unit')
  if (!saysSomething(typed.retentionReason) || typed.retentionReason.length > 500)
    wrong.push('retentionReason')
  if (wrong.length > 0) return refuse(wrong)
  const of = (field: NumberField) => numbers.get(field) ?? 0
  const every: Span = typed.unit === 'weeks' ? { weeks: of('every') } : { months: of('every') }
  return ok({
    forms: ['one-to-one', 'group', 'remote', 'observed'],
    // They have chosen each other.
    whoMaySupervise: 'anybody',
    stages: [{ until: null, every }],
    shortestMinutes: of('shortestMinutes'),
    workingDaysToRebook: of('workingDaysToRebook'),
    daysToSign: of('daysToSign'),
    agreementReviewMonths: of('agreementReviewMonths'),
    retention: { years: of('retentionYears'), reason: typed.retentionReason },
  })
}

export function typedOwnPolicy(policy: Policy): TypedOwnPolicy {
  const every = policy.stages.at(-1)?.every ?? { months: 1 }
  return {
    every: String('weeks' in every ? every.weeks : every.months),
    unit: 'weeks' in every ? 'weeks' : 'months',
    shortestMinutes: String(policy.shortestMinutes),
    workingDaysToRebook: String(policy.workingDaysToRebook),
    daysToSign: String(policy.daysToSign),
    agreementReviewMonths: String(policy.agreementReviewMonths),
    retentionYears: String(policy.retention.years),
    retentionReason: policy.retention.reason,
  }
}
