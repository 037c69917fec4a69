import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readModel } from '../read-model.ts'
import { findNames } from './find-names.ts'
import { findLearnt, joinLearnt, learnNames } from './learn-names.ts'

const model = await readModel()

const learnFrom = (text: string) => learnNames(findNames(text, model), text, model)

const mentions = (text: string, ...sources: readonly string[]) =>
  findLearnt(text, joinLearnt(sources.map(learnFrom))).map(({ start, end }) => text.slice(start, end))

test('a name of one answer is found in another', () => {
  assert.deepEqual(mentions('petrova’s flat; ANNA and the Petrovas', 'I met Mrs Anna Petrova.'), [
    'petrova',
    'ANNA',
    'Petrovas',
  ])
})

test('names of several answers are found together', () => {
  assert.deepEqual(mentions('Amina and Kelly came.', 'I met Amina Yusuf.', 'I rang Mrs Kelly Marsh.'), [
    'Amina',
    'Kelly',
  ])
})

test('a name that is an English word is found with its capital only, and not where every word has one', () => {
  const source = 'I met Mrs Grace Hope.'
  assert.deepEqual(mentions('Hope helps. I hope that Hope has grace.', source), ['Hope'])
})

test('a name that is an English word is found at the start of a sentence where it acts, and in capitals', () => {
  const source = 'I met Mrs Kelly Marsh.'
  assert.deepEqual(mentions('Marsh rang. I saw MARSH. Marsh land is wet. THE MARSH FLOODED.', source), [
    'Marsh',
    'MARSH',
  ])
})

test('what is inside an e-mail address is not found', () => {
  assert.deepEqual(mentions('Write to petrova@example.org', 'I met Mrs Anna Petrova.'), [])
})
