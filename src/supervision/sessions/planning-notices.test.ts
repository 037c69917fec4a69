import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fullTime } from '../policy/working-days.ts'
import { planningNotices, type Overlapping } from './planning-notices.ts'

const usual = { kind: 'planned', startsAt: new Date('2026-11-25T10:00:00Z'), minutes: 90 } as const

function told(
  about: Partial<Parameters<typeof planningNotices>[0]>,
  overlapping: readonly Overlapping[] = [],
) {
  const around = { policy: { shortestMinutes: 90 }, time: fullTime, overlapping, timeZone: 'Europe/London' }
  return planningNotices({ ...usual, ...about }, around)
}

test('of a session as the policy wants it, at a time of its own, there is nothing to ask', () => {
  assert.deepEqual(told({}), [])
})

test('what breaks the policy, is on no working day, at night or at the time of another one is asked about', () => {
  const another = { sessionId: 's', startsAt: new Date('2026-11-29T01:00:00Z') }
  const odd = { startsAt: new Date('2026-11-29T01:30:00Z'), minutes: 30 }
  assert.deepEqual(
    told(odd, [
      { ...another, isOfThis: true },
      { ...another, isOfThis: false },
    ]),
    [
      'It is to last 30 minutes, and the policy asks for at least 90.',
      '29 November 2026 is a day on which whoever is supervised does not work.',
      'It is to begin on 29 November 2026 at 1:30am, at a time when few people work.',
      'There is another session of this supervision at that time: on 29 November 2026 at 1:00am.',
      'You have a session of another supervision at that time: on 29 November 2026 at 1:00am.',
    ],
  )
  // What came up was as it was.
  assert.equal(told({ ...odd, kind: 'critical-incident' }, [{ ...another, isOfThis: true }]).length, 1)
})
