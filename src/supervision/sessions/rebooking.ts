import { dayIn, type Day } from '../../platform/day.ts'
import type { Policy } from '../policy.ts'
import { addWorkingDays, type WorkingTime } from '../working-days.ts'
import type { SessionChange } from './session.ts'

/** The changes of one session. */
export interface SessionHistory {
  readonly sessionId: string
  readonly changes: readonly SessionChange[]
}

/** What came of a session that was cancelled. */
export interface Rebooking {
  readonly sessionId: string
  /** The day on which the cancelled session was to be. */
  readonly wasOn: Day
  /** By when another one is to be held; null while nobody knows when they are back at work. */
  readonly by: Day | null
  readonly outcome:
    | 'in-time'
    /** Planned or held, but after that day. */
    | 'late'
    /** Nothing is planned, and the day has not passed. */
    | 'open'
    | 'missed'
  /** The session that takes its place. */
  readonly replacedBy: string | null
}

/**
 * Whether each cancelled session was rebooked in time: another one, planned after the cancellation or moved after it,
 * stands within the policy's working days of the day that was cancelled. What was planned anyway is no replacement, and
 * one session replaces one at most; one that was itself cancelled replaces none.
 */
export function rebookings(
  histories: readonly SessionHistory[],
  { workingDaysToRebook }: Policy,
  time: WorkingTime,
  timeZone: string,
  today: Day,
): readonly Rebooking[] {
  const sessions = histories.flatMap(({ sessionId, changes }) => {
    const inOrder = changes.toSorted((a, b) => a.number - b.number)
    const last = inOrder.at(-1)
    return last === undefined ? [] : [{ sessionId, last, bookedAt: bookedAt(inOrder) }]
  })
  const standing = sessions
    .filter(({ last }) => last.change !== 'cancelled')
    .toSorted((a, b) => a.last.startsAt.getTime() - b.last.startsAt.getTime())
  const taken = new Set<string>()
  return sessions
    .filter(({ last }) => last.change === 'cancelled')
    .toSorted((a, b) => a.last.startsAt.getTime() - b.last.startsAt.getTime())
    .map(({ sessionId, last }) => {
      const wasOn = dayIn(timeZone, last.startsAt)
      const by = addWorkingDays(time, wasOn, workingDaysToRebook)
      const replacement = standing.find(
        other => !taken.has(other.sessionId) && other.bookedAt >= last.changedAt,
      )
      if (replacement === undefined) {
        const outcome = by === null || today <= by ? 'open' : 'missed'
        return { sessionId, wasOn, by, outcome, replacedBy: null }
      }
      taken.add(replacement.sessionId)
      const on = dayIn(timeZone, replacement.last.startsAt)
      const outcome = by === null || on <= by ? 'in-time' : 'late'
      return { sessionId, wasOn, by, outcome, replacedBy: replacement.sessionId }
    })
}

/** When a session got the time that it has: planned, or moved there. */
function bookedAt(changes: readonly SessionChange[]): Date {
  const booking = changes.findLast(({ change }) => change === 'planned' || change === 'moved')
  return booking?.changedAt ?? new Date(0)
}
