import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../../html.ts'
import { attributes, spaced } from './attributes.ts'

const printed = (all: Parameters<typeof attributes>[0]) => String(html`${attributes(all)}`)

test('a plain value is printed whatever it is, and escaped', () => {
  assert.equal(
    printed({ title: 'A "b"', 'data-count': 0, 'aria-hidden': false, hidden: null }),
    ' title="A &quot;b&quot;" data-count="0" aria-hidden="false" hidden=""',
  )
})

test('an optional value is left out when empty, and a bare name when true', () => {
  const optional = (value: string | boolean | null | undefined) =>
    printed({ hidden: { value, optional: true } })
  assert.deepEqual([true, false, null, undefined, '', 'a'].map(optional), [
    ' hidden',
    '',
    '',
    '',
    ' hidden=""',
    ' hidden="a"',
  ])
})

test('what is not there leaves no space behind', () => {
  assert.equal(spaced(undefined, 'a', '', false, 'b'), 'a b')
})
