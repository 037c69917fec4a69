import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { addDays, parseDay, type Day } from '../../platform/day.ts'
import { dueSessions, type Supervised } from '../policy/due-sessions.ts'
import { standardPolicy, type Policy } from '../policy/policy.ts'
import { fullTime } from '../policy/working-days.ts'
import { seriesByPolicy, seriesDays } from './series.ts'

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
  const days = seriesByPolicy({
    first: day('2026-09-08'),
    count: 8,
    policies: [policy],
    newlyQualifiedFrom: from,
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

suite('a series that is planned by the policy and held as planned', () => {
  /** Every due day that was missed until the last session. */
  function missed(days: readonly Day[], about: Omit<Supervised, 'held' | 'during'>): readonly string[] {
    const [first] = days
    const last = days.at(-1)
    assert.ok(first && last)
    return dueSessions({ ...about, during: { from: first, to: null }, held: days }, last)
      .filter(({ state }) => state === 'missed')
      .map(({ dueBy }) => dueBy)
  }

  test('on the 31st is due on the last day of each month, and misses none', () => {
    const about = { policies: [policy], newlyQualifiedFrom: null, time: fullTime }
    const days = seriesByPolicy({ ...about, first: day('2026-12-31'), count: 8, until: null })
    assert.equal(days.at(-1), '2027-08-02')
    assert.deepEqual(missed(days, about), [])
    assert.deepEqual(missed([day('2026-01-31'), day('2026-02-28'), day('2026-03-31')], about), [])
  })

  test('misses none, whatever the policy, its changes, the stage and the time that somebody works', () => {
    const days = fc.integer({ min: 0, max: 500 }).map(later => addDays(day('2026-01-01'), later))
    const span = fc.oneof(
      fc.integer({ min: 1, max: 8 }).map(weeks => ({ weeks })),
      fc.integer({ min: 1, max: 3 }).map(months => ({ months })),
    )
    const stages = fc
      .tuple(fc.array(fc.tuple(span, span), { maxLength: 2 }), span)
      .map(([early, every]) => [
        ...early.map(([until, often]) => ({ until, every: often })),
        { until: null, every },
      ])
    const policies = fc
      .array(fc.tuple(days, stages), { maxLength: 3 })
      .map(later => [
        policy,
        ...later.map(([from, its], i): Policy => ({ ...policy, version: i + 2, from, stages: its })),
      ])
    const time = fc.record({
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 }),
      away: fc.array(
        fc
          .tuple(days, fc.integer({ min: 0, max: 60 }))
          .map(([from, length]) => ({ from, to: addDays(from, length) })),
        { maxLength: 4 },
      ),
    })
    const cases = fc.record({
      first: days,
      count: fc.integer({ min: 1, max: 30 }),
      policies,
      newlyQualifiedFrom: fc.option(days),
      time,
    })
    fc.assert(
      fc.property(cases, ({ first, count, ...about }) => {
        const planned = seriesByPolicy({ ...about, first, count, until: null })
        if (planned.length > 0) assert.deepEqual(missed(planned, about), [])
        assert.deepEqual([...new Set(planned)].toSorted(), planned)
      }),
      { numRuns: 2000 },
    )
  })
})
