import type { Day } from '../../platform/day.ts'
import { dayOf, numberOf, type DayNumber } from './day-numbers.ts'
import { everyAt, intervalAfter, type Policy } from './policy.ts'
import {
  addWorkingNumbers,
  daysInNumbers,
  includesDay,
  inNumbers,
  workingNumberFrom,
  type Days,
  type SpanOfNumbers,
  type TimeInNumbers,
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
 * changes meanwhile, or they begin newly qualified, the next is due by whichever comes first: the old interval, or the new
 * one from the day it began.
 */
export function dueSessions(supervised: Supervised, today: Day): readonly DueSession[] {
  const { policies, during, newlyQualifiedFrom, time, held } = supervised
  const due = dueInNumbers(
    {
      policies: policiesInNumbers(policies),
      during: daysInNumbers(during),
      newlyQualifiedFrom: newlyQualifiedFrom === null ? null : numberOf(newlyQualifiedFrom),
      time: inNumbers(time),
      held: [...new Set(held.map(numberOf))].toSorted((a, b) => a - b),
    },
    numberOf(today),
  )
  return due.map(({ from, dueBy, state, heldOn }) => ({
    from: dayOf(from),
    dueBy: dayOf(dueBy),
    state,
    heldOn: heldOn === null ? null : dayOf(heldOn),
  }))
}

export interface DueInNumbers {
  readonly from: DayNumber
  readonly dueBy: DayNumber
  readonly state: DueSession['state']
  readonly heldOn: DayNumber | null
}

export interface SupervisedInNumbers {
  readonly policies: readonly PolicyInNumbers[]
  readonly during: SpanOfNumbers
  readonly newlyQualifiedFrom: DayNumber | null
  readonly time: TimeInNumbers
  /** In order, and none twice. */
  readonly held: readonly DayNumber[]
}

/** A policy but for its first day, which is a number. */
export interface PolicyInNumbers extends Omit<Policy, 'from'> {
  readonly from: DayNumber
}

/** In the order in which they take over from one another. */
export function policiesInNumbers(policies: readonly Policy[]): readonly PolicyInNumbers[] {
  return policies
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.version - b.version))
    .map(policy => ({ ...policy, from: numberOf(policy.from) }))
}

export function policyAt(policies: readonly PolicyInNumbers[], day: DayNumber): PolicyInNumbers | null {
  return policies.findLast(({ from }) => from <= day) ?? null
}

export function dueInNumbers(supervised: SupervisedInNumbers, today: DayNumber): DueInNumbers[] {
  const { during, time, held } = supervised
  const sessions: DueInNumbers[] = []
  let from = during.from
  // The first is due one interval after they began; a session on that very day counts for it.
  let since = during.from
  let next = 0
  for (;;) {
    const dueBy = dueAfter(supervised, since)
    if (dueBy === null || (during.to !== null && dueBy > during.to)) break
    while ((held[next] ?? from) < from) next++
    const first = held[next]
    const heldOn = first !== undefined && first <= dueBy && first <= today ? first : null
    const state = heldOn !== null ? 'held' : dueBy < today ? 'missed' : 'open'
    sessions.push({ from, dueBy, state, heldOn })
    if (state === 'open') break
    since = heldOn ?? dueBy
    from = since + 1
    if (time.away.some(days => includesDay(days, dueBy)))
      throw new Error('a session is never due while somebody is away')
  }
  return sessions
}

/** By when the next is to be held after `since`. Null before there is a policy, and while nobody knows when they return. */
export function dueAfter(
  {
    policies,
    newlyQualifiedFrom,
    time,
  }: Pick<SupervisedInNumbers, 'policies' | 'newlyQualifiedFrom' | 'time'>,
  since: DayNumber,
): DayNumber | null {
  const atFirst = policyAt(policies, since)
  let first =
    atFirst === null ? Infinity : intervalAfter(since, everyAt(atFirst.stages, newlyQualifiedFrom, since))
  for (const { from, stages } of policies) {
    if (from > since) first = Math.min(first, intervalAfter(from, everyAt(stages, newlyQualifiedFrom, from)))
  }
  const atTheStart = newlyQualifiedFrom === null ? null : policyAt(policies, newlyQualifiedFrom)
  if (newlyQualifiedFrom !== null && atTheStart !== null && newlyQualifiedFrom > since) {
    const every = everyAt(atTheStart.stages, newlyQualifiedFrom, newlyQualifiedFrom)
    first = Math.min(first, intervalAfter(newlyQualifiedFrom, every))
  }
  if (first === Infinity) return null
  const due = first
  const backAt = workingNumberFrom(time, due)
  if (backAt === null || !time.away.some(days => includesDay(days, due))) return backAt
  const { workingDaysToRebook } = policyAt(policies, due) ?? { workingDaysToRebook: 0 }
  // The day of return is the first of these days.
  return addWorkingNumbers(time, backAt, Math.max(0, workingDaysToRebook - 1))
}
