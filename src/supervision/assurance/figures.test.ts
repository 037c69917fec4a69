import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { parseDay, type Day } from '../../platform/day.ts'
import { numberOf } from '../policy/day-numbers.ts'
import { dueSessions, policiesInNumbers } from '../policy/due-sessions.ts'
import { standardPolicy } from '../policy/policy.ts'
import { fullTime } from '../policy/working-days.ts'
import { figuresOf, nextDueBy, type Facts, type Figures } from './figures.ts'

function day(text: string): Day {
  const parsed = parseDay(text)
  assert.ok(parsed)
  return parsed
}

const n = (text: string) => numberOf(day(text))
const policy = standardPolicy(day('2020-01-01'))
const policies = policiesInNumbers([policy])
const weekdays = fullTime.weekdays

function facts(change: Partial<Facts> = {}): Facts {
  return {
    time: { weekdays, away: [] },
    newlyQualifiedFrom: null,
    supervised: [{ from: n('2026-01-05'), to: null, agreedOn: null }],
    held: [],
    cancelled: [],
    standing: [],
    actionsOverdue: 0,
    ...change,
  }
}

function held(...days: readonly string[]): Facts['held'] {
  return days.map(on => ({ heldOn: n(on), needsRecord: true, signedOn: null }))
}

function figures(change: Partial<Facts>, from = '2026-05-19', to = '2026-11-18'): Figures {
  return figuresOf(facts(change), policies, { from: n(from), to: n(to) })
}

suite('of the sessions that were due', () => {
  test('those that were held and those that were missed in the period count, and no other', () => {
    // Held on 7 May: before the period. Due by 8 June and held on the 1st; by 1 July and missed; by 3 August and held on
    // 31 July; then missed on 31 August, 30 September and 30 October. The next is due on 30 November.
    assert.deepEqual(figures({ held: held('2026-05-07', '2026-06-01', '2026-07-31') }).onTime, {
      count: 2,
      of: 6,
    })
  })

  test('one that can still be held in time does not count yet', () => {
    assert.deepEqual(figures({ supervised: [{ from: n('2026-11-01'), to: null, agreedOn: null }] }).onTime, {
      count: 0,
      of: 0,
    })
  })

  test('it makes no difference which of two supervisors held it', () => {
    const both = figures({
      supervised: [
        { from: n('2026-08-03'), to: null, agreedOn: null },
        { from: n('2026-08-03'), to: null, agreedOn: null },
      ],
      held: held('2026-09-01', '2026-10-01', '2026-11-02'),
    })
    assert.deepEqual(both.onTime, { count: 3, of: 3 })
  })

  test('none was due between two times with nobody to supervise', () => {
    const twice = figures({
      supervised: [
        { from: n('2026-05-20'), to: n('2026-06-30'), agreedOn: null },
        { from: n('2026-10-12'), to: null, agreedOn: null },
      ],
    })
    // By 22 June, and by 12 November.
    assert.deepEqual(twice.onTime, { count: 0, of: 2 })
  })
})

suite('the other figures', () => {
  test('count days from the last session, or from the beginning before there was one', () => {
    assert.equal(figures({ held: held('2026-05-07', '2026-11-04') }).daysSinceLast, 14)
    const began = [{ from: n('2026-11-11'), to: null, agreedOn: null }]
    assert.equal(figures({ supervised: began }).daysSinceLast, 7)
  })

  test('have no such days for somebody whom nobody supervises any more', () => {
    const ended = figures({ supervised: [{ from: n('2026-01-05'), to: n('2026-10-30'), agreedOn: null }] })
    assert.equal(ended.daysSinceLast, null)
    assert.equal(ended.isSupervised, false)
    assert.deepEqual(ended.agreements, { count: 0, of: 0 })
  })

  const at = (text: string) => n(text) * 86_400_000

  test('see a cancelled session as rebooked where another was booked for one of the five working days after it', () => {
    const cancelled = ['2026-06-01', '2026-07-01', '2026-11-13'].map(on => ({
      plannedOn: n(on),
      cancelledAt: at(on),
    }))
    // Monday 8 June is the fifth working day after Monday 1 June; nothing was booked in July; for 13 November there is time
    // until the 20th.
    const booked = (on: string, bookedAt: string) =>
      figures({ cancelled, standing: [{ on: n(on), bookings: [{ at: at(bookedAt), on: n(on) }] }] }).rebooked
    assert.deepEqual(booked('2026-06-08', '2026-06-02'), { count: 1, of: 2 })
    assert.deepEqual(booked('2026-06-09', '2026-06-02'), { count: 0, of: 2 })
    // Planned anyway.
    assert.deepEqual(booked('2026-06-08', '2026-05-01'), { count: 0, of: 2 })
  })

  test('let one session replace one only', () => {
    const cancelled = ['2026-06-01', '2026-06-03'].map(on => ({ plannedOn: n(on), cancelledAt: at(on) }))
    const standing = [{ on: n('2026-06-05'), bookings: [{ at: at('2026-06-04'), on: n('2026-06-05') }] }]
    assert.deepEqual(figures({ cancelled, standing }).rebooked, { count: 1, of: 2 })
  })

  test('give somebody who is away the working days after their return', () => {
    const away = [{ from: n('2026-06-02'), to: n('2026-06-12') }]
    const change = {
      time: { weekdays, away },
      cancelled: [{ plannedOn: n('2026-06-01'), cancelledAt: at('2026-06-01') }],
      standing: [{ on: n('2026-06-19'), bookings: [{ at: at('2026-06-15'), on: n('2026-06-19') }] }],
    }
    assert.deepEqual(figures(change).rebooked, { count: 1, of: 1 })
  })

  test('see an agreement as in date until the day of its review', () => {
    const agreed = (agreedOn: string | null) =>
      figures({
        supervised: [{ from: n('2025-01-06'), to: null, agreedOn: agreedOn === null ? null : n(agreedOn) }],
      }).agreements
    assert.deepEqual(agreed('2025-11-18'), { count: 1, of: 1 })
    assert.deepEqual(agreed('2025-11-17'), { count: 0, of: 1 })
    assert.deepEqual(agreed(null), { count: 0, of: 1 })
  })

  test('see a record as signed in time within ten days, and leave one out that still can be', () => {
    const record = (heldOn: string, signedOn: string | null, needsRecord = true) => ({
      heldOn: n(heldOn),
      needsRecord,
      signedOn: signedOn === null ? null : n(signedOn),
    })
    assert.deepEqual(
      figures({
        held: [
          record('2026-06-01', '2026-06-11'),
          record('2026-07-01', '2026-07-12'),
          record('2026-08-03', null),
          record('2026-09-01', null, false),
          record('2026-11-09', null),
        ],
      }).records,
      { count: 1, of: 3 },
    )
  })
})

suite('whatever happened', () => {
  const from = n('2026-01-05')
  const days = fc.integer({ min: from, max: from + 400 })
  const heldDays = fc.array(days, { maxLength: 30 }).map(all => all.toSorted((a, b) => a - b))

  test('what is due in a period is what the whole history says, though only its end is looked at', () => {
    fc.assert(
      fc.property(heldDays, days, days, (on, one, other) => {
        const period = { from: Math.min(one, other), to: Math.max(one, other) }
        const all = on.filter(heldOn => heldOn <= period.to)
        const lastBefore = all.findLast(heldOn => heldOn < period.from)
        const known = all.filter(heldOn => heldOn >= (lastBefore ?? 0))
        const sessions = known.map(heldOn => ({ heldOn, needsRecord: false, signedOn: null }))
        const told = figuresOf(facts({ held: sessions }), policies, period).onTime

        const text = (number: number) => day(new Date(number * 86_400_000).toISOString().slice(0, 10))
        const whole = dueSessions(
          {
            policies: [policy],
            during: { from: text(from), to: null },
            newlyQualifiedFrom: null,
            time: fullTime,
            held: all.map(text),
          },
          text(period.to),
        ).filter(({ state, heldOn, dueBy }) => {
          const at = numberOf(heldOn ?? dueBy)
          return state !== 'open' && at >= period.from && at <= period.to
        })
        assert.deepEqual(told, {
          count: whole.filter(({ state }) => state === 'held').length,
          of: whole.length,
        })
      }),
      { numRuns: 500 },
    )
  })

  test('no count is more than what it is of, and no session is on time that was not held', () => {
    fc.assert(
      fc.property(heldDays, fc.array(days, { maxLength: 10 }), days, (on, planned, to) => {
        const told = figuresOf(
          facts({
            held: on.map((heldOn, i) => ({ heldOn, needsRecord: true, signedOn: i % 2 ? heldOn + i : null })),
            cancelled: planned.map(plannedOn => ({ plannedOn, cancelledAt: plannedOn })),
            standing: on.map(one => ({ on: one, bookings: [{ at: one - 3, on: one }] })),
          }),
          policies,
          { from, to },
        )
        for (const { count, of } of [told.onTime, told.rebooked, told.agreements, told.records])
          assert.ok(count >= 0 && count <= of)
        assert.ok(told.onTime.count <= told.held)
      }),
      { numRuns: 500 },
    )
  })
})

suite('by when the next session is to be held', () => {
  const next = (change: Partial<Facts>, today = '2026-11-18') => nextDueBy(facts(change), policies, n(today))

  test('is one interval after the last, or after the one that was missed', () => {
    assert.equal(next({ held: held('2026-11-02') }), n('2026-12-02'))
    // Missed by 1 October and, as the 1st is a Sunday, by 2 November.
    assert.equal(next({ held: held('2026-09-01') }), n('2026-12-02'))
  })

  test('moves to the fifth working day after the return from an absence', () => {
    const away = [{ from: n('2026-11-30'), to: n('2026-12-04') }]
    assert.equal(next({ held: held('2026-11-02'), time: { weekdays, away } }), n('2026-12-11'))
  })

  test('is nothing for whoever has no supervisor, or is away until further notice', () => {
    assert.equal(next({ supervised: [] }), null)
    assert.equal(next({ supervised: [{ from: n('2026-01-05'), to: n('2026-11-17'), agreedOn: null }] }), null)
    const away = [{ from: n('2026-11-10'), to: null }]
    assert.equal(next({ held: held('2026-11-02'), time: { weekdays, away } }), null)
  })
})
