import { addDays, type Day } from '../platform/day.ts'
import { after, everyOn, policyOn, type Policy } from './policy.ts'
import {
  addWorkingDays,
  isAway,
  isWithin,
  workingDayFrom,
  type Days,
  type WorkingTime,
} from './working-days.ts'

/** A session that is to be held at the latest on a day, and what became of it. */
export interface DueSession {
  /** The first day on which a session counts for it. */
  readonly from: Day
  readonly dueBy: Day
  readonly state: 'held' | 'missed' | 'open'
  /** The session that was held for it; null for one that was missed or is still to be held. */
  readonly heldOn: Day | null
}

export interface Supervised {
  readonly policies: readonly Policy[]
  /** From when to when they are supervised. */
  readonly during: Days
  /** When they began newly qualified; null for everybody else. */
  readonly newlyQualifiedFrom: Day | null
  readonly time: WorkingTime
  /** Days on which a session was held. One that was cancelled or only planned is not among them. */
  readonly held: readonly Day[]
}

/**
 * Every session that was due up to and including `today`, and the one that is due next.
 *
 * Each is due one interval after the one before was held or, where it was missed, had been due; so a session counts
 * once at most, and an early one brings the next one forward. A due day on which somebody does not work moves to their
 * next working day. Somebody who was away when it was due has some working days after their return. When the policy
 * changes meanwhile, the next is due by whichever comes first: the old interval, or the new one from the day it began.
 */
export function dueSessions(supervised: Supervised, today: Day): readonly DueSession[] {
  const { during, time } = supervised
  const held = [...new Set(supervised.held)].filter(day => isWithin(day, during) && day <= today).toSorted()
  const sessions: DueSession[] = []
  let from: Day = during.from
  // The first is due one interval after they began; a session on that very day counts for it.
  let since: Day = during.from
  for (;;) {
    const dueBy = dueAfter(supervised, since)
    if (dueBy === null || (during.to !== null && dueBy > during.to)) break
    const start = from
    const heldOn = held.find(day => day >= start && day <= dueBy) ?? null
    const state = heldOn !== null ? 'held' : dueBy < today ? 'missed' : 'open'
    sessions.push({ from, dueBy, state, heldOn })
    if (state === 'open') break
    since = heldOn ?? dueBy
    from = addDays(since, 1)
    if (isAway(time, dueBy)) throw new Error('a session is never due while somebody is away')
  }
  return sessions
}

/** By when the next is to be held after `since`. Null before there is a policy, and while nobody knows when they return. */
function dueAfter({ policies, newlyQualifiedFrom, time }: Supervised, since: Day): Day | null {
  const atFirst = policyOn(policies, since)
  const candidates = atFirst === null ? [] : [after(since, everyOn(atFirst, newlyQualifiedFrom, since))]
  for (const policy of policies) {
    if (policy.from <= since) continue
    candidates.push(after(policy.from, everyOn(policy, newlyQualifiedFrom, policy.from)))
  }
  const first = candidates.toSorted()[0]
  if (first === undefined) return null
  if (!isAway(time, first)) return workingDayFrom(time, first)
  const backAt = workingDayFrom(time, first)
  const { workingDaysToRebook = 0 } = policyOn(policies, first) ?? {}
  // The day of return is the first of these days.
  return backAt === null ? null : addWorkingDays(time, backAt, Math.max(0, workingDaysToRebook - 1))
}
