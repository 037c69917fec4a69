import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mark } from './found.fixture.ts'
import { findPatterns } from './find-patterns.ts'

test('of two numbers in the same place the one whose form says more is kept', () => {
  const text =
    'Jade, NHS number 943 476 5919, rang 07700 900123 about case BS21C00123, jo@example.org and 3 May 2024 at LS1 4DY.'
  assert.deepEqual(
    findPatterns(text).map(({ class: of, start, end }) => [of, text.slice(start, end)]),
    [
      ['nhs', '943 476 5919'],
      ['phone', '07700 900123'],
      ['reference', 'BS21C00123'],
      ['email', 'jo@example.org'],
      ['date', '3 May 2024'],
      ['postcode', 'LS1 4DY'],
    ],
  )
})

test('a number with an NHS check digit stays one after a word for telephones', () => {
  for (const before of ['Her number ', 'mum’s number ', 'contact: ', 'call ']) {
    const [found] = findPatterns(`${before}485 777 3457`)
    assert.equal(found?.class, 'nhs')
  }
  assert.equal(findPatterns('call 485-777-3457')[0]?.class, 'phone')
})

test('a telephone number called another number is still one', () => {
  for (const before of ['My number is ', 'our number is ', 'case number ']) {
    const text = `${before}07700 900123`
    assert.deepEqual(
      findPatterns(text).map(({ class: of, start, end }) => [of, text.slice(start, end)]),
      [['phone', '07700 900123']],
    )
  }
})

test('a short date after a small word is a date', () => {
  for (const text of ['on 12-05-24', 're 03-04-24', 'on 12.05.24'])
    assert.deepEqual(
      findPatterns(text).map(({ class: of }) => of),
      ['date'],
    )
  assert.equal(findPatterns('born on 12-05-09')[0]?.level, 'likely')
})

test('a postcode stays beside its address', () => {
  assert.deepEqual(
    findPatterns('at 12 Acacia Avenue, Leeds LS1 4DY').map(({ class: of }) => of),
    ['address', 'postcode'],
  )
})

test('a street’s name within a school’s is the school’s', () => {
  assert.equal(
    mark('at Park Road Primary School', findPatterns('at Park Road Primary School')),
    'at ⟦Park Road Primary School⟧',
  )
})

test('ordinary professional prose has nothing to find', () => {
  const text =
    'In supervision on Monday we went over a Section 47 enquiry (Children Act 1989, s.47) and I read Kolb (1984). ' +
    'The 16–25 team has 12 workers; 24/7 cover costs £1,250,000 a year, 3.5% more than in 2019/20. ' +
    'The Duty Team, the MASH and the Family Court agreed by 10.30am. May I add that in March 40 people came?'
  assert.equal(mark(text, findPatterns(text)), text)
})

test('whatever the letters are, what was found lies within the text', () => {
  const pieces = [
    '\ud83d',
    '\udc00',
    '👩‍👧 7 years old',
    'e\u0301 jo@example.org',
    '\u202eLS1 4DY\u202c',
    'עברית 07700 900123',
    'العربية ١٢٣ 943 476 5919',
    'İ ß ﬁ 3 May 2024',
    '\u0000\uffff',
    '12 Acacia\u00a0Avenue',
  ]
  for (const one of pieces) {
    for (const other of pieces) {
      const text = `${one} ${other}`
      for (const { start, end } of findPatterns(text)) {
        assert.ok(start >= 0 && start < end && end <= text.length)
        assert.equal(text.slice(start, end), text.slice(start, end).trim())
      }
    }
  }
})

test('findings come in order and have letters or digits at their ends', () => {
  const text = '(12 Acacia Avenue, Leeds LS1 4DY). “jo@example.org”, born 3/5/14; aged 7, at Oakfield School.'
  const found = findPatterns(text)
  assert.deepEqual(
    found.map(({ start }) => start),
    found.map(({ start }) => start).toSorted((one, other) => one - other),
  )
  for (const { start, end } of found) assert.match(text.slice(start, end), /^[\p{L}\p{N}].*[\p{L}\p{N}]$/u)
})
