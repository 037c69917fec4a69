import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isBankHoliday, lastYearKnown } from './bank-holidays.ts'
import { dayOf, type DayNumber } from './day-numbers.ts'

const dayLength = 86_400_000
const at = (year: number, month: number, day: number): DayNumber => Date.UTC(year, month - 1, day) / dayLength
const weekday = (number: DayNumber) => new Date(number * dayLength).getUTCDay()

/** By the rule of the Gregorian calendar (Meeus, Jones and Butcher). */
function easterOf(year: number): DayNumber {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return at(year, Math.floor(f / 31), (f % 31) + 1)
}

function firstMonday(year: number, month: number): DayNumber {
  const first = at(year, month, 1)
  return first + ((8 - weekday(first)) % 7)
}

/** What falls on a weekend, or on a day that is one already, is held on the next day that is neither. */
function moved(days: readonly DayNumber[]): readonly DayNumber[] {
  return days.reduce<readonly DayNumber[]>((held, day) => {
    let free = day
    while ([0, 6].includes(weekday(free)) || held.includes(free)) free += 1
    return [...held, free]
  }, [])
}

/** Those of every year, by statute. */
function bankHolidaysOf(year: number): readonly DayNumber[] {
  const easter = easterOf(year)
  return [
    ...moved([at(year, 1, 1)]),
    easter - 2,
    easter + 1,
    firstMonday(year, 5),
    firstMonday(year, 6) - 7,
    firstMonday(year, 9) - 7,
    ...moved([at(year, 12, 25), at(year, 12, 26)]),
  ]
}

test('the file has the days that the rules give, and in these years no others', () => {
  assert.equal(lastYearKnown, 2028)
  for (let year = 2024; year <= lastYearKnown; year++) {
    const known = []
    for (let day = at(year, 1, 1); day < at(year + 1, 1, 1); day++)
      if (isBankHoliday(day)) known.push(dayOf(day))
    assert.deepEqual(
      known,
      bankHolidaysOf(year)
        .toSorted((a, b) => a - b)
        .map(dayOf),
    )
  }
})
