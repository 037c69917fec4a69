import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDay } from '../../platform/day.ts'
import { instantOf, readClockTime, writeClockTime } from './session-time.ts'

test('a time is read as people type it', () => {
  const told = (typed: string) => {
    const time = readClockTime(typed)
    return time && writeClockTime(time)
  }
  const typed = ['14:30', '9.15', ' 2pm', '2:30 PM', '12am', '12:05pm', '00:00', '9:05']
  assert.deepEqual(typed.map(told), ['14:30', '09:15', '14:00', '14:30', '00:00', '12:05', '00:00', '09:05'])
  for (const wrong of ['', '2', '25:00', '14:60', '13pm', '0am', 'noon', '14:3', '1430'])
    assert.equal(told(wrong), null, wrong)
})

test('it is the clock in England, in summer and in winter', () => {
  const at = (text: string) => {
    const day = parseDay(text)
    assert.ok(day)
    return instantOf('Europe/London', day, { hour: 14, minute: 0 }).toISOString()
  }
  assert.equal(at('2026-07-01'), '2026-07-01T13:00:00.000Z')
  assert.equal(at('2026-12-01'), '2026-12-01T14:00:00.000Z')
})
