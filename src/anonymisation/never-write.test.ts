import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findNeverWrite } from './never-write.ts'

const list = [
  { text: 'Rowan Unit', class: 'organisation' },
  { text: 'Zoë', class: 'person' },
  { text: '   ', class: 'person' },
] as const

function found(text: string): string[] {
  return findNeverWrite(text, list).map(({ start, end }) => text.slice(start, end))
}

test('what is on the list is found in any case, over any white space, and with a possessive', () => {
  assert.deepEqual(found('At the rowan\n unit, ZOË’s plan.'), ['rowan\n unit', 'ZOË'])
})

test('a letter with its mark apart is the same letter', () => {
  assert.deepEqual(found('I met Zoe\u0308 there.'), ['Zoe\u0308'])
})

test('accents do not matter, on the list or in the text', () => {
  assert.deepEqual(found('I met Zoe. ZOE.'), ['Zoe', 'ZOE'])
  const [one] = findNeverWrite('Renée and Renee', [{ text: 'Renee', class: 'person' }])
  assert.equal(one?.end, 5)
})

test('the end of one sentence and the beginning of the next are not one thing', () => {
  assert.deepEqual(found('We sat under the rowan. Unit costs rose.'), [])
  assert.deepEqual(found('Rowan?\nUnit'), [])
  assert.deepEqual(found('Rowan\n\nUnit'), [])
  const [school] = findNeverWrite('At St. Mary’s school.', [{ text: 'St Mary’s', class: 'organisation' }])
  assert.equal(school?.start, 3)
})

test('part of a word is not the word, and a line of nothing on the list finds nothing', () => {
  assert.deepEqual(found('Zoës and rowan units are not on it. A unit neither.'), [])
})

test('everything found is likely, and says that it is from the list', () => {
  assert.deepEqual(findNeverWrite('Zoë', list), [
    { start: 0, end: 3, class: 'person', level: 'likely', kind: 'never-write' },
  ])
})
