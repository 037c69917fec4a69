import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  dayFromParts,
  dayIn,
  daysBetween,
  formatDay,
  formatMoment,
  instantIn,
  parseDay,
  partsOfDay,
  readDate,
  startOfDayIn,
} from './day.ts'
import type { Day } from './day.ts'

const london = 'Europe/London'

function day(text: string): Day {
  const parsed = parseDay(text)
  assert.ok(parsed, text)
  return parsed
}

const anyDay = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-11-30'), noInvalidDate: true })
  .map(date => day(date.toISOString().slice(0, 10)))

describe('parseDay', () => {
  test('reads real calendar dates and nothing else', () => {
    assert.equal(parseDay('2026-11-30'), '2026-11-30')
    assert.equal(parseDay('2024-02-29'), '2024-02-29')
    for (const wrong of [
      '2026-11-31',
      '2026-02-29',
      '2100-02-29',
      '2026-00-10',
      '2026-13-01',
      '2026-1-1',
      '0999-01-01',
      '12026-01-01',
      '2026-11-30T00:00',
      ' 2026-11-30',
      '2026-11-30\n',
      '',
      '٢٠٢٦-١١-٣٠',
    ])
      assert.equal(parseDay(wrong), null, JSON.stringify(wrong))
  })
})

describe('a date typed in three fields', () => {
  const typed = (d: string, month: string, year: string) => readDate({ day: d, month, year })

  test('may name its month in English, in full or short, in any case', () => {
    for (const month of ['11', 'November', 'november', 'NOV', 'Nov.', ' nov '])
      assert.equal(dayFromParts({ day: ' 30', month, year: '2026 ' }), '2026-11-30', month)
    assert.equal(dayFromParts({ day: '1', month: 'sept', year: '2026' }), '2026-09-01')
    assert.equal(dayFromParts({ day: '01', month: '09', year: '2026' }), '2026-09-01')
  })

  test('may come in full-width digits or with invisible characters', () => {
    assert.equal(dayFromParts({ day: '３０', month: '１１', year: '\u200b2026' }), '2026-11-30')
  })

  test('is refused without normalising it where a part is far too long for one', () => {
    const long = '\u0300\u0316'.repeat(100_000)
    const started = performance.now()
    assert.deepEqual(typed(long, long, long), {
      ok: false,
      problem: 'not-a-real-date',
      parts: ['day', 'month', 'year'],
    })
    assert.ok(performance.now() - started < 1_000)
  })

  test('says what is missing', () => {
    assert.deepEqual(typed('', ' ', '\u200b'), {
      ok: false,
      problem: 'missing-all',
      parts: ['day', 'month', 'year'],
    })
    assert.deepEqual(typed('', '11', '2026'), { ok: false, problem: 'missing-day', parts: ['day'] })
    assert.deepEqual(typed('1', '', '2026'), { ok: false, problem: 'missing-month', parts: ['month'] })
    assert.deepEqual(typed('1', '11', ''), { ok: false, problem: 'missing-year', parts: ['year'] })
    assert.deepEqual(typed('', '', '2026'), {
      ok: false,
      problem: 'missing-day-and-month',
      parts: ['day', 'month'],
    })
    assert.deepEqual(typed('', '11', ''), {
      ok: false,
      problem: 'missing-day-and-year',
      parts: ['day', 'year'],
    })
    assert.deepEqual(typed('1', '', ''), {
      ok: false,
      problem: 'missing-month-and-year',
      parts: ['month', 'year'],
    })
  })

  test('says which field is impossible by itself', () => {
    assert.deepEqual(typed('1', '11', '26'), { ok: false, problem: 'year-not-4-digits', parts: ['year'] })
    assert.deepEqual(typed('32', '11', '2026'), { ok: false, problem: 'not-a-real-date', parts: ['day'] })
    assert.deepEqual(typed('0', 'Smarch', '2026'), {
      ok: false,
      problem: 'not-a-real-date',
      parts: ['day', 'month'],
    })
    assert.deepEqual(typed('1', 'ma', 'abcd'), {
      ok: false,
      problem: 'not-a-real-date',
      parts: ['month', 'year'],
    })
    assert.deepEqual(typed('-1', '1e0', '0026'), {
      ok: false,
      problem: 'not-a-real-date',
      parts: ['day', 'month', 'year'],
    })
  })

  test('refuses 31 November, and 29 February but in a leap year', () => {
    const notReal = { ok: false, problem: 'not-a-real-date', parts: ['day', 'month', 'year'] }
    assert.deepEqual(typed('31', '11', '2026'), notReal)
    assert.deepEqual(typed('29', 'Feb', '2026'), notReal)
    assert.deepEqual(typed('29', 'Feb', '2028'), { ok: true, day: '2028-02-29' })
  })

  test('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (d, m, y) => {
          readDate({ day: d, month: m, year: y })
        },
      ),
    )
  })

  test('gives back the day that its parts were taken from', () => {
    fc.assert(fc.property(anyDay, given => dayFromParts(partsOfDay(given)) === given))
  })
})

describe('days and instants', () => {
  test('a day ends at midnight by the clock of the time zone', () => {
    assert.equal(dayIn(london, new Date('2026-11-30T23:59:59.999Z')), '2026-11-30')
    assert.equal(dayIn(london, new Date('2026-12-01T00:00:00.000Z')), '2026-12-01')
    assert.equal(dayIn(london, new Date('2026-06-30T22:59:59.999Z')), '2026-06-30')
    assert.equal(dayIn(london, new Date('2026-06-30T23:00:00.000Z')), '2026-07-01')
    assert.equal(dayIn('Pacific/Auckland', new Date('2026-11-30T11:00:00Z')), '2026-12-01')
  })

  test('a day starts at midnight, or later where the clocks skip it', () => {
    assert.equal(startOfDayIn(london, day('2026-12-01')).toISOString(), '2026-12-01T00:00:00.000Z')
    assert.equal(startOfDayIn(london, day('2026-07-01')).toISOString(), '2026-06-30T23:00:00.000Z')
    assert.equal(
      startOfDayIn('America/Santiago', day('2026-09-06')).toISOString(),
      '2026-09-06T04:00:00.000Z',
    )
  })

  test('every instant lies within the day it is said to be, and nothing remembered blurs that', () => {
    const zones = fc.constantFrom(london, 'Pacific/Auckland', 'America/St_Johns', 'UTC')
    const instants = fc.date({
      min: new Date('1950-01-01'),
      max: new Date('2080-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const shown = dayIn(zone, instant)
        return startOfDayIn(zone, shown) <= instant && instant < startOfDayIn(zone, addDays(shown, 1))
      }),
      { numRuns: 500 },
    )
  })

  test('a local time is found on both sides of a change of the clocks', () => {
    assert.equal(instantIn(london, '2026-03-29T00:59:59').toISOString(), '2026-03-29T00:59:59.000Z')
    assert.equal(instantIn(london, '2026-03-29T02:00:00').toISOString(), '2026-03-29T01:00:00.000Z')
    assert.equal(instantIn(london, '2026-11-30T23:59:59').toISOString(), '2026-11-30T23:59:59.000Z')
  })
})

describe('counting days', () => {
  test('crosses months, leap days and changes of the clocks', () => {
    assert.equal(addDays(day('2026-11-30'), 1), '2026-12-01')
    assert.equal(addDays(day('2024-02-28'), 1), '2024-02-29')
    assert.equal(addDays(day('2026-01-01'), -1), '2025-12-31')
    assert.equal(daysBetween(day('2026-03-28'), day('2026-03-30')), 2)
    assert.equal(daysBetween(day('2026-11-30'), day('2026-11-01')), -29)
  })

  test('adding what lies between arrives', () => {
    fc.assert(
      fc.property(
        anyDay,
        anyDay,
        (a, b) => addDays(a, daysBetween(a, b)) === b && a < b === daysBetween(a, b) > 0,
      ),
    )
  })

  test('refuses to leave the years it can write', () => {
    assert.throws(() => addDays(day('9999-12-31'), 1), RangeError)
  })
})

describe('how a day reads', () => {
  test('as 30 November 2026, with the time by the local clock', () => {
    assert.equal(formatDay(day('2026-11-30')), '30 November 2026')
    assert.equal(formatDay(day('2026-01-05')), '5 January 2026')
    assert.equal(formatMoment(london, new Date('2026-11-30T23:59:00Z')), '30 November 2026 at 11:59pm')
    assert.equal(formatMoment(london, new Date('2026-06-30T23:05:00Z')), '1 July 2026 at 12:05am')
    assert.equal(formatMoment(london, new Date('2026-06-30T11:30:00Z')), '30 June 2026 at 12:30pm')
  })
})
