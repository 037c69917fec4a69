import assert from 'node:assert/strict'
import { test } from 'node:test'
import { familiarWords, longestFamiliarWord } from './familiar-words.ts'
import { normalisePassword, passwordProblem } from './password.ts'

const jo = { email: 'jo.okafor@harbour.example', registrationNumber: 'SW123456' }
const problem = (password: string) => passwordProblem(password, jo)

test('fifteen characters are enough and fourteen are not, counted as people count', () => {
  assert.equal(problem('xk4 vomq zTru p'), null)
  assert.equal(problem('xk4 vomq zTru'), 'too-short')
  // 14 emoji are 28 UTF-16 units, and 14 characters.
  assert.equal(problem('🦊🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧🐦🐤🦆'), 'too-short')
  assert.equal(problem('🦊🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧🐦🐤🦆🦉'), null)
  assert.equal(problem(''), 'missing')
})

test('up to 256 characters are taken, whole', () => {
  const long = Array.from({ length: 256 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('')
  assert.equal(problem(long), null)
  assert.equal(problem(`${long}a`), 'too-long')
})

test('any script, spaces and signs will do, and nothing must be in it', () => {
  for (const password of [
    'teapot gravel lanternfish',
    'afon mynydd cwmwl hiraeth',
    'обычный чайник под дождём',
    'a%Z}q8~w+R2/k?L=',
    'lemon trumpet velvet',
    'correcthorsebatterystaple',
  ]) {
    assert.equal(problem(password), null, password)
  }
})

test('the commonest are refused, whatever is put around them', () => {
  for (const password of [
    'passwordpassword1',
    'Password12345678!',
    'P@ssw0rd12345678',
    'polniypizdec0211',
    'qwerty123456789!!',
    'liverpool football',
    'LiverpoolLiverpool2024',
    'monkey!!!!!!!!!!!!!!',
  ]) {
    assert.equal(problem(password), 'familiar', password)
  }
})

test('rows of keys and repeats are refused', () => {
  assert.equal(problem('aaaaaaaaaaaaaaaaaaaa'), 'repeats')
  assert.equal(problem('x9x9x9x9x9x9x9x9x9'), 'repeats')
  assert.equal(problem('                    '), 'repeats')
  assert.equal(problem('abcdefghijklmnopqrst'), 'sequence')
  assert.equal(problem('fedcbafedcbafedcba'), 'sequence')
})

test('what is known about the person or this service is refused', () => {
  for (const password of [
    'jo.okafor@harbour.example',
    'Okafor SW123456 !',
    'conferconferconfer',
    'harbour okafor 2026',
  ])
    assert.equal(problem(password), 'about-you', password)
})

test('the same password typed on two keyboards is one password', () => {
  assert.equal(normalisePassword('ﬁne zoe\u0308'), normalisePassword('fine zo\u00eb'))
})

test('the list is as large as we say it is', () => {
  assert.equal(familiarWords.size, 54_224)
  assert.equal(Math.max(...[...familiarWords].map(word => word.length)), longestFamiliarWord)
})

test('what is far too long is refused without normalising it, be it a password or what it is compared with', () => {
  const long = '\u0300\u0316'.repeat(100_000)
  const started = performance.now()
  assert.equal(problem(long), 'too-long')
  assert.equal(passwordProblem('teapot gravel lanternfish', { email: long, registrationNumber: long }), null)
  assert.ok(performance.now() - started < 1_000)
})
