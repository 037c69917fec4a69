import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asJobRole, rewritesInJobRole } from './as-job-role.ts'
import type { Finding } from './finding.ts'

const name: Finding = { start: 0, end: 5, class: 'person', level: 'check', kind: 'name' }

test('what may be a name is likely one where a job role belongs, and everything else is as it was', () => {
  const author: Finding = { ...name, level: 'note', kind: 'author' }
  const place: Finding = { ...name, class: 'place', kind: 'place' }
  assert.deepEqual(asJobRole([name, author, place]), [
    { ...name, level: 'likely' },
    { ...author, level: 'likely' },
    place,
  ])
})

test('a name goes from a job role with what holds it, and the role stays', () => {
  for (const [text, role] of [
    ['Priya', ''],
    ['Priya, team manager', 'team manager'],
    ['  Priya – team manager', 'team manager'],
    ['team manager, Priya', 'team manager'],
    ['team manager (Priya), duty', 'team manager, duty'],
    ['Priya’s manager', 'manager'],
  ] as const) {
    const start = text.indexOf('Priya')
    const [rewrite, ...others] = rewritesInJobRole({ ...name, start, end: start + 5 }, text)
    assert.ok(rewrite)
    assert.deepEqual(others, [])
    assert.equal(text.slice(0, rewrite.start) + rewrite.replacement + text.slice(rewrite.end), role)
  }
})
