import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markOfNote, mergeNotes } from './personal-note.ts'

const seen = markOfNote('first')

test('what only one window changed is taken from that window', () => {
  assert.deepEqual(mergeNotes({ stored: 'first', mine: 'first, and more', seen }), {
    text: 'first, and more',
    isJoined: false,
    isTheirs: false,
  })
  assert.deepEqual(mergeNotes({ stored: 'elsewhere', mine: 'first', seen }), {
    text: 'elsewhere',
    isJoined: false,
    isTheirs: true,
  })
})

test('what both windows wrote stands, one after the other', () => {
  const merged = mergeNotes({ stored: 'first, there', mine: 'first, here', seen })
  assert.deepEqual(merged, { text: 'first, there\n\nfirst, here', isJoined: true, isTheirs: false })
})

test('a form without a mark loses nothing either', () => {
  assert.equal(mergeNotes({ stored: 'kept', mine: 'new', seen: '' }).text, 'kept\n\nnew')
  assert.equal(mergeNotes({ stored: 'kept', mine: '', seen: '' }).text, 'kept')
})
