import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { checkTexts } from './check-texts.ts'
import type { NeverWrite } from './finding.ts'
import { loadModel } from './names/model.ts'

const model = loadModel(readFileSync(new URL('names/model.bin', import.meta.url)))

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

suite('half a megabyte made to hurt', () => {
  const hostile: Readonly<Record<string, string>> = {
    digits: '0123456789 ',
    capitals: 'Ab Cd ',
    addresses: 'a@',
    dots: 'a.b.',
    brackets: '(((',
    spaces: ' ',
    names: 'Kelly Marsh ',
    titles: 'Mr Dr ',
    dates: '3 May 2024 aged 7 ',
    marks: 'e\u0301\u0301',
    lines: '\n',
  }
  for (const [name, bit] of Object.entries(hostile))
    test(`${name}: four times the length takes about four times as long`, () => {
      const of = (length: number) => bit.repeat(Math.ceil(length / bit.length)).slice(0, length)
      // The least of three: whatever else the machine does only ever adds.
      const seconds = (length: number) =>
        Math.min(
          ...[1, 2, 3].map(() => {
            const started = performance.now()
            checkTexts([of(length)], model)
            return (performance.now() - started) / 1000
          }),
        )
      const quarter = Math.max(seconds(125_000), 0.03)
      const whole = seconds(500_000)
      // What takes the square of the length would take sixteen times as long.
      assert.ok(whole < 9 * quarter, `${quarter} s, then ${whole} s`)
    })
})
