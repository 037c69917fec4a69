import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shiftRange } from './shift-range.ts'

const text = 'I met Kelly Marsh at home.'
const kelly = { start: 6, end: 17 }

test('what is typed after it moves nothing, and what is typed before it moves it along', () => {
  assert.deepEqual(shiftRange(kelly, text, `${text} And on.`), kelly)
  assert.deepEqual(shiftRange(kelly, text, `Today ${text}`), { start: 12, end: 23 })
  assert.deepEqual(shiftRange(kelly, text, text.replace('I met ', '')), { start: 0, end: 11 })
})

test('what is typed into it leaves it nowhere', () => {
  assert.equal(shiftRange(kelly, text, text.replace('Kelly', 'Kell')), null)
  assert.equal(shiftRange(kelly, text, ''), null)
})

test('whatever is typed, where a stretch is said to be stands what stood there', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 })
  fc.assert(
    fc.property(short, short, fc.nat(12), fc.nat(12), (before, after, one, other) => {
      const range = { start: Math.min(one, other), end: Math.min(Math.max(one, other), before.length) }
      fc.pre(range.start < range.end)
      const moved = shiftRange(range, before, after)
      if (moved) assert.equal(after.slice(moved.start, moved.end), before.slice(range.start, range.end))
    }),
  )
})
