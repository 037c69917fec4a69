import { monthsAfter, numberOf, dayOf } from '../policy/day-numbers.ts'
import type { Day } from '../../platform/day.ts'

/** How far back figures go. */
export type Months = 3 | 6 | 12

export const periods: readonly Months[] = [3, 6, 12]

/** What an address asks for; the last three months where it asks for nothing that there is. */
export function readMonths(text: string | null): Months {
  return periods.find(months => String(months) === text) ?? 3
}

/** The first day of the months that end with `today`. */
export function firstDayOf(months: Months, today: Day): Day {
  return dayOf(monthsAfter(numberOf(today), -months) + 1)
}
