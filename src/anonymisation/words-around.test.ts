import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsAround } from './words-around.ts'

test('what was found is shown with the words on either side of it, in one line', () => {
  const text = 'I met\n\nKelly Marsh at home.'
  assert.deepEqual(wordsAround(text, 7, 18), { before: 'I met ', found: 'Kelly Marsh', after: ' at home.' })
})

test('a long text is cut at words, and says that it goes on', () => {
  const words = 'word '.repeat(40)
  const text = `${words}Kelly${words}`
  const { before, found, after } = wordsAround(text, words.length, words.length + 5)
  assert.match(before, /^…(?:word )+$/)
  assert.equal(found, 'Kelly')
  assert.match(after, /^(?:word ?)+…$/)
})

test('a long finding is shown with its beginning and its end', () => {
  const text = `The first ${'many words '.repeat(200)}the last`
  const { found } = wordsAround(text, 0, text.length)
  assert.ok(found.length < 310)
  assert.match(found, /^The first many .+ … .+ the last$/)
})

test('no character is cut in two', () => {
  const text = `${'👩'.repeat(100)}Kelly${'👩'.repeat(100)}`
  const { before, after } = wordsAround(text, 200, 205)
  assert.doesNotMatch(before + after, /\p{Surrogate}/u)
})
