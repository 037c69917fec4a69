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

test('a name that is a word starts a sentence about what only somebody does', () => {
  for (const text of [
    'Ken is deaf.',
    'Ray has dementia.',
    'Frank swore at me.',
    'Mark was excluded.',
    'Pearl fell again.',
    'Patience lives alone.',
    'Goodluck was arrested.',
    'Favour’s mum rang.',
  ])
    assert.equal(persons(text)[0], /^\w+/.exec(text)?.[0], text)
  for (const text of [
    'Hope was missing from the plan.',
    'Faith was placed in me.',
    'Patience is needed.',
    'Ray has dementia, and a ray of light.',
    'Asesment was late.',
  ])
    assert.deepEqual(persons(text), [], text)
})

test('initials without stops are found where somebody stands beside them, and abbreviations are let be', () => {
  assert.deepEqual(persons('I visited KM. Spoke to RW. Mum (JD) agreed. TK told me that BN’s mum was ill.'), [
    'KM',
    'RW',
    'JD',
    'TK',
    'BN',
  ])
  assert.deepEqual(persons('NB and PB were seen.\nSW: KM\nI met with J and his mum. T was quiet.'), [
    'NB',
    'PB',
    'KM',
    'J',
    'T',
  ])
  assert.deepEqual(persons('I visited A and her baby.'), ['A'])
  assert.deepEqual(
    persons(
      'I rang the GP and spoke to CAMHS. The LA refused. CPS told us. SW said so. EPO was made. DWP’s team.',
    ),
    [],
  )
})

test('names as the police and records write them', () => {
  assert.deepEqual(persons('PC 4521 Hughes came with DS Okafor.'), ['PC 4521 Hughes', 'DS Okafor'])
  assert.deepEqual(persons('MARSH, Kelly'), ['MARSH, Kelly'])
  assert.deepEqual(persons('I rang Kelly\u200bMarsh about it.'), ['Kelly\u200bMarsh'])
})

test('a car, a telephone and a café are nobody', () => {
  for (const text of [
    'Car reg was noted.',
    'I saw the Ford (reg unknown).',
    'She was to pay a sum of about 141 Deutsch Mark (DEM) as well.',
    'We met in Costa. Costa was closed.',
  ])
    assert.deepEqual(asked(text), [], text)
})

test('the words of this work are nobody', () => {
  for (const text of [
    'The Child in Need plan was reviewed under Section 47.',
    'My Assessed and Supported Year in Employment was recorded on Mosaic.',
    'We met on Teams and then on Zoom.',
    'Kolb’s cycle, Signs of Safety and the Children Act 1989 were on the slide.',
    'Social Work England and Ofsted published the Munro review.',
    'Karen Treisman and Betsy de Thierry wrote about this, and Maya Angelou before them.',
    'He has Cornelia de Lange syndrome.',
    'The Northern Ireland Social Care Council and King’s College London asked.',
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

test('a theorist’s name is asked about where what it does, or what is done, shows that somebody was met', () => {
  for (const text of [
    'I visited Sarah Banks at home yesterday.',
    'Harry Ferguson rang me about her son.',
    'Eileen Munro was excluded from school.',
    'Tony Morrison lives alone and has dementia.',
    'Peter Hawkins, aged 9, was placed with his gran.',
    'Harry Ferguson, my client, was late.',
    'Stephen Lawrence’s placement broke down.',
    'Daniel Pelka is my client.',
    'Peter Green attacked the nurse.',
    'Sarah Banks was kind. Sarah was kind.',
  ])
    assert.equal(persons(text)[0], /^(?:I visited )?(\p{Lu}\w+ \p{Lu}\w+)/u.exec(text)?.[1], text)
  for (const text of [
    'I saw Harry Ferguson speak at a conference.',
    'Eileen Munro was clear, and has argued it since.',
  ])
    assert.deepEqual(asked(text), [], text)
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

test('a role before a name belongs to it, as a title does', () => {
  for (const name of [
    'Sister Bernadette',
    'Detective Inspector Rao',
    'Auntie Pearl',
    'Uncle Tariq',
    'Coach Delroy',
    'Judge Applegarth',
    'Her Honour Judge Anne Whitby',
    'Deputy District Judge Khan',
    'Staff Nurse Kemi',
    'Bishop Alderney',
    'Grandma Rose',
    'Father O’Leary',
  ])
    assert.deepEqual(persons(`${name} rang me about contact.`), [name])
  for (const text of [
    'The Sister Act film and the Father Christmas visit.',
    'We met at Coach House. Nurse Practitioners came, and Father Figures is a book.',
    'The Judge asked. Mother and Father agreed.',
  ])
    assert.deepEqual(persons(text), [], text)
})

test('several of one surname are people, and those who do something are not', () => {
  for (const name of ['Hendersons', 'Tanners', 'O’Driscolls', 'McAllisters', 'Hassans', 'Begums', 'Joneses'])
    assert.deepEqual(persons(`I went to the ${name} on Friday.`), [name])
  assert.deepEqual(persons('The Coopers foster two boys.'), ['Coopers'])
  assert.deepEqual(persons('The Jacksons’ eldest was excluded.'), ['Jacksons'])
  for (const text of [
    'The Carers came, and the Elders of the church spoke.',
    'The Samaritans were kind and the Brownies meet on Mondays.',
    'We read the Standards and the Regulations. The Romans did that.',
    'The Guides, the Scouts and the Quakers help.',
  ])
    assert.deepEqual(persons(text), [], text)
})

test('who is cited by surname alone is a note, and a client of that name is not', () => {
  for (const text of [
    'Bowlby argues that loss is a wound.',
    'As Freire writes, nobody liberates anybody.',
    'As Howe reminds us, relationships matter.',
    'Taylor argues that we construct the case.',
    'According to Adams, power is shared.',
    'Beck and Ellis came up in the training.',
    'Featherstone, White and Morris ask us to think again.',
    'Ingram and Smith propose a relational account.',
    'I read Fook and Gardner on critical reflection.',
    'Laird et al found the same.',
  ])
    assert.deepEqual(persons(text), [], text)
  for (const text of [
    'Taylor told me that he was scared.',
    'Morris says his mum hits him.',
    'As Ellis said to me in the car, it was not fair.',
    'Howe describes his dad as kind.',
    'I drew on what Beck had told me about her dad.',
    'I met our founders, Novosel, Robinson and Holmes.',
  ])
    assert.notDeepEqual(persons(text), [], text)
})

test('a surname alone before a job is somebody', () => {
  for (const name of ['Singh', 'Okafor', 'Achterberg', 'Mensah'])
    for (const job of [', occupational therapist', ', senior social worker', ' (team manager) agreed.'])
      assert.deepEqual(persons(name + job), [name])
  assert.deepEqual(
    persons('Feedback, manager and peer. Supervision (manager present). Honest, social worker'),
    [],
  )
})

test('a part of a place with hyphens is no person', () => {
  assert.deepEqual(persons('He was born in 1940 and lives in Saint-Didier-au-Mont-d’Or.'), [])
})
