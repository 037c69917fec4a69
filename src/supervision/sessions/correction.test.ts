import assert from 'node:assert/strict'
import { test } from 'node:test'
import { correctAttendance, isCorrectable, sayNotHeld } from './correction.ts'
import { cancel, sayHeld, type Session } from './session.ts'

const held: Session = {
  sessionId: 's1',
  relationshipId: 'r1',
  kind: 'planned',
  form: 'group',
  startsAt: new Date('2026-11-20T10:00:00Z'),
  minutes: 90,
  state: 'held',
  heldMinutes: 95,
  wasInterrupted: true,
  isContentRecorded: true,
  version: 2,
  attended: ['abi', 'bea'],
}

const now = new Date('2026-11-21T10:00:00Z')
const holding = {
  minutes: 60,
  wasInterrupted: false,
  attended: ['abi'],
  isContentRecorded: true,
  isAnythingWritten: false,
  now,
}

function refusalOf(result: ReturnType<typeof sayNotHeld>): string | null {
  return result.ok ? null : result.refusal
}

test('who was there is corrected, each of them once, and nothing else changes', () => {
  const corrected = correctAttendance(held, { version: 2, answered: null, attended: ['bea', 'cal', 'bea'] })
  assert.deepEqual(corrected, { ok: true, value: { ...held, attended: ['bea', 'cal'], version: 3 } })
})

test('somebody was there, and a correction changes something', () => {
  const refused = (attended: readonly string[]) =>
    refusalOf(correctAttendance(held, { version: 2, answered: null, attended }))
  assert.equal(refused([]), 'nobody-attended')
  assert.equal(refused(['bea', 'abi']), 'nothing-different')
  assert.equal(refused(['bea']), null)
})

test('one that was not held is planned again, and can be cancelled or held', () => {
  const corrected = sayNotHeld(held, { version: 2, answered: null })
  assert.ok(corrected.ok)
  assert.deepEqual(corrected.value, {
    ...held,
    state: 'planned',
    heldMinutes: null,
    wasInterrupted: null,
    attended: [],
    version: 3,
  })
  assert.ok(cancel(corrected.value, { version: 3 }).ok)
  assert.ok(sayHeld(corrected.value, { ...holding, version: 3 }).ok)
})

test('what was left unrecorded stays so, though it is said to be held once more', () => {
  const unrecorded: Session = { ...held, kind: 'critical-incident', isContentRecorded: false }
  const planned = sayNotHeld(unrecorded, { version: 2, answered: null })
  assert.ok(planned.ok)
  const again = sayHeld(planned.value, { ...holding, version: 3 })
  assert.equal(again.ok && again.value.isContentRecorded, false)
})

test('once the supervisor has signed there was a session, and whoever has answered was there', () => {
  const seen = { version: 2, answered: ['abi'] }
  assert.equal(refusalOf(sayNotHeld(held, seen)), 'record-signed')
  assert.equal(refusalOf(correctAttendance(held, { ...seen, attended: ['bea'] })), 'has-answered')
  assert.equal(refusalOf(correctAttendance(held, { ...seen, attended: ['abi'] })), null)
  assert.equal(refusalOf(correctAttendance(held, { ...seen, attended: ['abi', 'bea', 'cal'] })), null)
})

test('once all have signed nothing is corrected', () => {
  const seen = { version: 2, answered: ['abi', 'bea'] }
  assert.equal(isCorrectable(held, seen.answered), false)
  assert.equal(refusalOf(sayNotHeld(held, seen)), 'signed-by-all')
  assert.equal(refusalOf(correctAttendance(held, { ...seen, attended: ['abi'] })), 'signed-by-all')
})

test('what was not held has nothing to correct, and a page that was overtaken does nothing', () => {
  const seen = { version: 1, answered: null }
  assert.equal(refusalOf(sayNotHeld({ ...held, state: 'planned' }, seen)), 'not-held')
  assert.equal(refusalOf(sayNotHeld({ ...held, state: 'cancelled' }, seen)), 'not-held')
  assert.equal(refusalOf(sayNotHeld(held, seen)), 'changed-elsewhere')
  assert.equal(refusalOf(correctAttendance(held, { ...seen, attended: ['bea'] })), 'changed-elsewhere')
})
