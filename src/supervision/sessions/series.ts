import type { Day } from '../../platform/day.ts'
import { dayOf, numberOf } from '../policy/day-numbers.ts'
import { dueAfter, policiesInNumbers } from '../policy/due-sessions.ts'
import { after, everyOn as everyByPolicy, policyInForce, type Policy, type Span } from '../policy/policy.ts'
import { inNumbers, workingDayFrom, type WorkingTime } from '../policy/working-days.ts'

interface Series extends Bounds {
  /** The interval that is asked for on a day. */
  readonly everyOn: (day: Day) => Span
}

interface SeriesByPolicy extends Bounds {
  readonly policies: readonly Policy[]
  readonly newlyQualifiedFrom: Day | null
}

interface Bounds {
  readonly first: Day
  readonly count: number
  /** Of whoever is supervised: a day on which they do not work moves to their next one. */
  readonly time: WorkingTime
  /** The last day on which there can be one; null without an end. */
  readonly until: Day | null
}

/**
 * The days of a series. Each is counted from the day that the rule gives and not from where leave or a weekend moved it,
 * so that one holiday does not move all that come after; a month that has no 31st takes its last day and the next its
 * 31st again.
 */
export function seriesDays(series: Series): readonly Day[] {
  return daysBy(series, () => null)
}

/** By the policy, and never later than it is due then: whoever holds them as planned misses none. */
export function seriesByPolicy({ policies, newlyQualifiedFrom, ...bounds }: SeriesByPolicy): readonly Day[] {
  const about = {
    policies: policiesInNumbers(policies),
    newlyQualifiedFrom: newlyQualifiedFrom === null ? null : numberOf(newlyQualifiedFrom),
    time: inNumbers(bounds.time),
  }
  const everyOn = (day: Day) => everyByPolicy(policyInForce(policies, day), newlyQualifiedFrom, day)
  return daysBy({ ...bounds, everyOn }, day => {
    const due = dueAfter(about, numberOf(day))
    return due === null ? null : dayOf(due)
  })
}

/** `latestAfter`: by when the next is to be after one on a day; null where nothing asks for one. */
function daysBy(
  { first, count, everyOn, time, until }: Series,
  latestAfter: (day: Day) => Day | null,
): readonly Day[] {
  const days: Day[] = []
  let anchor = first
  let steps = 0
  let nominal = first
  for (let made = 0; made < count; made++) {
    const last = days.at(-1)
    const latest = last === undefined ? null : latestAfter(last)
    const day = workingDayFrom(time, nominal)
    const isTooLate = latest !== null && (day === null || day > latest)
    if (isTooLate) [anchor, steps, nominal] = [latest, 0, latest]
    const on = isTooLate ? latest : day
    if (on === null || (until !== null && on > until)) break
    if (last === undefined || on > last) days.push(on)
    const every = everyOn(nominal)
    // Where the interval changes, it is counted from here on.
    if (!isSame(every, everyOn(anchor))) [anchor, steps] = [nominal, 0]
    steps += 1
    nominal = after(anchor, times(every, steps))
  }
  return days
}

function times(span: Span, count: number): Span {
  return 'weeks' in span ? { weeks: span.weeks * count } : { months: span.months * count }
}

function isSame(one: Span, other: Span): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
