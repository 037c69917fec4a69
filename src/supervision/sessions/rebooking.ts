import { dayIn, type Day } from '../../platform/day.ts'
import { dayOf, numberOf, type DayNumber } from '../policy/day-numbers.ts'
import { policiesInNumbers, policyAt, type PolicyInNumbers } from '../policy/due-sessions.ts'
import type { Policy } from '../policy/policy.ts'
import { addWorkingNumbers, inNumbers, type TimeInNumbers, type WorkingTime } from '../policy/working-days.ts'
import type { SessionChange } from './session.ts'

export interface CancelledSession {
  /** The day on which it was to be. */
  readonly plannedOn: DayNumber
  /** In milliseconds. */
  readonly cancelledAt: number
}

export interface StandingSession {
  readonly on: DayNumber
  /** When it was planned, and whenever it was moved, in order. */
  readonly bookings: readonly Booking[]
}

interface Booking {
  /** In milliseconds. */
  readonly at: number
  readonly on: DayNumber
}

/** What came of a session that was cancelled. */
export interface RebookingInNumbers<Cancelled, Standing> {
  readonly cancelled: Cancelled
  /** By when another one is to be held; null while nobody knows when they are back at work. */
  readonly by: DayNumber | null
  readonly outcome:
    | 'in-time'
    /** Planned or held, but after that day. */
    | 'late'
    /** Nothing is planned, and the day has not passed. */
    | 'open'
    | 'missed'
  /** The session that takes its place. */
  readonly replacedBy: Standing | null
}

interface Around {
  /** The one that was in force on the day of a cancelled session says how long there is. */
  readonly policies: readonly PolicyInNumbers[]
  readonly time: TimeInNumbers
  readonly today: DayNumber
}

/**
 * Whether each cancelled session was rebooked in time: another one stands within the policy's working days of the day that
 * was cancelled, and not before that day. What was planned anyway is no replacement, unless it was to be after those days
 * and is brought forward into them. One session replaces one at most; one that was itself cancelled replaces none. In
 * numbers, for many people at once.
 */
export function rebookingsInNumbers<Cancelled extends CancelledSession, Standing extends StandingSession>(
  cancelled: readonly Cancelled[],
  standing: readonly Standing[],
  { policies, time, today }: Around,
): readonly RebookingInNumbers<Cancelled, Standing>[] {
  const left = standing.toSorted((a, b) => a.on - b.on)
  return cancelled
    .toSorted((a, b) => a.plannedOn - b.plannedOn)
    .map(one => {
      const policy = policyAt(policies, one.plannedOn) ?? policies[0]
      const by = policy ? addWorkingNumbers(time, one.plannedOn, policy.workingDaysToRebook) : null
      const at = left.findIndex(other => replaces(other, one, by))
      const replacedBy = at < 0 ? null : (left.splice(at, 1)[0] ?? null)
      // Whoever is away until further notice has all the time there is.
      const isInTime = by === null || (replacedBy?.on ?? today) <= by
      const outcome = replacedBy === null ? (isInTime ? 'open' : 'missed') : isInTime ? 'in-time' : 'late'
      return { cancelled: one, by, outcome, replacedBy }
    })
}

function replaces(
  { on, bookings }: StandingSession,
  { plannedOn, cancelledAt }: CancelledSession,
  by: DayNumber | null,
): boolean {
  if (on < plannedOn) return false
  const anyway = bookings.findLast(({ at }) => at < cancelledAt)
  return anyway === undefined || (by !== null && anyway.on > by && on <= by)
}

/** The changes of one session. */
export interface SessionHistory {
  readonly sessionId: string
  readonly changes: readonly SessionChange[]
}

/** The same in days, of sessions with an id. */
export interface Rebooking {
  readonly sessionId: string
  readonly by: Day | null
  readonly outcome: RebookingInNumbers<unknown, unknown>['outcome']
  readonly replacedBy: string | null
}

export function rebookings(
  histories: readonly SessionHistory[],
  policies: readonly Policy[],
  time: WorkingTime,
  timeZone: string,
  today: Day,
): readonly Rebooking[] {
  const sessions = histories
    .flatMap(({ sessionId, changes }) => {
      const inOrder = changes.toSorted((a, b) => a.number - b.number)
      const last = inOrder.at(-1)
      return last === undefined ? [] : [{ sessionId, last, inOrder }]
    })
    // Of two on one day the earlier one is first.
    .toSorted((a, b) => a.last.startsAt.getTime() - b.last.startsAt.getTime())
  const dayNumber = (moment: Date) => numberOf(dayIn(timeZone, moment))
  const cancelled = sessions
    .filter(({ last }) => last.change === 'cancelled')
    .map(({ sessionId, last }) => ({
      sessionId,
      plannedOn: dayNumber(last.startsAt),
      cancelledAt: last.changedAt.getTime(),
    }))
  const standing = sessions
    .filter(({ last }) => last.change !== 'cancelled')
    .map(({ sessionId, last, inOrder }) => ({
      sessionId,
      on: dayNumber(last.startsAt),
      bookings: inOrder
        .filter(({ change }) => change === 'planned' || change === 'moved')
        .map(({ changedAt, startsAt }) => ({ at: changedAt.getTime(), on: dayNumber(startsAt) })),
    }))
  return rebookingsInNumbers(cancelled, standing, {
    policies: policiesInNumbers(policies),
    time: inNumbers(time),
    today: numberOf(today),
  }).map(({ cancelled: { sessionId }, by, outcome, replacedBy }) => ({
    sessionId,
    by: by === null ? null : dayOf(by),
    outcome,
    replacedBy: replacedBy?.sessionId ?? null,
  }))
}
