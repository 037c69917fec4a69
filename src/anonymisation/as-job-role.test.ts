import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asJobRole, rewritesInJobRole } from './as-job-role.ts'
import type { Finding } from './finding.ts'

const name: Finding = { start: 0, end: 5, class: 'person', level: 'check', kind: 'name' }

test('what may be a name is likely one where a job role belongs, and everything else is as it was', () => {
  const author: Finding = { ...name, level: 'note', kind: 'author' }
  const place: Finding = { ...name, class: 'place', kind: 'place' }
  assert.deepEqual(asJobRole([name, author, place]), [{ ...name, level: 'likely' }, author, place])
})

test('a name in place of a job role can only be removed', () => {
  const rewrites = rewritesInJobRole(name, 'Priya, team manager')
  assert.ok(rewrites.length > 0)
  assert.ok(rewrites.every(({ replacement }) => replacement === ''))
})
