import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { addDays, parseDay, type Day } from '../../platform/day.ts'
import { standardPolicy } from '../policy/policy.ts'
import { fullTime, type WorkingTime } from '../policy/working-days.ts'
import { rebookings, type SessionHistory } from './rebooking.ts'
import type { SessionChange } from './session.ts'

function day(text: string): Day {
  const parsed = parseDay(text)
  assert.ok(parsed)
  return parsed
}

const policy = standardPolicy(day('2020-01-01'))

type Step = readonly [change: SessionChange['change'], changedAt: string, startsAt: string]

function history(sessionId: string, ...steps: readonly Step[]): SessionHistory {
  return {
    sessionId,
    changes: steps.map(([change, changedAt, startsAt], index) => ({
      number: index + 1,
      change,
      changedAt: new Date(`${changedAt}T09:00:00Z`),
      changedBy: 'sam',
      reason: null,
      startsAt: new Date(`${startsAt}T14:00:00Z`),
      saidBefore: null,
    })),
  }
}

function told(
  histories: readonly SessionHistory[],
  today: string,
  time: WorkingTime = fullTime,
): Record<string, string> {
  const all = rebookings(histories, [policy], time, 'Europe/London', day(today))
  return Object.fromEntries(all.map(({ sessionId, outcome, by }) => [sessionId, `${outcome} ${String(by)}`]))
}

// 20 November 2026 is a Friday.
const cancelled = history(
  'a',
  ['planned', '2026-11-01', '2026-11-20'],
  ['cancelled', '2026-11-19', '2026-11-20'],
)

suite('a cancelled session is rebooked in time', () => {
  test('by one planned afterwards, within five working days of the day that was cancelled', () => {
    const on = (startsAt: string) =>
      told([cancelled, history('b', ['planned', '2026-11-19', startsAt])], '2026-12-31')
    assert.deepEqual(on('2026-11-27'), { a: 'in-time 2026-11-27' })
    assert.deepEqual(on('2026-11-30'), { a: 'late 2026-11-27' })
  })

  test('in working days, which bank holidays are not', () => {
    const atChristmas = history(
      'a',
      ['planned', '2026-12-01', '2026-12-23'],
      ['cancelled', '2026-12-22', '2026-12-23'],
    )
    assert.deepEqual(told([atChristmas], '2026-12-24'), { a: 'open 2027-01-04' })
  })

  test('also by one that was moved there afterwards, and not by one that was to be then anyway', () => {
    const anyway = history('b', ['planned', '2026-11-01', '2026-11-25'])
    assert.deepEqual(told([cancelled, anyway], '2026-12-31'), { a: 'missed 2026-11-27' })
    const moved = history('b', ['planned', '2026-11-01', '2026-12-04'], ['moved', '2026-11-20', '2026-11-25'])
    assert.deepEqual(told([cancelled, moved], '2026-12-31'), { a: 'in-time 2026-11-27' })
  })

  test('not by one that was to be in that time anyway, nor by one put off into it', () => {
    const byMinutes = history(
      'b',
      ['planned', '2026-11-01', '2026-11-27'],
      ['moved', '2026-11-20', '2026-11-27'],
    )
    assert.deepEqual(told([cancelled, byMinutes], '2026-12-31'), { a: 'missed 2026-11-27' })
    const putOff = history(
      'b',
      ['planned', '2026-11-01', '2026-11-18'],
      ['moved', '2026-11-19', '2026-11-25'],
    )
    assert.deepEqual(told([cancelled, putOff], '2026-12-31'), { a: 'missed 2026-11-27' })
    const tooLate = history(
      'b',
      ['planned', '2026-11-01', '2026-12-18'],
      ['moved', '2026-11-20', '2026-12-04'],
    )
    assert.deepEqual(told([cancelled, tooLate], '2026-12-31'), { a: 'missed 2026-11-27' })
  })

  test('not by one of an earlier day, whenever it was written down', () => {
    const earlier = history(
      'b',
      ['planned', '2026-11-23', '2026-09-10'],
      ['held', '2026-11-23', '2026-09-10'],
    )
    assert.deepEqual(told([cancelled, earlier], '2026-12-31'), { a: 'missed 2026-11-27' })
    const sameDay = history('b', ['planned', '2026-11-19', '2026-11-20'])
    assert.deepEqual(told([cancelled, sameDay], '2026-12-31'), { a: 'in-time 2026-11-27' })
  })

  test('until the day has passed it is open', () => {
    assert.deepEqual(told([cancelled], '2026-11-27'), { a: 'open 2026-11-27' })
    assert.deepEqual(told([cancelled], '2026-11-28'), { a: 'missed 2026-11-27' })
  })

  test('leave moves the day; without an end to it there is none', () => {
    const away = (to: string | null): WorkingTime => ({
      ...fullTime,
      away: [{ from: day('2026-11-23'), to: to === null ? null : day(to) }],
    })
    assert.deepEqual(told([cancelled], '2026-11-28', away('2026-11-29')), { a: 'open 2026-12-04' })
    assert.deepEqual(told([cancelled], '2027-11-28', away(null)), { a: 'open null' })
  })

  test('one that was cancelled as well replaces none, and one replaces one at most', () => {
    const second = history(
      'b',
      ['planned', '2026-11-19', '2026-11-25'],
      ['cancelled', '2026-11-24', '2026-11-25'],
    )
    assert.deepEqual(told([cancelled, second], '2026-12-31'), {
      a: 'missed 2026-11-27',
      b: 'missed 2026-12-02',
    })
    const third = history('c', ['planned', '2026-11-24', '2026-11-26'])
    assert.deepEqual(told([cancelled, second, third], '2026-12-31'), {
      a: 'in-time 2026-11-27',
      b: 'missed 2026-12-02',
    })
  })
})

test('no session takes the place of two, and none that was cancelled takes any', () => {
  const moment = fc.integer({ min: 0, max: 60 }).map(days => addDays(day('2026-09-01'), days))
  const story = fc
    .tuple(moment, moment, fc.option(moment), fc.boolean())
    .map(([plannedAt, startsAt, movedTo, isCancelled]) => ({ plannedAt, startsAt, movedTo, isCancelled }))
  fc.assert(
    fc.property(fc.array(story, { maxLength: 12 }), stories => {
      const histories = stories.map(({ plannedAt, startsAt, movedTo, isCancelled }, index) => {
        const steps: Step[] = [['planned', plannedAt, startsAt]]
        if (movedTo !== null) steps.push(['moved', plannedAt, movedTo])
        if (isCancelled) steps.push(['cancelled', addDays(plannedAt, 1), movedTo ?? startsAt])
        return history(`s${index}`, ...steps)
      })
      const all = rebookings(histories, [policy], fullTime, 'Europe/London', day('2026-12-31'))
      assert.equal(all.length, stories.filter(({ isCancelled }) => isCancelled).length)
      const replacing = all.flatMap(({ replacedBy }) => (replacedBy === null ? [] : [replacedBy]))
      assert.equal(new Set(replacing).size, replacing.length)
      for (const sessionId of replacing) assert.equal(stories[Number(sessionId.slice(1))]?.isCancelled, false)
    }),
  )
})
