import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fingerprintOf, isVeryLike, likenessBetween, likenessOf } from './likeness.ts'

const wordy = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `word${from + i}`).join(' ')
const between = (a: string, b: string) => likenessBetween(likenessOf([a]), likenessOf([b]))

describe('the fingerprint', () => {
  test('overlooks case, spacing, punctuation and what cannot be seen', () => {
    const plain = fingerprintOf(['I did not listen; now I do. It’s a well-being matter', 'Straße'])
    for (const first of [
      '  i did not listen -- NOW i do! Its a well being matter ',
      "I did\u00a0not\r\nlis\u200bten;\u2800 now I do. It's a “well‐being” matter",
      'Ｉ did not listen now I do it’s a well-being matter',
    ])
      assert.equal(fingerprintOf([first, 'STRASSE']), plain, first)
  })

  test('tells other words, another order of answers, and other symbols apart', () => {
    const seen = [
      ['a b', 'c'],
      ['a', 'b c'],
      ['c', 'a b'],
      ['a b c'],
      ['a c', 'b'],
      ['ab', 'c'],
      ['a b', 'c', ''],
      ['👍'],
      ['👎'],
      ['+'],
      ['='],
    ]
    assert.equal(new Set(seen.map(fingerprintOf)).size, seen.length)
  })

  test('is the same for a text and what one typing or another makes of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const one = fingerprintOf([text])
        assert.match(one, /^[0-9a-f]{64}$/)
        assert.equal(fingerprintOf([`\u200b ${text}\n`]), one)
        assert.equal(fingerprintOf([text.toWellFormed().normalize('NFD')]), one)
      }),
    )
  })
})

describe('a text of the longest answer’s length that is nothing but alternating marks', () => {
  const marks = 'a\u0300\u0316'.repeat(2) + '\uff9e\u0316'.repeat(5_000) + '\u0300\u0316'.repeat(5_000)

  test('is taken in at once, and marks in their usual number are put in order as ever', () => {
    const started = performance.now()
    fingerprintOf([marks, marks, marks])
    likenessOf([marks, marks, marks])
    assert.ok(performance.now() - started < 400)
    const three = '\u0300\u0316\u0301'
    assert.equal(fingerprintOf([`a${three}`]), fingerprintOf(['\u00e0\u0316\u0301']))
    const thirty = '\u0300\u0316'.repeat(15)
    assert.equal(fingerprintOf([`a${thirty}`]), fingerprintOf([`a${thirty}`.normalize('NFC')]))
  })
})

describe('the likeness', () => {
  test('is 1 for the same words, near 0 for others, and 0 where there are none', () => {
    assert.equal(between(wordy(0, 300), wordy(0, 300).toUpperCase()), 1)
    assert.ok(between(wordy(0, 300), wordy(300, 600)) < 0.05)
    assert.equal(between('', ''), 0)
    assert.equal(between('…', '…'), 0)
    assert.equal(likenessOf(['', ' ']), '')
    assert.equal(likenessBetween('not a sketch', likenessOf(['a'])), 0)
  })

  test('does not change from one release to the next, for stored sketches are compared with new ones', () => {
    assert.equal(
      likenessOf(['The same words', 'give the same sketch']),
      'PPjR_ZC2qKYxfCophN8fMMHATRn6Whi3-ZyiSR4a6EZsakE7NeAfgivXKoKz270auqekA18Y0legvofwKXF3rNRShxosUv2PdC-evcNknqAVYOihgYozEVlSfPsxzzFr',
    )
  })

  test('estimates the share of common writing within four standard errors', () => {
    for (const overlap of [40, 100, 200, 300, 380]) {
      const share = (overlap - 2) / (2 * 398 - (overlap - 2))
      const error = Math.sqrt((share * (1 - share)) / 64)
      const estimate = between(wordy(0, 400), wordy(400 - overlap, 800 - overlap))
      assert.ok(Math.abs(estimate - share) <= 4 * error, `${overlap}: ${estimate} for ${share}`)
    }
  })

  test('is right on the average over many pairs', () => {
    let sum = 0
    for (let pair = 0; pair < 200; pair++) {
      const from = pair * 1000
      sum += between(wordy(from, from + 100), wordy(from + 50, from + 150))
    }
    const share = 48 / (2 * 98 - 48)
    assert.ok(Math.abs(sum / 200 - share) < 0.02, `${sum / 200} for ${share}`)
  })

  test('works for scripts that put no space between words', () => {
    const one = '私は研修で学んだことを同僚と話し合い、家族への支援の方法を見直すきっかけになりました。'
    assert.ok(between(one, one.replace('同僚', '上司')) > 0.6)
    assert.ok(between(one, '読んだ本の内容について振り返り、今後の会議の進め方を変えることにした。') < 0.2)
  })

  test('at the threshold of 0.6 hardly ever errs far from it, as the documentation says', () => {
    assert.ok(atLeast(39, 1 / 3) < 1 / 170_000)
    assert.ok(1 - atLeast(39, 0.8) < 1 / 7_800)
  })

  test('is told to be over the threshold exactly when it is', () => {
    const sketches = [0, 20, 60, 120, 200].map(from => likenessOf([wordy(from, from + 300)]))
    for (const a of sketches)
      for (const b of sketches)
        for (let i = 0; i <= 64; i++) assert.equal(isVeryLike(a, b, i / 64), likenessBetween(a, b) >= i / 64)
  })

  test('of the longest answers is worked out quickly', () => {
    const longest = wordy(0, 3000).slice(0, 20_000)
    const started = performance.now()
    for (let i = 0; i < 10; i++)
      likenessOf([longest, longest.replaceAll('word', 'w0rd'), longest.replaceAll('word', 'term')])
    assert.ok((performance.now() - started) / 10 < 100)
  })
})

/** The chance that at least `k` of 64 values agree, where each does with the chance `p`. */
function atLeast(k: number, p: number): number {
  let sum = 0
  for (let i = k; i <= 64; i++) {
    let term = 1
    for (let j = 0; j < i; j++) term *= ((64 - j) / (j + 1)) * p
    sum += term * (1 - p) ** (64 - i)
  }
  return sum
}
