import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inWords, savedWithout } from './whereabouts-in-words.ts'

const agreement = [
  { id: 'frequency', label: 'How often' },
  { id: 'length', label: 'How long' },
  { id: 'place', label: 'Place and privacy' },
]
const labels = agreement.map(({ label }) => label)

test('one answer was changed elsewhere, several were', () => {
  const taken = (count: number) =>
    inWords({ at: 'server', taken: labels.slice(0, count), leftOut: [] }, 'Saved.')
  assert.equal(
    taken(1),
    'Saved. “How often” was changed somewhere else, and is shown here as it was left there.',
  )
  assert.equal(
    taken(3),
    'Saved. “How often”, “How long” and “Place and privacy” were changed somewhere else, and are shown here as they were left there.',
  )
  assert.equal(
    inWords({ at: 'server', taken: [], leftOut: labels.slice(0, 2) }, 'Saved.'),
    'Saved. “How often” and “How long” were changed somewhere else too: reload this page to see them.',
  )
})

test('a clash names the answers, who else changed them, and whether the rest is saved', () => {
  const said = (isByOther: boolean, isRestSaved: boolean) =>
    inWords(
      {
        at: 'nowhere-yet',
        why: { outcome: 'clash', clashes: agreement.slice(0, 1), isByOther },
        isOnDevice: false,
        ...(isRestSaved && { isRestSaved }),
      },
      'Saved.',
    )
  assert.equal(
    said(false, true),
    'Not saved: you changed the same answer in another tab or on another device (“How often”). Press “Save draft” to see both texts and choose. Everything else is saved.',
  )
  assert.equal(
    said(true, false),
    'Not saved: somebody else changed the same answer (“How often”). Press “Save draft” to see both texts and choose.',
  )
})

test('characters that are left out are told of', () => {
  assert.equal(savedWithout('Saved.', 0), 'Saved.')
  assert.equal(
    savedWithout('Saved.', 2),
    'Saved. We took out 2 characters that cannot be shown or kept, such as control characters.',
  )
})

test('whoever pressed a button is told that the next page is on its way', () => {
  assert.equal(inWords({ at: 'saving' }, 'Saved.', true), 'Saving, then going on to the next page…')
  const saved = { at: 'server', taken: [], leftOut: [] } as const
  assert.equal(inWords(saved, 'Saved.', true), 'Saved. Going on to the next page…')
})
