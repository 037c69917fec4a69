import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDay, type Day } from '../../platform/day.ts'
import { everyOn, standardPolicy } from '../policy/policy.ts'
import { fullTime } from '../policy/working-days.ts'
import { seriesDays } from './series.ts'

function day(text: string): Day {
  const parsed = parseDay(text)
  assert.ok(parsed)
  return parsed
}

const policy = standardPolicy(day('2020-01-01'))

test('every two weeks, and a day of leave moves one session and none after it', () => {
  const time = { ...fullTime, away: [{ from: day('2026-12-02'), to: day('2026-12-03') }] }
  const days = seriesDays({
    first: day('2026-11-18'),
    count: 4,
    everyOn: () => ({ weeks: 2 }),
    time,
    until: null,
  })
  assert.deepEqual(days, ['2026-11-18', '2026-12-04', '2026-12-16', '2026-12-30'])
})

test('every month keeps the day of the month, however short one is', () => {
  const days = seriesDays({
    first: day('2026-07-31'),
    count: 5,
    everyOn: () => ({ months: 1 }),
    time: { ...fullTime, weekdays: [1, 2, 3, 4, 5, 6, 7] },
    until: null,
  })
  // 31 August 2026 is a bank holiday, and moves nothing that comes after it.
  assert.deepEqual(days, ['2026-07-31', '2026-09-01', '2026-09-30', '2026-10-31', '2026-11-30'])
})

test('by the policy it is weekly for six weeks and then every two', () => {
  const from = day('2026-09-01')
  const days = seriesDays({
    first: day('2026-09-08'),
    count: 8,
    everyOn: on => everyOn(policy, from, on),
    time: fullTime,
    until: null,
  })
  assert.deepEqual(days, [
    '2026-09-08',
    '2026-09-15',
    '2026-09-22',
    '2026-09-29',
    '2026-10-06',
    '2026-10-13',
    '2026-10-27',
    '2026-11-10',
  ])
})

test('it stops where supervision ends, and where nobody knows when somebody is back', () => {
  const series = { first: day('2026-11-18'), count: 6, everyOn: () => ({ weeks: 1 }), time: fullTime }
  assert.equal(seriesDays({ ...series, until: day('2026-12-02') }).length, 3)
  const time = { ...fullTime, away: [{ from: day('2026-12-01'), to: null }] }
  assert.deepEqual(seriesDays({ ...series, time, until: null }), ['2026-11-18', '2026-11-25'])
})
