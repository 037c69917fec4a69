import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Question } from '../schemes/rule-pack.ts'
import { emptyAnswers, type Answers } from './answers.ts'
import { marksOf, mergeAnswers, readMarks, withAnswer, writeMarks } from './merge-answers.ts'

const question = (id: string, kind: Question['kind']): Question => ({
  id,
  kind,
  label: id,
  question: `${id}?`,
  hint: '',
  mark: null,
  required: false,
})

const questions = [
  question('title', 'title'),
  question('type', 'type'),
  question('date', 'date'),
  question('learning', 'text'),
  question('peer', 'peer-reflection'),
  question('standards', 'standards'),
]

const word = fc.constantFrom('', 'one', 'two', 'three')
const answers: fc.Arbitrary<Answers> = fc.record({
  texts: fc.record({ title: word, learning: word }),
  type: word,
  date: fc.record({ day: word, month: word, year: word }),
  peerReflection: fc.record({
    text: word,
    peers: fc.array(fc.record({ category: word, role: word }), { maxLength: 2 }),
    settings: fc.array(word, { maxLength: 2 }),
  }),
  standards: fc.array(word, { maxLength: 2 }),
})

function merge(before: Answers, stored: Answers, mine: Answers) {
  return mergeAnswers(questions, { stored, mine, seen: marksOf(questions, before) })
}

const ids = (some: readonly Question[]) => some.map(({ id }) => id)

const changed = (base: Answers, texts: Record<string, string>): Answers => ({
  ...base,
  texts: { ...base.texts, ...texts },
})

test('two windows that changed different answers both have their way', () => {
  const before = changed(emptyAnswers(), { title: 'A day on hoarding', learning: 'Not yet.' })
  const merged = merge(
    before,
    changed(before, { title: 'Two days on hoarding' }),
    changed(before, { learning: 'Go slowly.' }),
  )
  assert.deepEqual(merged.answers.texts, { title: 'Two days on hoarding', learning: 'Go slowly.' })
  assert.deepEqual(ids(merged.theirs), ['title'])
  assert.deepEqual(ids(merged.clashes), [])
})

test('the same answer changed in both is a clash, and what was typed here is in hand', () => {
  const before = changed(emptyAnswers(), { learning: 'Not yet.' })
  const merged = merge(
    before,
    changed(before, { learning: 'Theirs.' }),
    changed(before, { learning: 'Mine.' }),
  )
  assert.deepEqual(ids(merged.clashes), ['learning'])
  assert.equal(merged.answers.texts['learning'], 'Mine.')
})

test('an answer that the form never knew is a clash wherever the two differ', () => {
  const stored = changed(emptyAnswers(), { title: 'Theirs', learning: 'Same' })
  const mine = changed(emptyAnswers(), { title: 'Mine', learning: 'Same' })
  assert.deepEqual(ids(mergeAnswers(questions, { stored, mine, seen: new Map() }).clashes), ['title'])
})

test('what nobody else changed is as typed, and what was not changed here is as stored', () => {
  fc.assert(
    fc.property(answers, answers, (before, after) => {
      assert.deepEqual(merge(before, before, after).answers, after)
      assert.deepEqual(marksOf(questions, merge(before, after, before).answers), marksOf(questions, after))
    }),
  )
})

test('each answer comes from one side or the other, and is lost on neither without a clash', () => {
  fc.assert(
    fc.property(answers, answers, answers, (before, stored, mine) => {
      const merged = merge(before, stored, mine)
      const [was, there, here, is] = [before, stored, mine, merged.answers].map(some =>
        marksOf(questions, some),
      )
      for (const { id } of questions) {
        const of = (marks: typeof was) => marks?.get(id)
        if (ids(merged.clashes).includes(id)) assert.notEqual(of(there), of(here))
        else if (of(here) !== of(was)) assert.equal(of(is), of(here))
        else assert.equal(of(is), of(there))
      }
    }),
    { numRuns: 1000 },
  )
})

test('merging the outcome once more changes nothing', () => {
  fc.assert(
    fc.property(answers, answers, answers, (before, stored, mine) => {
      const once = merge(before, stored, mine)
      if (once.clashes.length > 0) return
      assert.deepEqual(merge(before, once.answers, mine).clashes, [])
      assert.deepEqual(
        marksOf(questions, merge(before, once.answers, mine).answers),
        marksOf(questions, once.answers),
      )
    }),
  )
})

test('marks come back from a form as they went, and nonsense is no mark', () => {
  const marks = marksOf(questions, emptyAnswers())
  assert.deepEqual(readMarks(writeMarks(marks)), marks)
  assert.equal(readMarks('').size, 0)
  assert.equal(readMarks(' : title: :x').size, 0)
})

test('one answer is taken and the others stay', () => {
  fc.assert(
    fc.property(answers, answers, fc.constantFrom(...questions), (into, from, one) => {
      const taken = marksOf(questions, withAnswer(one, into, from))
      for (const { id } of questions)
        assert.equal(taken.get(id), marksOf(questions, id === one.id ? from : into).get(id))
    }),
  )
})
