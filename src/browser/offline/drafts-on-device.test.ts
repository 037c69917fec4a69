import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DraftCopy, Writing } from '../device/device.ts'
import { draftsOnDevice, formToFill, othersOnDevice } from './drafts-on-device.ts'

const copy: DraftCopy = {
  pieceId: 'one',
  title: 'As Confer had it',
  changedAt: 10,
  version: '3',
  seen: 'title:a learning:b',
  formUrl: '/cpd/pieces/one/edit',
  fields: [
    ['title', 'As Confer had it'],
    ['learning', 'A lot'],
  ],
  state: 'draft',
}

const writing: Writing = {
  writingId: 'w1',
  pieceId: 'one',
  title: 'As typed here',
  changedAt: 20,
  action: '/cpd/pieces/one/edit/title',
  formUrl: '/cpd/pieces/one/edit/title',
  fields: [
    ['version', '3'],
    ['seen', 'title:a'],
    ['title', 'As typed here'],
  ],
  seen: 'title:a',
  version: '3',
  pending: null,
  caret: null,
}

test('a piece is listed once, with what was typed here before what Confer had', () => {
  const [draft, ...others] = draftsOnDevice([writing], [copy])
  assert.deepEqual(others, [])
  assert.equal(draft?.title, 'As typed here')
  assert.equal(draft?.writing, writing)
  assert.equal(draft?.copy, copy)
})

test('where two tabs wrote one piece the last changed is shown, whichever was begun first', () => {
  const later = { ...writing, writingId: 'w2', changedAt: 30 }
  for (const writings of [
    [writing, later],
    [later, writing],
  ])
    assert.equal(draftsOnDevice(writings, [])[0]?.writing?.writingId, 'w2')
})

test('the last changed piece comes first', () => {
  const other = { ...copy, pieceId: 'two', changedAt: 15 }
  const pieces = (writings: Writing[]) =>
    draftsOnDevice(writings, [copy, other]).map(({ pieceId }) => pieceId)
  assert.deepEqual(pieces([]), ['two', 'one'])
  assert.deepEqual(pieces([writing]), ['one', 'two'])
})

test('the form is the one that was typed in, with its questions and no others', () => {
  const filled = formToFill({ writing, copy })
  assert.equal(filled?.action, '/cpd/pieces/one/edit/title')
  assert.deepEqual(filled?.questionIds, ['title'])
  assert.equal(filled?.fields, writing.fields)
})

test('a copy fills the form with what Confer needs to know of it', () => {
  const filled = formToFill({ writing: null, copy })
  assert.equal(filled?.action, '/cpd/pieces/one/edit')
  assert.deepEqual(filled?.questionIds, ['title', 'learning'])
  assert.deepEqual(filled?.fields.slice(-2), [
    ['version', '3'],
    ['seen', 'title:a learning:b'],
  ])
})

test('what was typed in supervision is not listed: this page does not know its questions', () => {
  const action = '/supervision/0b2d7c0e-1111-4222-8333-444455556666/agreement/draft'
  assert.deepEqual(draftsOnDevice([{ ...writing, action, formUrl: action }], []), [])
})

test('what was typed in supervision is no draft of a piece, and is listed by itself, the last changed first', () => {
  const notes = (writingId: string, changedAt: number, text: string): Writing => ({
    ...writing,
    writingId,
    title: 'Your notes on the session',
    changedAt,
    action: '/supervision/r/sessions/s/notes',
    formUrl: '/supervision/r/sessions/s/notes',
    fields: [
      ['version', '3'],
      ['seen', 'notes:a'],
      ['title', 'Your notes on the session'],
      ['notes', text],
    ],
  })
  const writings = [notes('w1', 20, 'First.'), writing, notes('w2', 30, 'Second.'), notes('w3', 40, '')]
  assert.deepEqual(
    draftsOnDevice(writings, []).map(({ pieceId }) => pieceId),
    ['one'],
  )
  assert.deepEqual(othersOnDevice(writings), [
    {
      title: 'Your notes on the session',
      changedAt: 30,
      formUrl: '/supervision/r/sessions/s/notes',
      texts: ['Second.'],
    },
    {
      title: 'Your notes on the session',
      changedAt: 20,
      formUrl: '/supervision/r/sessions/s/notes',
      texts: ['First.'],
    },
  ])
})
