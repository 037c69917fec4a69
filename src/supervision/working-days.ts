import { addDays, type Day } from '../platform/day.ts'

/** ISO days of the week: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Both days included; `to` is null for as long as nobody has said when it ends. */
export interface Days {
  readonly from: Day
  readonly to: Day | null
}

/** On which days somebody can be supervised. Bank holidays are not known here: they are put in as leave. */
export interface WorkingTime {
  readonly weekdays: readonly Weekday[]
  readonly away: readonly Days[]
}

export const fullTime: WorkingTime = { weekdays: [1, 2, 3, 4, 5], away: [] }

export function isWithin(day: Day, { from, to }: Days): boolean {
  return from <= day && (to === null || day <= to)
}

export function isAway({ away }: WorkingTime, day: Day): boolean {
  return away.some(days => isWithin(day, days))
}

function works(time: WorkingTime, day: Day): boolean {
  return time.weekdays.includes(weekdayOf(day)) && !isAway(time, day)
}

/**
 * The day itself where it is worked, or else the first one after it that is. Null where none is in sight: somebody away
 * until further notice, or with no working day in the week.
 */
export function workingDayFrom(time: WorkingTime, day: Day): Day | null {
  if (time.weekdays.length === 0) return null
  let at = day
  for (;;) {
    const away = time.away.find(days => isWithin(at, days))
    if (away?.to === null) return null
    if (away?.to != null) at = addDays(away.to, 1)
    else if (works(time, at)) return at
    else at = addDays(at, 1)
  }
}

/** The day on which that many working days after `day` have passed: one after a Friday is Monday. */
export function addWorkingDays(time: WorkingTime, day: Day, count: number): Day | null {
  let at: Day | null = day
  for (let left = count; left > 0 && at !== null; left--) at = workingDayFrom(time, addDays(at, 1))
  return at
}

function weekdayOf(day: Day): Weekday {
  const sundayFirst = new Date(day).getUTCDay()
  return (sundayFirst === 0 ? 7 : sundayFirst) as Weekday
}
