import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RangeEncoder } from '../../../scripts/anonymisation/range-encoder.ts'
import { makeChances, RangeDecoder } from './range-decoder.ts'

test('what was written is read again, whatever it is', () => {
  const numbers = fc.array(
    fc.oneof(
      fc.tuple(fc.constant(0), fc.constantFrom(0, 1, 127)),
      fc.tuple(fc.constant(0), fc.nat(127)),
      fc.tuple(fc.constant(1), fc.nat(63)),
    ),
    { maxLength: 3000, size: 'max' },
  )
  fc.assert(
    fc.property(numbers, written => {
      const encoder = new RangeEncoder()
      const learnt = makeChances(128)
      for (const [isEven, value] of written) {
        if (isEven === 1) encoder.even(value, 6)
        else encoder.number(value, learnt, 0, 7)
      }
      const decoder = new RangeDecoder(Uint8Array.from([9, 9, ...encoder.finish()]), 2)
      const chances = makeChances(128)
      const read = written.map(([isEven]) => [
        isEven,
        isEven === 1 ? decoder.even(6) : decoder.number(chances, 0, 7),
      ])
      assert.deepEqual(read, written)
    }),
    { numRuns: 60 },
  )
})

test('what is usual takes less room', () => {
  const encoder = new RangeEncoder()
  const chances = makeChances(128)
  for (let count = 0; count < 8000; count++) encoder.number(count % 100 === 0 ? 70 : 3, chances, 0, 7)
  assert.ok(encoder.finish().length < 150)
})
