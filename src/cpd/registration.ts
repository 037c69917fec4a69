import type { Day } from '../platform/day.ts'

/** `to` is the last day on the register, or `null` while the person is still on it. */
export type RegisterPeriod = { from: Day; to: Day | null; kind: 'joined' | 'restored' }

/** When the person was on the register, as they told us. */
export type Registration = { periods: readonly RegisterPeriod[]; voluntaryRemovalAppliedOn: Day | null }

export type WhyNotRequired = 'joined-late' | 'restored-late' | 'voluntary-removal' | 'not-on-the-register'

export type MustRecord = { must: true } | { must: false; why: WhyNotRequired }
