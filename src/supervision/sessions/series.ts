import type { Day } from '../../platform/day.ts'
import { after, type Span } from '../policy/policy.ts'
import { workingDayFrom, type WorkingTime } from '../policy/working-days.ts'

interface Series {
  readonly first: Day
  readonly count: number
  /** The interval that is asked for on a day: the same always, or by how long somebody has been in practice. */
  readonly everyOn: (day: Day) => Span
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
export function seriesDays({ first, count, everyOn, time, until }: Series): readonly Day[] {
  const days: Day[] = []
  let anchor = first
  let steps = 0
  let nominal = first
  for (let made = 0; made < count; made++) {
    const day = workingDayFrom(time, nominal)
    if (day === null || (until !== null && day > until)) break
    if (days.at(-1) !== day) days.push(day)
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
