import type { Day } from '../../platform/day.ts'
import { isBankHoliday } from './bank-holidays.ts'
import { dayOf, numberOf, type DayNumber } from './day-numbers.ts'

/** ISO days of the week: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Both days included; `to` is null for as long as nobody has said when it ends. */
export interface Days {
  readonly from: Day
  readonly to: Day | null
}

/** On which days somebody can be supervised: beside these, on no bank holiday. */
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

/**
 * The day itself where it is worked, or else the first one after it that is. Null where none is in sight: somebody away
 * until further notice, or with no working day in the week.
 */
export function workingDayFrom(time: WorkingTime, day: Day): Day | null {
  const number = workingNumberFrom(inNumbers(time), numberOf(day))
  return number === null ? null : dayOf(number)
}

/** The same in numbers of days, for many people at once. */
export interface TimeInNumbers {
  readonly weekdays: readonly Weekday[]
  readonly away: readonly SpanOfNumbers[]
}

/** Both days included, as in `Days`. */
export interface SpanOfNumbers {
  readonly from: DayNumber
  readonly to: DayNumber | null
}

export function inNumbers({ weekdays, away }: WorkingTime): TimeInNumbers {
  return { weekdays, away: away.map(daysInNumbers) }
}

export function daysInNumbers({ from, to }: Days): SpanOfNumbers {
  return { from: numberOf(from), to: to === null ? null : numberOf(to) }
}

export function includesDay({ from, to }: SpanOfNumbers, day: DayNumber): boolean {
  return from <= day && (to === null || day <= to)
}

export function workingNumberFrom({ weekdays, away }: TimeInNumbers, day: DayNumber): DayNumber | null {
  if (weekdays.length === 0) return null
  let at = day
  for (;;) {
    const now = at
    const absence = away.find(days => includesDay(days, now))
    if (absence?.to === null) return null
    if (absence?.to != null) at = absence.to + 1
    else if (weekdays.includes(weekdayOf(at)) && !isBankHoliday(at)) return at
    else at += 1
  }
}

/** The day on which that many working days after `day` have passed: one after a Friday is Monday. */
export function addWorkingNumbers(time: TimeInNumbers, day: DayNumber, count: number): DayNumber | null {
  let at: DayNumber | null = day
  for (let left = count; left > 0 && at !== null; left--) at = workingNumberFrom(time, at + 1)
  return at
}

/** 1 January 1970 was a Thursday. */
function weekdayOf(number: DayNumber): Weekday {
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday
}
