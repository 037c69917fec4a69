import type { KnownProfile } from '../../organisations/profile.ts'
import { numberOf, type DayNumber } from '../policy/day-numbers.ts'
import { fullTime, inNumbers, type TimeInNumbers } from '../policy/working-days.ts'
import type { CancelledSession, StandingSession } from '../sessions/rebooking.ts'
import type { Facts, HeldSession, SupervisedDays } from './figures.ts'

/** When somebody can be supervised. */
export interface WorkingLife {
  readonly personId: string
  readonly newlyQualifiedFrom: DayNumber | null
  readonly time: TimeInNumbers
}

export function workingLifeOf({ personId, newlyQualifiedFrom, time }: KnownProfile): WorkingLife {
  return {
    personId,
    newlyQualifiedFrom: newlyQualifiedFrom === null ? null : numberOf(newlyQualifiedFrom),
    time: inNumbers(time),
  }
}

interface SupervisionDays {
  readonly days: SupervisedDays
  readonly held: readonly Kept<HeldSession>[]
  readonly cancelled: readonly Kept<CancelledSession>[]
  readonly standing: readonly Kept<StandingSession>[]
}

/** With which session it is: whoever left a group and came back has the group's sessions with both of their times in it. */
export type Kept<About> = About & { readonly sessionId: string }

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
    held: once(supervision.flatMap(({ held }) => held)).toSorted((a, b) => a.heldOn - b.heldOn),
    cancelled: once(supervision.flatMap(({ cancelled }) => cancelled)),
    standing: once(supervision.flatMap(({ standing }) => standing)),
    actionsOverdue,
  }
}

function once<About>(sessions: readonly Kept<About>[]): readonly Kept<About>[] {
  return [...new Map(sessions.map(session => [session.sessionId, session])).values()]
}
