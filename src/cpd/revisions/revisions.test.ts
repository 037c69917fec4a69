import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { emptyAnswers, type Answers } from '../answers.ts'
import { difference } from './difference.ts'
import { pack, unpackAll } from './pack.ts'
import { isLastOfItsSlot, keptMoments, losesMuch } from './which-to-keep.ts'

const at = (text: string) => new Date(`2026-11-${text}Z`)

test('a text is kept when the next one falls in other ten minutes', () => {
  assert.equal(isLastOfItsSlot(at('18T14:01:00'), at('18T14:09:59')), false)
  assert.equal(isLastOfItsSlot(at('18T14:09:59'), at('18T14:10:00')), true)
  assert.equal(isLastOfItsSlot(at('17T14:01:00'), at('18T14:01:00')), true)
})

test('after a day one a day is left, the last of each', () => {
  const moments = [
    at('10T09:00:00'),
    at('10T17:00:00'),
    at('11T12:00:00'),
    at('18T09:00:00'),
    at('18T09:10:00'),
  ]
  const revisions = moments.map(savedAt => ({ savedAt, wasReplaced: false }))
  assert.deepEqual(keptMoments(revisions, at('18T10:00:00')), [false, true, true, true, true])
})

test('of many in the same ten minutes the first is kept, which no rewrite has touched, and the latest', () => {
  const revisions = Array.from({ length: 8 }, (_, index) => ({
    savedAt: at(`18T09:00:0${index}`),
    wasReplaced: false,
  }))
  assert.deepEqual(keptMoments(revisions, at('18T10:00:00')), [
    true,
    false,
    false,
    true,
    true,
    true,
    true,
    true,
  ])
})

test('a text that most of which goes at once is kept, whatever its ten minutes say', () => {
  const long = 'a word or two '.repeat(20)
  assert.equal(losesMuch(long, 'x'), true)
  assert.equal(losesMuch(long, ''), true)
  assert.equal(losesMuch(long, long.slice(0, 100)), true)
  assert.equal(losesMuch(long, `${long} and on`), false)
  assert.equal(losesMuch(long, long.slice(0, -15)), false)
  assert.equal(losesMuch('A sentence of forty-odd letters is much.', 'y'), true)
  assert.equal(losesMuch(long, `${long.slice(0, 140)}in between${long.slice(150)}`), false)
  assert.equal(losesMuch('short', ''), false)
})

test('of texts that were replaced the last fifty are kept, however old', () => {
  const revisions = Array.from({ length: 60 }, (_, index) => ({
    savedAt: new Date(Date.UTC(2026, 0, 1, 0, index)),
    wasReplaced: true,
  }))
  const kept = keptMoments(revisions, at('18T10:00:00'))
  assert.equal(kept.filter(Boolean).length, 50)
  assert.equal(kept.at(0), false)
  assert.equal(kept.at(-1), true)
})

test('whatever was packed comes back letter by letter', () => {
  const answers = fc.record({
    texts: fc.dictionary(
      fc.constantFrom('title', 'learning'),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    ),
    role: fc.string({ unit: 'binary', maxLength: 40 }),
  })
  fc.assert(
    fc.property(fc.array(answers, { maxLength: 8 }), all => {
      const versions = all.map(({ texts, role }): Answers => ({
        ...emptyAnswers(),
        texts,
        peerReflection: { text: '', peers: [{ category: 'other', role: role.toWellFormed() }], settings: [] },
      }))
      const chain = versions.map((version, index) => pack(version, versions[index - 1] ?? null))
      assert.deepEqual(unpackAll(chain), JSON.parse(JSON.stringify(versions)))
    }),
    { numRuns: 300 },
  )
})

test('the words that differ are found, and both texts can be read back from the difference', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 40 }), fc.lorem({ maxCount: 40 }), (before, after) => {
      const runs = difference(before, after)
      const without = (kind: string) =>
        runs
          .filter(run => run.kind !== kind)
          .map(run => run.text)
          .join('')
      assert.equal(without('added'), before)
      assert.equal(without('removed'), after)
    }),
    { numRuns: 200 },
  )
})

test('words replaced one after another read as one change', () => {
  assert.deepEqual(difference('she writes a long sentence', 'she adds another ending sentence'), [
    { kind: 'same', text: 'she ' },
    { kind: 'removed', text: 'writes a long' },
    { kind: 'added', text: 'adds another ending' },
    { kind: 'same', text: ' sentence' },
  ])
})

test('what both texts had, and what each had alone, is all there', () => {
  const words = fc
    .array(fc.constantFrom('one', 'two', 'three', '\n', ','), { maxLength: 12 })
    .map(all => all.join(' '))
  fc.assert(
    fc.property(words, words, (before, after) => {
      const runs = difference(before, after)
      const without = (kind: string) =>
        runs
          .filter(run => run.kind !== kind)
          .map(({ text }) => text)
          .join('')
      assert.equal(without('added'), before)
      assert.equal(without('removed'), after)
    }),
  )
})
