import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPatterns } from './patterns/find-patterns.ts'
import { shownFindings } from './shown-findings.ts'

function shown(text: string): string[] {
  return shownFindings(findPatterns(text), false).map(({ start, end }) => text.slice(start, end))
}

test('a postcode is asked about with its address, and by itself where it has none', () => {
  assert.deepEqual(shown('at 12 Acacia Avenue, Leeds LS1 4DY, or at LS1 5AB'), [
    '12 Acacia Avenue, Leeds LS1 4DY',
    'LS1 5AB',
  ])
})
