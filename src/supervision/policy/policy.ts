import type { Day } from '../../platform/day.ts'
import { dayOf, lastOfMonth, monthsAfter, numberOf, type DayNumber } from './day-numbers.ts'

/** How an organisation supervises from a day on. A new version never changes what an older one said of its own days. */
export interface Policy {
  readonly version: number
  readonly from: Day
  /** How often, by how long somebody has been in practice: in order, and the last one without an end. */
  readonly stages: readonly Stage[]
  readonly shortestMinutes: number
  readonly forms: readonly SessionForm[]
  readonly whoMaySupervise: WhoMaySupervise
  /** Working days in which a session is to be held after one was cancelled, or after a return from absence. */
  readonly workingDaysToRebook: number
  /** Calendar days in which both are to have signed a record. */
  readonly daysToSign: number
  readonly agreementReviewMonths: number
  readonly retention: Retention
}

/** Somebody newly qualified goes through all stages from that day on; everybody else is in the last one. */
export interface Stage {
  readonly until: Span | null
  readonly every: Span
}

export type Span = { readonly weeks: number } | { readonly months: number }

export type SessionForm = 'one-to-one' | 'group' | 'remote' | 'observed'

export type WhoMaySupervise =
  | 'registered-social-worker'
  /** Anybody, and where they are not registered the professional part is given to somebody who is. */
  | 'anybody-with-professional-part-shared'
  | 'anybody'

/** Years after the relationship has ended, and why so long: shown on every record. */
export interface Retention {
  readonly years: number
  readonly reason: string
}

/**
 * The pattern of the Standards for Employers of Social Workers in England (Local Government Association, 2020),
 * standard 5: at least weekly for six weeks, at least fortnightly up to six months, then at least monthly, an hour and a
 * half without interruption. How long to sign, to rebook and to keep records it does not say: those are ours to start
 * from (five working days to rebook is what a council's agreement asks), and each organisation changes them.
 */
export function standardPolicy(from: Day): Policy {
  return {
    version: 1,
    from,
    stages: [
      { until: { weeks: 6 }, every: { weeks: 1 } },
      { until: { months: 6 }, every: { weeks: 2 } },
      { until: null, every: { months: 1 } },
    ],
    shortestMinutes: 90,
    forms: ['one-to-one', 'group', 'remote', 'observed'],
    whoMaySupervise: 'anybody-with-professional-part-shared',
    workingDaysToRebook: 5,
    daysToSign: 10,
    agreementReviewMonths: 12,
    retention: {
      years: 7,
      // Both people read this on every record. Advice to whoever writes a policy is in its form.
      reason: 'Supervision records are kept with staff records.',
    },
  }
}

/** The policy in force on a day: of the versions that had begun by then the one that began last. Null before the first. */
export function policyOn(policies: readonly Policy[], day: Day): Policy | null {
  const begun = policies.filter(({ from }) => from <= day)
  return (
    begun.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.version - b.version)).at(-1) ??
    null
  )
}

/** The policy that somebody is supervised by on a day: before the first begins, the first. There is always one. */
export function policyInForce(policies: readonly Policy[], day: Day): Policy {
  const policy = policyOn(policies, day) ?? policies[0]
  if (policy === undefined) throw new Error('everybody who is supervised is under a policy')
  return policy
}

/** How often somebody is to be supervised on a day who began newly qualified on `newlyQualifiedFrom`, if they did. */
export function everyOn(policy: Policy, newlyQualifiedFrom: Day | null, day: Day): Span {
  return everyAt(
    policy.stages,
    newlyQualifiedFrom === null ? null : numberOf(newlyQualifiedFrom),
    numberOf(day),
  )
}

export function everyAt(
  stages: readonly Stage[],
  newlyQualifiedFrom: DayNumber | null,
  day: DayNumber,
): Span {
  const last = stages.at(-1)
  if (last === undefined) throw new Error('a policy has at least one stage')
  // What was before they began to practise is no stage of it.
  if (newlyQualifiedFrom === null || day < newlyQualifiedFrom) return last.every
  const stage = stages.find(({ until }) => until === null || day < afterNumber(newlyQualifiedFrom, until))
  return (stage ?? last).every
}

/**
 * By when the next session is to be after one on a day: that many weeks or months later. After the last day of a month it is
 * the last of another, so that 31 January, 28 February and 31 March are a month apart each and no day is lost on the way.
 */
export function intervalAfter(number: DayNumber, span: Span): DayNumber {
  const later = afterNumber(number, span)
  return 'months' in span && number === lastOfMonth(number) ? lastOfMonth(later) : later
}

/** The day that many weeks or months later; of a month that has no such day, its last. */
export function after(day: Day, span: Span): Day {
  return dayOf(afterNumber(numberOf(day), span))
}

function afterNumber(number: DayNumber, span: Span): DayNumber {
  return 'weeks' in span ? number + 7 * span.weeks : monthsAfter(number, span.months)
}
