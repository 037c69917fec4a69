import { addDays, type Day } from '../platform/day.ts'
import { dayInYear } from '../schemes/registration-year.ts'
import type { RegistrationYear } from '../schemes/registration-year.ts'
import type { RulePack } from '../schemes/rule-pack.ts'

/** `to` is the last day on the register, or `null` while the person is still on it. */
export type RegisterPeriod = { from: Day; to: Day | null; kind: 'joined' | 'restored' }

/** When the person was on the register, as they told us. */
export type Registration = { periods: readonly RegisterPeriod[]; voluntaryRemovalAppliedOn: Day | null }

export type WhyNotRequired =
  'joined-late' | 'restored-late' | 'voluntary-removal' | 'not-on-the-register' | 'never-registered'

export type MustRecord = { must: true } | { must: false; why: WhyNotRequired }

/**
 * Whether the person must meet the requirement of a registration year.
 *
 * What decides is the period on the register that covers the last day of the year: whoever came onto the register by
 * it before the pack's day (1 September) must, and must in full, however late in the year they came. Leave,
 * unemployment and posts without a caseload make no difference, which is why nobody is asked about them.
 */
export function mustRecord(pack: RulePack, year: RegistrationYear, registration: Registration): MustRecord {
  if (isNeverRegistered(registration)) return { must: false, why: 'never-registered' }
  const { firstDay, lastDay } = year
  const covering = registration.periods
    .filter(period => period.from <= lastDay && (period.to === null || period.to >= lastDay))
    .reduce<RegisterPeriod | null>(
      (latest, period) => (latest && latest.from > period.from ? latest : period),
      null,
    )

  const appliedOn = registration.voluntaryRemovalAppliedOn
  // Whoever was restored after a voluntary removal is back, so an application from before that no longer tells.
  // Nor does one from long ago: somebody still on the register two years later has not left it.
  const yearBefore = addDays(firstDay, -366)
  const leaving =
    appliedOn !== null &&
    appliedOn > yearBefore &&
    appliedOn <= lastDay &&
    (covering === null || covering.from <= appliedOn)
  if (leaving && (covering !== null || appliedOn >= firstDay))
    return { must: false, why: 'voluntary-removal' }

  if (covering === null) return { must: false, why: 'not-on-the-register' }
  if (covering.from >= dayInYear(pack, year.closingYear, pack.whoMust.registeredBefore))
    return { must: false, why: covering.kind === 'joined' ? 'joined-late' : 'restored-late' }
  return { must: true }
}

/** No period at all and nothing applied for: an account of somebody who is no social worker, such as a line manager. */
export function isNeverRegistered({ periods, voluntaryRemovalAppliedOn }: Registration): boolean {
  return periods.length === 0 && voluntaryRemovalAppliedOn === null
}
