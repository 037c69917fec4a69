import { parseDay } from '../../platform/day.ts'
import file from './bank-holidays.json' with { type: 'json' }
import { numberOf, type DayNumber } from './day-numbers.ts'

const holidays: ReadonlySet<DayNumber> = new Set(
  Object.entries(file.years).flatMap(([year, days]) =>
    days.map(monthDay => {
      const day = parseDay(`${year}-${monthDay}`)
      if (day === null) throw new Error(`bank-holidays.json: ${year}-${monthDay} is no day`)
      return numberOf(day)
    }),
  ),
)

/** In England and Wales. Of years that the file does not have, no day is known to be one. */
export function isBankHoliday(day: DayNumber): boolean {
  return holidays.has(day)
}

/** The last year whose bank holidays are known. */
export const lastYearKnown = Math.max(...Object.keys(file.years).map(Number))
