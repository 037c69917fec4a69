import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explain } from './explanation.ts'
import type { Fact, FindingKind, Level } from './finding.ts'

const kinds: readonly FindingKind[] = [
  'name',
  'initials',
  'author',
  'address',
  'postcode',
  'phone',
  'email',
  'url',
  'handle',
  'nhs',
  'nino',
  'passport',
  'driving-licence',
  'reference',
  'plate',
  'birth-date',
  'exact-date',
  'age',
  'school',
  'home',
  'ward',
  'team',
  'employer',
  'body',
  'place',
  'combination',
  'never-write',
]
const levels: readonly Level[] = ['likely', 'check', 'note']

test('every kind at every level is explained in whole sentences that promise nothing', () => {
  for (const kind of kinds) {
    for (const level of levels) {
      const said = explain({ start: 0, end: 1, class: 'person', level, kind })
      assert.match(said, /^[A-Z].*\.$/)
      assert.doesNotMatch(said, /anonym|\bsafe\b|\buser|entry|record is/i)
    }
  }
})

test('a combination is explained by its facts', () => {
  const facts: readonly Fact[] = ['age', 'family', 'place']
  assert.match(
    explain({ start: 0, end: 1, class: 'combination', level: 'check', kind: 'combination', facts }),
    /an age, what the family is like and a place\. Together/,
  )
})

test('a published judgment is explained as one', () => {
  assert.match(
    explain({ start: 0, end: 1, class: 'reference', level: 'note', kind: 'reference' }),
    /published judgment/,
  )
})
