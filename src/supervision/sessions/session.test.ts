import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { cancel, heldDays, sayHeld, move, type Session } from './session.ts'

const planned: Session = {
  sessionId: 's1',
  relationshipId: 'r1',
  kind: 'planned',
  form: 'one-to-one',
  startsAt: new Date('2026-11-20T10:00:00Z'),
  minutes: 90,
  state: 'planned',
  heldMinutes: null,
  wasInterrupted: null,
  isContentRecorded: true,
  version: 1,
  attended: [],
}

const holding = {
  version: 1,
  minutes: 95,
  wasInterrupted: false,
  attended: ['nic'],
  isContentRecorded: true,
  isAnythingWritten: false,
  now: new Date('2026-11-20T12:00:00Z'),
}

suite('what may follow what', () => {
  test('a planned session is held with those who were there', () => {
    const held = sayHeld(planned, holding)
    assert.ok(held.ok)
    assert.deepEqual(held.value, {
      ...planned,
      state: 'held',
      heldMinutes: 95,
      wasInterrupted: false,
      attended: ['nic'],
      version: 2,
    })
  })

  test('before it begins, or with nobody, it was not held', () => {
    const early = sayHeld(planned, { ...holding, now: new Date('2026-11-20T09:59:00Z') })
    assert.deepEqual(early, { ok: false, refusal: 'not-begun' })
    assert.deepEqual(sayHeld(planned, { ...holding, attended: [] }), {
      ok: false,
      refusal: 'nobody-attended',
    })
  })

  test('only after a critical incident can its content be left unrecorded', () => {
    const isRecorded = (kind: Session['kind']) => {
      const held = sayHeld({ ...planned, kind }, { ...holding, isContentRecorded: false })
      return held.ok && held.value.isContentRecorded
    }
    const written = { ...holding, isContentRecorded: false, isAnythingWritten: true }
    assert.deepEqual(sayHeld({ ...planned, kind: 'critical-incident' }, written), {
      ok: false,
      refusal: 'something-written',
    })
    assert.ok(sayHeld(planned, written).ok)
    assert.equal(isRecorded('planned'), true)
    assert.equal(isRecorded('ad-hoc'), true)
    assert.equal(isRecorded('critical-incident'), false)
  })

  test('a page that was overtaken does nothing', () => {
    const wanted = { version: 1, startsAt: new Date('2026-11-27T10:00:00Z'), minutes: 90 }
    const moved = move(planned, wanted)
    assert.ok(moved.ok)
    assert.deepEqual(cancel(moved.value, { version: 1 }), { ok: false, refusal: 'changed-elsewhere' })
    assert.ok(cancel(moved.value, { version: 2 }).ok)
  })
})

const step = fc.record({
  do: fc.constantFrom('move', 'cancel', 'sayHeld'),
  isStale: fc.boolean(),
  hours: fc.integer({ min: -50, max: 50 }),
  attended: fc.subarray(['nic', 'ola']),
})

/** Does to a session what is asked, where it may be done. */
function play(steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[]): Session[] {
  const now = new Date('2026-11-21T10:00:00Z')
  const story: Session[] = [planned]
  for (const { do: what, isStale, hours, attended } of steps) {
    const session = story.at(-1) ?? planned
    const version = session.version - (isStale ? 1 : 0)
    const startsAt = new Date(now.getTime() + hours * 3_600_000)
    const done =
      what === 'move'
        ? move(session, { version, startsAt, minutes: 60 })
        : what === 'cancel'
          ? cancel(session, { version })
          : sayHeld(session, { ...holding, version, attended, now })
    if (done.ok) story.push(done.value)
  }
  return story
}

suite('whatever is pressed, in whatever order', () => {
  test('what was cancelled is never held, and what was held is never cancelled or moved', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), steps => {
        const states = play(steps).map(({ state }) => state)
        const end = states.findIndex(state => state !== 'planned')
        if (end >= 0) assert.equal(states.length, end + 1)
      }),
    )
  })

  test('each change makes one version more', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), steps => {
        play(steps).forEach((session, index) => assert.equal(session.version, index + 1))
      }),
    )
  })

  test('a cancelled session never counts as held, and none is counted twice, however often it is listed', () => {
    fc.assert(
      fc.property(fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 8 }), stories => {
        const ends = stories.map((steps, index) => ({
          ...(play(steps).at(-1) ?? planned),
          sessionId: `s${index}`,
        }))
        const days = heldDays([...ends, ...ends], 'nic', 'Europe/London')
        const held = ends.filter(({ state, attended }) => state === 'held' && attended.includes('nic'))
        assert.equal(days.length, held.length)
      }),
    )
  })
})
