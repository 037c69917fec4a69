import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, instantIn, parseDay } from '../platform/day.ts'
import type { Day } from '../platform/day.ts'
import { loadRulePacks } from './load-rule-packs.ts'
import {
  dayInYear,
  lastMinuteOf,
  packForYear,
  packOn,
  registrationYear,
  remindersIn,
  yearAt,
  yearOfDay,
} from './registration-year.ts'

const packs = loadRulePacks('schemes/social-work-england', () => null)

function day(text: string): Day {
  const parsed = parseDay(text)
  assert.ok(parsed, text)
  return parsed
}

describe('the registration year', () => {
  test('runs from 1 December to 30 November and closes at midnight in London', () => {
    assert.deepEqual(registrationYear(packs, 2026), {
      closingYear: 2026,
      firstDay: '2025-12-01',
      lastDay: '2026-11-30',
      submitBy: new Date('2026-12-01T00:00:00Z'),
      graceUntil: new Date('2026-12-01T00:00:00Z'),
    })
  })

  test('had 21 days of grace until 2021, and none since', () => {
    const grace = (year: number) => registrationYear(packs, year)?.graceUntil.toISOString().slice(0, 10)
    assert.deepEqual([2020, 2021, 2022, 2023].map(grace), [
      '2020-12-22',
      '2021-12-22',
      '2022-12-01',
      '2023-12-01',
    ])
  })

  test('of a day is the one that closes on the next 30 November', () => {
    const year = (text: string) => yearOfDay(packs, day(text))
    assert.equal(year('2026-11-30'), 2026)
    assert.equal(year('2026-12-01'), 2027)
    assert.equal(year('2026-01-01'), 2026)
    assert.equal(year('2024-02-29'), 2024)
  })

  test('is none before 2 December 2019 and none past the years that can be written', () => {
    assert.equal(yearOfDay(packs, day('2019-12-01')), null)
    assert.equal(yearOfDay(packs, day('2019-12-02')), 2020)
    assert.equal(registrationYear(packs, 2020)?.firstDay, '2019-12-02')
    assert.equal(yearOfDay(packs, day('1000-01-01')), null)
    assert.equal(yearOfDay(packs, day('9999-12-31')), null)
    assert.equal(registrationYear(packs, 2019), null)
  })

  test('of any day in the scheme begins on or before it and ends on or after it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_500 }), offset => {
        const given = addDays(day('2019-12-02'), offset)
        const closingYear = yearOfDay(packs, given)
        assert.ok(closingYear)
        const year = registrationYear(packs, closingYear)
        assert.ok(year && year.firstDay <= given && given <= year.lastDay)
      }),
    )
  })

  test('is judged by the pack in force on its last day', () => {
    const version = (year: number) => packForYear(packs, year)?.version ?? null
    assert.deepEqual([2019, 2020, 2021, 2022, 2023, 2030].map(version), [
      null,
      '2019',
      '2019',
      '2021',
      '2022',
      '2022',
    ])
  })

  test('changes under the clock of London, whatever the clock of the machine', () => {
    const at = (local: string) => yearAt(packs, instantIn('Europe/London', local))?.closingYear ?? null
    assert.equal(at('2026-11-30T23:59:59'), 2026)
    assert.equal(at('2026-12-01T00:00:00'), 2027)
    assert.equal(at('2019-12-01T23:59:59'), null)
  })

  test('is asked under the form of the day, across the seam of two packs', () => {
    assert.equal(packOn(packs, day('2021-11-30'))?.version, '2019')
    assert.equal(packOn(packs, day('2021-12-01'))?.version, '2021')
    assert.equal(packOn(packs, day('2022-12-01'))?.version, '2022')
    assert.equal(packOn(packs, day('2019-12-01')), null)
  })

  test('that changes half-way is governed as a whole by the pack of its last day', () => {
    const [first] = packs
    assert.ok(first)
    const changed = [
      { ...first, version: 'old', validTo: day('2020-05-31') },
      { ...first, version: 'new', validFrom: day('2020-06-01'), validTo: null },
    ]
    assert.equal(packForYear(changed, 2020)?.version, 'new')
    assert.equal(registrationYear(changed, 2020)?.firstDay, '2019-12-02')
    assert.equal(packOn(changed, day('2020-05-31'))?.version, 'old')
    assert.equal(yearOfDay(changed, day('2020-03-01')), 2020)
  })
})

describe('days within a year', () => {
  test('before the turn of the calendar year belong to the calendar year before', () => {
    const [, , pack] = packs
    assert.ok(pack)
    assert.equal(dayInYear(pack, 2026, '12-01'), '2025-12-01')
    assert.equal(dayInYear(pack, 2026, '11-30'), '2026-11-30')
    assert.equal(dayInYear(pack, 2026, '09-01'), '2026-09-01')
  })

  test('on which to remind come in order, from the first day to the last', () => {
    const [, , pack] = packs
    assert.ok(pack)
    const reminders = remindersIn(pack, 2026)
    assert.deepEqual(reminders[0], { on: '2025-12-01', kind: 'year-opens' })
    assert.deepEqual(reminders.at(-1), { on: '2026-11-30', kind: 'last-day' })
    assert.deepEqual(
      reminders.map(it => it.on),
      reminders.map(it => it.on).toSorted(),
    )
    assert.equal(reminders.length, 13)
  })

  test('end with the last minute, 11:59pm', () => {
    const year = registrationYear(packs, 2026)
    assert.ok(year)
    assert.equal(lastMinuteOf(year).toISOString(), '2026-11-30T23:59:00.000Z')
  })
})
