import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { addDays, parseDay, type Day } from '../../platform/day.ts'
import { dueSessions, type Supervised } from './due-sessions.ts'
import { standardPolicy, type Policy } from './policy.ts'
import { fullTime, isAway, type WorkingTime } from './working-days.ts'

function day(text: string): Day {
  const parsed = parseDay(text)
  assert.ok(parsed)
  return parsed
}

const standard = standardPolicy(day('2020-01-01'))

function supervised(change: Partial<Supervised>): Supervised {
  return {
    policies: [standard],
    during: { from: day('2026-09-01'), to: null },
    newlyQualifiedFrom: null,
    time: fullTime,
    held: [],
    ...change,
  }
}

/** As `dueBy: state`, in order. */
function told(about: Partial<Supervised>, today: string): string[] {
  return dueSessions(supervised(about), day(today)).map(
    ({ dueBy, state, heldOn }) => `${dueBy}: ${state}${heldOn === null ? '' : ` ${heldOn}`}`,
  )
}

suite('somebody who has been in practice for a while', () => {
  test('is due within a month of the day they began, and a month after each session', () => {
    assert.deepEqual(told({ held: [day('2026-09-24'), day('2026-10-20')] }, '2026-10-21'), [
      '2026-10-01: held 2026-09-24',
      '2026-10-26: held 2026-10-20',
      '2026-11-20: open',
    ])
  })

  test('who misses one is due again a month after it had been due', () => {
    assert.deepEqual(told({}, '2026-11-05'), ['2026-10-01: missed', '2026-11-02: missed', '2026-12-02: open'])
  })

  test('may be supervised on the last day itself, and that is in time', () => {
    assert.deepEqual(told({ held: [day('2026-10-01')] }, '2026-10-01').at(0), '2026-10-01: held 2026-10-01')
    assert.deepEqual(told({}, '2026-10-01'), ['2026-10-01: open'])
  })

  test('is due on the last day of a month that has no such day', () => {
    assert.deepEqual(told({ during: { from: day('2026-01-30'), to: null } }, '2026-02-01'), [
      '2026-03-02: open',
    ])
    assert.deepEqual(told({ during: { from: day('2027-12-31'), to: null } }, '2028-01-01'), [
      '2028-01-31: open',
    ])
  })

  test('loses no day on the way through a short month', () => {
    const held = ['2026-01-31', '2026-02-28', '2026-03-31'].map(day)
    assert.deepEqual(told({ during: { from: day('2026-01-31'), to: null }, held }, '2026-04-01'), [
      '2026-03-02: held 2026-01-31',
      '2026-03-02: held 2026-02-28',
      '2026-03-31: held 2026-03-31',
      '2026-04-30: open',
    ])
  })

  test('is due no more once the relationship has ended before the day', () => {
    assert.deepEqual(told({ during: { from: day('2026-09-01'), to: day('2026-09-30') } }, '2026-12-01'), [])
  })
})

suite('a due day on which nobody works', () => {
  test('moves over a weekend to Monday', () => {
    // 3 October 2026 is a Saturday.
    assert.deepEqual(told({ during: { from: day('2026-09-03'), to: null } }, '2026-09-03'), [
      '2026-10-05: open',
    ])
  })

  test('moves past a bank holiday, and that is no absence', () => {
    // 25 December 2026 is a Friday, and Boxing Day is kept on Monday.
    assert.deepEqual(told({ during: { from: day('2026-11-25'), to: null } }, '2026-11-25'), [
      '2026-12-29: open',
    ])
  })

  test('moves to the next day that a part-time worker works', () => {
    const time: WorkingTime = { weekdays: [2, 3], away: [] }
    // 1 October 2026 is a Thursday.
    assert.deepEqual(told({ time }, '2026-09-02'), ['2026-10-06: open'])
  })

  test('in a leave moves to the fifth working day after it, the first day back being the first', () => {
    const time: WorkingTime = {
      ...fullTime,
      away: [{ from: day('2026-09-28'), to: day('2026-10-09') }],
    }
    // Back on Monday 12 October.
    assert.deepEqual(told({ time }, '2026-09-02'), ['2026-10-16: open'])
  })

  test('is not known while somebody is away until further notice', () => {
    const time: WorkingTime = { ...fullTime, away: [{ from: day('2026-09-28'), to: null }] }
    assert.deepEqual(told({ time }, '2026-12-01'), [])
  })
})

suite('somebody newly qualified', () => {
  const began = { during: { from: day('2026-09-01'), to: null }, newlyQualifiedFrom: day('2026-09-01') }

  test('is due every week for six weeks, every fortnight up to six months, and then every month', () => {
    const due = dueSessions(supervised(began), day('2027-06-01')).map(({ dueBy }) => dueBy)
    assert.deepEqual(due.slice(0, 9), [
      '2026-09-08',
      '2026-09-15',
      '2026-09-22',
      '2026-09-29',
      '2026-10-06',
      '2026-10-13',
      '2026-10-27',
      '2026-11-10',
      '2026-11-24',
    ])
    assert.deepEqual(due.slice(-3), ['2027-04-02', '2027-05-04', '2027-06-04'])
  })
})

suite('somebody supervised before they were newly qualified', () => {
  const qualified = { during: { from: day('2026-01-05'), to: null }, newlyQualifiedFrom: day('2026-09-01') }

  test('is due every month until then, and a week after they began', () => {
    const due = dueSessions(supervised(qualified), day('2026-09-20')).map(({ dueBy }) => dueBy)
    // The sixth of April is Easter Monday.
    assert.deepEqual(due.slice(0, 3), ['2026-02-05', '2026-03-05', '2026-04-07'])
    assert.deepEqual(due.slice(-4), ['2026-08-10', '2026-09-08', '2026-09-15', '2026-09-22'])
  })

  test('is due by the first of the old and the new interval', () => {
    assert.deepEqual(told({ ...qualified, held: [day('2026-08-20')] }, '2026-08-20').slice(-1), [
      '2026-09-08: open',
    ])
  })
})

suite('a policy that changes in mid-year', () => {
  const everyFortnight: Policy = {
    ...standard,
    version: 2,
    from: day('2026-10-12'),
    stages: [{ until: null, every: { weeks: 2 } }],
  }

  test('that asks for more is due one new interval after it began, and not before', () => {
    const policies = [standard, everyFortnight]
    assert.deepEqual(told({ policies, held: [day('2026-10-01')] }, '2026-10-02'), [
      '2026-10-01: held 2026-10-01',
      '2026-10-26: open',
    ])
  })

  test('that asks for less leaves what was due by the old one due', () => {
    const monthly: Policy = { ...standard, version: 3, from: day('2026-10-05') }
    const policies = [{ ...everyFortnight, from: day('2026-01-01') }, monthly]
    assert.deepEqual(told({ policies, held: [day('2026-10-01')] }, '2026-10-16').slice(-2), [
      '2026-10-15: missed',
      '2026-11-16: open',
    ])
  })
})

suite('whatever happens', () => {
  const days = fc.integer({ min: 0, max: 400 }).map(after => addDays(day('2026-09-01'), after))
  const cases = fc.record({
    held: fc.array(days, { maxLength: 60 }),
    today: days,
    newlyQualifiedFrom: fc.constantFrom(null, day('2026-09-01'), day('2026-07-15')),
    time: fc.record({
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 }),
      away: fc.array(
        fc
          .tuple(days, fc.integer({ min: 0, max: 60 }))
          .map(([from, length]) => ({ from, to: addDays(from, length) })),
        { maxLength: 4 },
      ),
    }),
  })

  test('no session is counted twice, and none that was not held', () => {
    fc.assert(
      fc.property(cases, ({ today, ...change }) => {
        const counted = dueSessions(supervised(change), today).flatMap(({ heldOn }) => heldOn ?? [])
        assert.equal(new Set(counted).size, counted.length)
        assert.ok(counted.every(heldOn => change.held.includes(heldOn) && heldOn <= today))
      }),
      { numRuns: 1000 },
    )
  })

  test('they follow one another without a gap, at most one is open, and none is due on a day away', () => {
    fc.assert(
      fc.property(cases, ({ today, ...change }) => {
        const due = dueSessions(supervised(change), today)
        for (const [i, session] of due.entries()) {
          assert.ok(session.from <= session.dueBy)
          assert.ok(!isAway(change.time, session.dueBy))
          const before = due[i - 1]
          if (before) assert.equal(session.from, addDays(before.heldOn ?? before.dueBy, 1))
          assert.equal(session.state === 'open', i === due.length - 1)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
