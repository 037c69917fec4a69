import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readModel } from '../read-model.ts'
import { findNames } from './find-names.ts'

const model = await readModel()

const persons = (text: string) =>
  findNames(text, model)
    .filter(finding => finding.class === 'person' && finding.level !== 'note')
    .map(({ start, end }) => text.slice(start, end))

const asked = (text: string) => findNames(text, model).filter(({ level }) => level !== 'note')

test('first names in a sentence are found', () => {
  assert.deepEqual(persons('I visited Jade and her mum Kelly at home.'), ['Jade', 'Kelly'])
})

test('names of many origins are found', () => {
  const names =
    'Oluwaseun Adeyemi|Agnieszka Kowalska|Nguyen Thi Lan|Mohammed Hussain|Harpreet Kaur|Ayaan Warsame|Siobhan O’Connor|João Ferreira|Min-jun Park|Delroy Campbell|Ömer Yılmaz|Łukasz Nowak'
  for (const name of names.split('|')) {
    assert.deepEqual(persons(`I discussed the plan with ${name} last week.`), [name])
  }
})

test('a title and what follows it are one finding, and likely', () => {
  const text = 'I rang Mrs Anna Petrova and Mr van der Berg.'
  const [first, second] = findNames(text, model)
  assert.equal(text.slice(first?.start, first?.end), 'Mrs Anna Petrova')
  assert.equal(first?.level, 'likely')
  assert.equal(text.slice(second?.start, second?.end), 'Mr van der Berg')
})

test('a name learnt once is found again, in part, owning something and in capitals', () => {
  const text = 'I met Mrs Anna Petrova. Petrova’s flat was cold. ANNA said so, and anna cried.'
  assert.deepEqual(persons(text), ['Mrs Anna Petrova', 'Petrova', 'ANNA', 'anna'])
})

test('names are found in nothing but capitals', () => {
  assert.deepEqual(persons('SPOKE TO MUM. KELLY SAID THAT AMINA WAS AT SCHOOL.'), ['KELLY', 'AMINA'])
})

test('names are found without capitals', () => {
  assert.deepEqual(persons('i visited jade and her mum kelly at home.'), ['jade', 'kelly'])
})

test('words that are names elsewhere are let be where they are words', () => {
  for (const text of [
    'In May I may mark the record, and I will hope for grace.',
    'Will this change what I do? Hope matters. May I ask?',
    'Bills rose in the summer, and few people sue.',
  ])
    assert.deepEqual(persons(text), [])
})

test('the same words are found where they are names', () => {
  assert.deepEqual(persons('I met Will and Mark to see Grace.'), ['Will', 'Mark', 'Grace'])
  assert.deepEqual(persons('Summer told me off.'), ['Summer'])
  assert.deepEqual(persons('Will rang me about contact.'), ['Will'])
})

test('the words of this work are nobody', () => {
  for (const text of [
    'The Child in Need plan was reviewed under Section 47.',
    'My Assessed and Supported Year in Employment was recorded on Mosaic.',
    'We met on Teams and then on Zoom.',
    'Kolb’s cycle, Signs of Safety and the Children Act 1989 were on the slide.',
    'Social Work England and Ofsted published the Munro review.',
  ])
    assert.deepEqual(asked(text), [])
})

test('an author who is cited is a note', () => {
  for (const text of [
    'Smith and Jones (2020) say so.',
    'It is known (Okafor, 2019; Brown et al., 2020).',
    'Okafor et al. (2018) found the same.',
    'Winnicott wrote about this.',
  ])
    assert.deepEqual(asked(text), [], text)
})

test('somebody who only bears a theorist’s name is likely', () => {
  for (const text of [
    'I rang Mrs Bowlby.',
    'My client Kate Morris rang.',
    'Bowlby’s mum told me that he was ill.',
  ])
    assert.equal(findNames(text, model)[0]?.level, 'likely', text)
})

test('words in a script without capitals are to be checked at most, unless a title stands before them', () => {
  assert.ok(findNames('السكوت لغة', model).every(({ level }) => level === 'check'))
  assert.ok(findNames('Mrs 王小明 agreed.', model).some(({ level }) => level === 'likely'))
})

test('initials are found, and letters that stand for nobody are let be', () => {
  assert.deepEqual(persons('J.S. and Baby M came with K’s mum.'), ['J.S.', 'Baby M', 'K'])
  assert.deepEqual(persons('Child A and Parent X were seen. See section D and Annex B. DOB or D.O.B.'), [])
})

test('a name inside an address of the Internet is left to the rule that finds those', () => {
  assert.deepEqual(persons('Write to kelly.marsh@example.org or see https://example.org/kelly'), [])
})

test('findings are in order and none lies over another, whatever the text is', () => {
  const words = fc.constantFrom(
    'Mrs',
    'Anna',
    'Kolb',
    'J.',
    '(2020)',
    'et al.',
    '’s',
    '-',
    '\n',
    'SMITH',
    'и',
    '李',
    '@',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(words, { maxLength: 60 }).map(parts => parts.join(' ')),
  )
  fc.assert(
    fc.property(texts, text => {
      let last = 0
      for (const { start, end } of findNames(text, model)) {
        assert.ok(start >= last && end > start && end <= text.length)
        last = end
      }
    }),
  )
})
