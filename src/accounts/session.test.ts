import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endOf, secondsLeft } from './session.ts'

const hour = 3_600_000
const start = new Date('2026-11-01T09:00:00Z')
const at = (milliseconds: number) => new Date(start.getTime() + milliseconds)
const session = { createdAt: start, lastSeenAt: start, endedAt: null }

test('a session lasts twelve hours after it was last used, and has expired then', () => {
  assert.equal(endOf(session, at(12 * hour - 1)), null)
  assert.equal(endOf(session, at(12 * hour)), 'expired')
  assert.equal(secondsLeft(session, start), 12 * 3_600)
  assert.equal(secondsLeft(session, at(12 * hour - 1)), 0)
  assert.equal(secondsLeft(session, at(13 * hour)), 0)
})

test('a session that is used all the time lasts thirty days', () => {
  const used = { ...session, lastSeenAt: at(30 * 24 * hour - hour) }
  assert.equal(secondsLeft(used, used.lastSeenAt), 3_600)
  assert.equal(endOf(used, at(30 * 24 * hour)), 'expired')
})

test('a session that was ended is revoked, however long ago', () => {
  const ended = { ...session, endedAt: at(hour) }
  assert.equal(endOf(ended, at(2 * hour)), 'revoked')
  assert.equal(endOf(ended, at(40 * 24 * hour)), 'revoked')
  assert.equal(secondsLeft(ended, at(2 * hour)), 0)
})
