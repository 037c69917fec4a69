import { parseDay, type Day } from '../../platform/day.ts'

/**
 * A day as the number of days since 1 January 1970. What a page reckons for thousands of people is reckoned in these:
 * the same in texts takes many times as long.
 */
export type DayNumber = number

const dayLength = 86_400_000

export function numberOf(day: Day): DayNumber {
  return Date.parse(day) / dayLength
}

export function dayOf(number: DayNumber): Day {
  const day = parseDay(new Date(number * dayLength).toISOString().slice(0, 10))
  if (day === null) throw new RangeError('a day outside the years that can be written')
  return day
}

/** That many months later; of a month that has no such day, its last. */
export function monthsAfter(number: DayNumber, months: number): DayNumber {
  const from = new Date(number * dayLength)
  const month = from.getUTCFullYear() * 12 + from.getUTCMonth() + months
  const first = firstOfMonth(month)
  return first + Math.min(from.getUTCDate(), firstOfMonth(month + 1) - first) - 1
}

/** The last day of the month that a day is in. */
export function lastOfMonth(number: DayNumber): DayNumber {
  const day = new Date(number * dayLength)
  return firstOfMonth(day.getUTCFullYear() * 12 + day.getUTCMonth() + 1) - 1
}

/** `month` is counted from the year 0. */
function firstOfMonth(month: number): DayNumber {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / dayLength
}
