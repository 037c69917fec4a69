import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tokenise } from './tokens.ts'

const texts = (text: string) => tokenise(text).map(token => token.text)

test('words, numbers and signs are told apart', () => {
  assert.deepEqual(texts('Met Kelly, 14:30.'), ['Met', 'Kelly', ',', '14', ':', '30', '.'])
})

test('the ending that shows an owner is not part of the name', () => {
  assert.deepEqual(texts("Kelly’s KELLY'S O’Shea don’t"), ['Kelly', '’s', 'KELLY', '’s', 'O’Shea', 'don’t'])
})

test('an initial keeps its full stop', () => {
  assert.deepEqual(texts('J.S. and A. Khan'), ['J.', 'S.', 'and', 'A.', 'Khan'])
})

test('ends of line are told of once', () => {
  assert.deepEqual(texts('a\r\n\r\n  b'), ['a', '\n', 'b'])
})

test('tokens lie one after another inside the text, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      let last = 0
      for (const { start, end } of tokenise(text)) {
        assert.ok(start >= last && end > start && end <= text.length)
        last = end
      }
    }),
  )
})
