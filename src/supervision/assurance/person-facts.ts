import type { DayNumber } from '../day-numbers.ts'
import { fullTime, type TimeInNumbers } from '../working-days.ts'
import type { CancelledSession, Facts, HeldSession, StandingSession, SupervisedDays } from './figures.ts'

/** When somebody can be supervised, and where they belong. */
export interface WorkingLife {
  readonly personId: string
  /** Null where a name is nobody's business. */
  readonly knownAs: string | null
  readonly teamId: string | null
  readonly newlyQualifiedFrom: DayNumber | null
  readonly time: TimeInNumbers
}

interface SupervisionDays {
  readonly days: SupervisedDays
  readonly held: readonly HeldSession[]
  readonly cancelled: readonly CancelledSession[]
  readonly standing: readonly StandingSession[]
}

/** What one person's relationships say together. */
export function factsOf(
  life: WorkingLife | null,
  supervision: readonly SupervisionDays[],
  actionsOverdue: number,
): Facts {
  return {
    time: life?.time ?? { weekdays: fullTime.weekdays, away: [] },
    newlyQualifiedFrom: life?.newlyQualifiedFrom ?? null,
    supervised: supervision.map(({ days }) => days),
    held: supervision.flatMap(({ held }) => held).toSorted((a, b) => a.heldOn - b.heldOn),
    cancelled: supervision.flatMap(({ cancelled }) => cancelled),
    standing: supervision.flatMap(({ standing }) => standing),
    actionsOverdue,
  }
}
