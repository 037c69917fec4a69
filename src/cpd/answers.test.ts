import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { parseDay } from '../platform/day.ts'
import { loadRulePacks } from '../schemes/load-rule-packs.ts'
import { codePoints, emptyAnswers, findNotices, findProblems, saysSomething } from './answers.ts'
import type { Answers } from './answers.ts'
import { checkWorkedExample } from './worked-examples.ts'

const packs = loadRulePacks('schemes/social-work-england', checkWorkedExample)
const [pack2019, , pack] = packs
assert.ok(pack && pack2019)
const today = parseDay('2026-06-15')
assert.ok(today)

const complete: Answers = {
  texts: {
    title: 'A webinar',
    description: 'What it was',
    learning: 'What I learnt',
    impact: 'What changed',
  },
  type: 'conference',
  date: { day: '1', month: '6', year: '2026' },
  peerReflection: { text: '', peers: [], settings: [] },
  standards: [],
}
const reflected: Answers = {
  ...complete,
  peerReflection: {
    text: 'We talked it over',
    peers: [{ category: 'social-worker', role: 'Senior practitioner' }],
    settings: ['in-supervision', 'online'],
  },
}

const blanks = {
  'nothing at all': '',
  'white space': ' \t\r\n\u00a0\u3000\u2003',
  'zero-width characters': '\u200b\u200c\u200d\u2060\ufeff',
  'the Braille blank': '\u2800\u2800',
  'Hangul fillers': '\u115f\u1160\u3164\uffa0',
  'soft hyphens and direction marks': '\u00ad\u200e\u202e\u2066',
  'variation selectors and tags': '\ufe0f\u{e0101}\u{e0041}',
  'control characters': '\u0000\u0007\u001b\u0085',
  'combining marks on nothing': '\u0301\u20e3',
  'an object that was not pasted': '\ufffc',
  'half an emoji': '\ud83d',
  'Mongolian vowel separator and Khmer inherent vowels': '\u180e\u17b4\u17b5',
  'the null note head': '\u{1d159}',
}

describe('whether a text says something', () => {
  for (const [name, text] of Object.entries(blanks))
    test(`${name}: it does not`, () => assert.equal(saysSomething(text), false))

  test('any script does, however blank its surroundings', () => {
    const texts = [
      'Yes',
      '0',
      '…',
      '✔',
      '👩🏽‍⚕️',
      'نعم',
      'हाँ',
      '是',
      'はい',
      '예',
      'ใช่',
      'አዎ',
      'Ջ',
      '𞤀',
      '𐐷',
      '⠓',
      '\u{323b0}',
    ]
    for (const text of texts) {
      assert.ok(saysSomething(text), text)
      assert.ok(saysSomething(Object.values(blanks).join('') + text + '\u3164'), text)
    }
  })

  test('a long blank text is told as fast as a long text', () => {
    const started = performance.now()
    assert.equal(saysSomething(' \u2800'.repeat(500_000)), false)
    assert.ok(performance.now() - started < 500)
  })
})

describe('the length of a text', () => {
  test('is counted in code points', () => {
    assert.equal(codePoints(''), 0)
    assert.equal(codePoints('naïve'), 5)
    assert.equal(codePoints('👍👍'), 2)
    assert.equal(codePoints('\ud83d'), 1)
  })

  test('takes a line break as one, as the browser that shows the count does', () => {
    assert.equal(codePoints('a\r\nb'), codePoints('a\nb'))
    assert.equal(codePoints('\r\r\n'), 2)
  })

  test('agrees with the language on every text without line breaks', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        text => codePoints(text) === [...text.replaceAll('\r\n', '\n')].length,
      ),
    )
  })
})

describe('what stands in the way of submitting', () => {
  const codes = (answers: Answers, given = pack) =>
    findProblems(given, answers, today).map(problem => problem.code)

  test('nothing, when every required question is answered', () => {
    assert.deepEqual(findProblems(pack, complete, today), [])
    assert.deepEqual(findProblems(pack, reflected, today), [])
  })

  test('every question that is required, in the order of the form', () => {
    assert.deepEqual(
      findProblems(pack, emptyAnswers(), today).map(problem => `${problem.questionId} ${problem.code}`),
      [
        'title title-missing',
        'type type-missing',
        'date date-wrong',
        'description text-missing',
        'learning text-missing',
        'impact text-missing',
      ],
    )
    assert.deepEqual(codes(emptyAnswers(), pack2019), [
      'title-missing',
      'date-wrong',
      'text-missing',
      'standards-missing',
    ])
  })

  test('an answer of blank characters, as if it were none', () => {
    for (const blank of Object.values(blanks))
      assert.deepEqual(codes({ ...complete, texts: { ...complete.texts, learning: blank, title: blank } }), [
        'title-missing',
        'text-missing',
      ])
  })

  test('one code point too many, and not one fewer', () => {
    const withText = (text: string) => ({ ...complete, texts: { ...complete.texts, impact: text } })
    assert.deepEqual(codes(withText('👍'.repeat(20_000))), [])
    assert.deepEqual(findProblems(pack, withText('👍'.repeat(20_001)), today), [
      { questionId: 'impact', code: 'text-too-long', limit: 20_000, length: 20_001 },
    ])
    const longTitle = { ...complete, texts: { ...complete.texts, title: 'x'.repeat(20_001) } }
    assert.deepEqual(findProblems(pack, longTitle, today), [
      { questionId: 'title', code: 'title-too-long', limit: 20_000, length: 20_001 },
    ])
    const longPeer = {
      ...reflected,
      peerReflection: { ...reflected.peerReflection, text: 'x'.repeat(20_001) },
    }
    assert.deepEqual(codes(longPeer), ['peer-reflection-too-long'])
  })

  test('a date that is not real or not yet, but neither today nor long ago', () => {
    const on = (d: string, month: string, year: string) =>
      codes({ ...complete, date: { day: d, month, year } })
    assert.deepEqual(
      findProblems(pack, { ...complete, date: { day: '31', month: '11', year: '2025' } }, today),
      [
        {
          questionId: 'date',
          code: 'date-wrong',
          problem: 'not-a-real-date',
          parts: ['day', 'month', 'year'],
        },
      ],
    )
    assert.deepEqual(on('16', '6', '2026'), ['date-in-the-future'])
    assert.deepEqual(on('31', '12', '9999'), ['date-in-the-future'])
    assert.deepEqual(on('15', '6', '2026'), [])
    assert.deepEqual(on('1', '12', '2019'), [])
    assert.deepEqual(on('1', '1', '1066'), [])
  })

  test('a type, standard, setting or category of peer that the pack does not have', () => {
    assert.deepEqual(codes({ ...complete, type: 'constructor' }), ['type-unknown'])
    assert.deepEqual(codes({ ...complete, standards: ['4.1', '4.9'] }), ['standard-unknown'])
    const forged = {
      ...reflected,
      peerReflection: { text: 'x', peers: [{ category: '__proto__', role: 'x' }], settings: ['x'] },
    }
    assert.deepEqual(codes(forged), ['peer-category-unknown', 'setting-unknown'])
  })

  test('a peer reflection without a peer, or with one half told', () => {
    const told = (peers: Answers['peerReflection']['peers']) => ({
      ...reflected,
      peerReflection: { ...reflected.peerReflection, peers },
    })
    assert.deepEqual(codes(told([])), ['peers-missing'])
    assert.deepEqual(codes(told([{ category: '', role: ' \u200b' }])), ['peers-missing'])
    const rows = [
      { category: '', role: '' },
      { category: 'nurse', role: '\u3164' },
      { category: '', role: 'Health visitor' },
      { category: 'other', role: 'x'.repeat(20_001) },
    ]
    assert.deepEqual(findProblems(pack, told(rows), today), [
      { questionId: 'peer', code: 'peer-role-missing', row: 1 },
      { questionId: 'peer', code: 'peer-category-missing', row: 2 },
      { questionId: 'peer', code: 'peer-role-too-long', row: 3, limit: 20_000, length: 20_001 },
    ])
  })

  test('never a peer who is told of although nothing is said about the talk: that is only noticed', () => {
    const leftOver = { ...reflected, peerReflection: { ...reflected.peerReflection, text: '\u2800' } }
    assert.deepEqual(findProblems(pack, leftOver, today), [])
    assert.deepEqual(findNotices(pack, leftOver), [
      { questionId: 'peer', code: 'peers-without-peer-reflection' },
    ])
    assert.deepEqual(findNotices(pack, reflected), [])
    assert.deepEqual(findNotices(pack, complete), [])
    assert.deepEqual(findNotices(pack2019, leftOver), [])
  })

  test('never whatever the form does not ask', () => {
    const more = { ...complete, texts: { ...complete.texts, unknown: 'x'.repeat(30_000) } }
    assert.deepEqual(findProblems(pack, more, today), [])
  })
})
