import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding } from './finding.ts'
import { keptForm } from './kept-form.ts'

const whole = (text: string): Finding => ({
  start: 0,
  end: text.length,
  class: 'person',
  level: 'likely',
  kind: 'name',
})

test('a word is known again in another case, across a line end and with a possessive', () => {
  for (const text of ['Kelly Marsh', 'KELLY MARSH', 'Kelly\nMarsh', 'Kelly  Marsh’s', "kelly marsh's"])
    assert.equal(keptForm(whole(text), text), 'kelly marsh')
})

test('a combination is known by its facts in whichever order, and one more fact makes it another', () => {
  const of = (facts: NonNullable<Finding['facts']>) =>
    keptForm({ ...whole('x'), class: 'combination', kind: 'combination', facts }, 'x')
  assert.equal(of(['age', 'place', 'event']), of(['event', 'place', 'age', 'age']))
  assert.notEqual(of(['age', 'place', 'event']), of(['age', 'place', 'event', 'family']))
})
