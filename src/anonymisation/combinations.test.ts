import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCombinations } from './combinations.ts'
import { findPatterns } from './patterns/find-patterns.ts'

function combine(...texts: string[]) {
  return findCombinations(
    texts,
    texts.map(text => findPatterns(text)),
  )
}

test('three mild facts about somebody are one finding on their sentences', () => {
  const before = 'I read about loss. '
  const told = 'She is the youngest of five, aged 7, and came with a Nigerian family.'
  const [found = []] = combine(`${before}${told} I learnt to wait.`)
  assert.deepEqual(found, [
    {
      start: before.length,
      end: before.length + told.length,
      class: 'combination',
      kind: 'combination',
      level: 'check',
      facts: ['age', 'family', 'ethnicity'],
    },
  ])
})

test('five facts are likely', () => {
  const [found = []] = combine(
    'A boy aged 14, one of four siblings, has Batten disease. His Somali mother lives in Otterton. The inquest into his father’s death was in the local paper.',
  )
  assert.equal(found[0]?.level, 'likely')
  assert.deepEqual(found[0]?.facts, ['age', 'family', 'place', 'condition', 'event', 'ethnicity'])
})

test('facts in several answers count together, and are shown where most of them are', () => {
  const found = combine(
    'She is aged 14.',
    'Her twin was on the news. He has cystic fibrosis.',
    'I learnt much.',
  )
  assert.deepEqual(
    found.map(one => one.length),
    [0, 1, 0],
  )
  assert.deepEqual(found[1]?.[0]?.facts, ['age', 'family', 'condition', 'event'])
})

test('an age between commas counts', () => {
  const [found = []] = combine('The boy, 9, is Polish and has Rett syndrome.')
  assert.deepEqual(found[0]?.facts, ['age', 'condition', 'ethnicity'])
})

test('how many children somebody has counts', () => {
  const [found = []] = combine('She is 43, a Polish mother with four daughters.')
  assert.deepEqual(found[0]?.facts, ['age', 'family', 'ethnicity'])
})

test('two facts are nothing', () => {
  assert.deepEqual(combine('She is aged 7 and the youngest of five.'), [[]])
})

test('law, services and literature are nobody', () => {
  const text =
    'We discussed twins studies, cystic fibrosis and sickle cell services, Muslim and Jewish communities, and serious case reviews. ' +
    'Inquest law was covered on 3 May 2024 in Otterton. Children aged 7 were mentioned.'
  assert.deepEqual(combine(text), [[]])
})

test('a fact said over and over takes no longer than its text', () => {
  const started = performance.now()
  findCombinations(['Thai '.repeat(40_000)], [[]])
  // Once for each time it was said it took seconds.
  assert.ok(performance.now() - started < 1000)
})

test('no texts, no findings', () => {
  assert.deepEqual(combine(), [])
  assert.deepEqual(combine(''), [[]])
})
