import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { checkTexts } from './check-texts.ts'
import type { NeverWrite } from './finding.ts'
import { readModel } from './read-model.ts'

const model = await readModel()

/** For each text what was found in it, as `class level: words`. */
function found(texts: readonly string[], neverWrite: readonly NeverWrite[] = []): string[][] {
  return checkTexts(texts, model, { neverWrite }).map((findings, i) =>
    findings.map(
      ({ start, end, class: kind, level }) => `${kind} ${level}: ${texts[i]?.slice(start, end) ?? ''}`,
    ),
  )
}

test('a name that one answer gives away is found in the others, also where nothing there says that it is one', () => {
  const [, second] = found(['I visited Precious Adeyemi at home.', 'I asked adeyemi first. ADEYEMI agreed.'])
  assert.deepEqual(second, ['person likely: adeyemi', 'person likely: ADEYEMI'])
})

test('part of the name of a school is nobody’s name', () => {
  assert.deepEqual(found(['We met at St Mary’s Primary School.', 'Mary Poppins would not last there.'])[0], [
    'organisation likely: St Mary’s Primary School',
  ])
})

test('what is on the never-write list is found although nothing else would find it', () => {
  const list: readonly NeverWrite[] = [{ text: 'the Thursday people', class: 'organisation' }]
  assert.deepEqual(found(['I rang The Thursday People again.'], list), [
    ['organisation likely: The Thursday People'],
  ])
})

test('mild facts count across all answers, and are said once', () => {
  const texts = [
    'She is the eldest of seven siblings, aged 14.',
    'Her family is Somali. Her brother’s inquest was in the local paper.',
  ]
  const combinations = checkTexts(texts, model)
    .flat()
    .filter(({ class: kind }) => kind === 'combination')
  assert.equal(combinations.length, 1)
  assert.deepEqual(combinations[0]?.facts, ['age', 'family', 'event', 'ethnicity'])
})

test('what everybody reads and works by is a note at most', () => {
  const texts = [
    'Kolb’s cycle and Signs of Safety helped. Social Work England asks for it under the Children Act 1989.',
    'Winnicott wrote that there is no such thing as a baby (Winnicott, 1960). Munro (2011) says more.',
  ]
  const urgent = checkTexts(texts, model)
    .flat()
    .filter(({ level }) => level !== 'note')
  assert.deepEqual(urgent, [])
})

suite('whatever a text is made of', () => {
  const bits = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      'Kelly Marsh',
      'LS1 4DY',
      'k@x.org',
      '\ud800',
      '\udc00',
      'e\u0301',
      '👩🏽‍⚕️',
      '\u202e',
      '\0',
      '\n',
    ),
    fc.constantFrom(
      'St Mary’s School',
      '12 Acacia Avenue',
      '943 476 5919',
      'DR ',
      'aged 7',
      '03/05/2024',
      ' ',
    ),
  )
  const text = fc.array(bits, { maxLength: 30 }).map(all => all.join(''))

  test('every finding lies in its text, in order, and none lies over another of its class', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), texts => {
        const all = checkTexts(texts, model)
        assert.equal(all.length, texts.length)
        for (const [i, findings] of all.entries()) {
          const ends = new Map<string, number>()
          let before = 0
          for (const { start, end, class: kind } of findings) {
            assert.ok(start >= before && start < end && end <= (texts[i]?.length ?? 0))
            assert.ok(start >= (ends.get(kind) ?? 0))
            ends.set(kind, end)
            before = start
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  test('the same texts give the same findings', () => {
    fc.assert(
      fc.property(text, one => {
        assert.deepEqual(checkTexts([one], model), checkTexts([one], model))
      }),
      { numRuns: 100 },
    )
  })
})

/** Texts that were made to hurt, each repeated as often as asked for. */
const hostile: Readonly<Record<string, string>> = {
  names: 'Kelly Marsh ',
  titles: 'Mr Dr ',
  'names without end': 'Anna-',
  initials: 'J.',
  citations: '(Smith, 2019; ',
  opponents: 'A v ',
  'names in capitals': 'KELLY MARSH ',
  'different words': '',
  digits: '1234567890',
  noughts: '0',
  'noughts and spaces': '0 ',
  'at signs': 'a@a@',
  'dots and letters': 'a.a.',
  'long labels': `${'a'.repeat(63)}.`,
  spaces: ' ',
  'line ends': '\n',
  capitals: 'ABCDEFGH',
  'capital words': 'Aaaa Bbbb ',
  dots: '.',
  brackets: '([{',
  'closing brackets': ')]}',
  dashes: '1-',
  slashes: '1/1/',
  fillers: 'P<<A',
  'numbers and words': 'no. 1/11, 2/22 and ',
  'words for telephones': 'call me on ',
  months: '1 May 2 ',
  'and ands': '1 and 1, ',
  ages: 'aged 1, 2 and 3, ',
  facts: 'She is a twin aged 7, a Nigerian girl. ',
  schools: 'School of ',
  streets: '12 Road ',
  towns: 'Leeds, ',
  flats: 'Flat 1, ',
  accents: 'e\u0301',
  'lone surrogates': '\ud83d',
  'apostrophes and hyphens': "a'-",
}

for (const [name, bit] of Object.entries(hostile)) {
  test(`a megabyte of ${name} takes about four times as long as a quarter of one`, () => {
    // What takes the square of the length would take sixteen times as long. Collecting garbage may slow any one of them.
    const isLinear = () => timeOf(bit, 1_000_000) < 8 * Math.max(20, timeOf(bit, 250_000))
    assert.ok(isLinear() || isLinear() || isLinear())
  })
}

test('a megabyte of all of that, one after another, is read to its end', () => {
  const text = Object.values(hostile)
    .map(bit => bit.repeat(30_000 / Math.max(bit.length, 1)))
    .join(' ')
  const [findings = []] = checkTexts([text], model)
  assert.ok(findings.length > 0 && findings.every(({ end }) => end <= text.length))
})

/** In milliseconds of this process's own work: whatever else the machine does is not counted. */
function timeOf(bit: string, length: number): number {
  const text =
    bit === ''
      ? Array.from({ length: length / 8 }, (_, i) => `Na${i.toString(36)}me`.padEnd(8)).join('')
      : bit.repeat(Math.ceil(length / bit.length))
  const before = process.cpuUsage()
  checkTexts([text], model)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
