import assert from 'node:assert/strict'
import { test } from 'node:test'
import { valueOf, type Fields } from './fields.ts'
import { rebase } from './rebase.ts'
import type { Saved } from './save-reply.ts'

const editUrl = '/cpd/pieces/1/edit'

const form = (fields: Record<string, string>): Fields =>
  Object.entries({ version: '1', seen: 'title:old learning:old', ...fields })

const saved = (merged: Saved['merged'] = []): Saved => ({
  outcome: 'saved',
  version: 2,
  formUrl: editUrl,
  seen: 'title:new learning:new',
  merged,
})

const learning = (text: string) => ({
  id: 'learning',
  label: 'What you learnt',
  fields: [['learning', text]] as const,
})

test('a form takes the version and the marks that the save led to', () => {
  const fields = form({ title: 'A', learning: 'B' })
  const { form: after } = rebase({ action: editUrl, fields }, fields, saved())
  assert.equal(valueOf(after.fields, 'version'), '2')
  assert.equal(valueOf(after.fields, 'seen'), 'title:new learning:new')
  assert.equal(valueOf(after.fields, 'learning'), 'B')
})

test('what was changed elsewhere is taken over where nobody typed meanwhile', () => {
  const fields = form({ title: 'A', learning: 'B' })
  const { form: after, taken } = rebase({ action: editUrl, fields }, fields, saved([learning('Theirs')]))
  assert.equal(valueOf(after.fields, 'learning'), 'Theirs')
  assert.deepEqual(taken, ['What you learnt'])
})

test('where somebody typed meanwhile the form keeps its text and its old mark, so that the next save is a clash', () => {
  const sent = form({ title: 'A', learning: 'B' })
  const now = form({ title: 'A', learning: 'B and on' })
  const { form: after, leftOut } = rebase({ action: editUrl, fields: now }, sent, saved([learning('Theirs')]))
  assert.equal(valueOf(after.fields, 'learning'), 'B and on')
  assert.equal(valueOf(after.fields, 'seen'), 'title:new learning:old')
  assert.deepEqual(leftOut, ['What you learnt'])
})

test('a save that was known already is no change by somebody else, whatever was typed since', () => {
  const sent = form({ title: 'A', learning: 'B' })
  const now = form({ title: 'A', learning: 'B and on' })
  const { form: after, leftOut } = rebase({ action: editUrl, fields: now }, sent, saved([learning('B')]))
  assert.equal(valueOf(after.fields, 'seen'), 'title:new learning:new')
  assert.deepEqual(leftOut, [])
})

test('what the page has no place for is left out, and its mark stays the old one', () => {
  const fields = form({ title: 'A', learning: 'B' })
  const { form: after, leftOut } = rebase(
    { action: editUrl, fields },
    fields,
    saved([learning('Theirs')]),
    () => false,
  )
  assert.equal(valueOf(after.fields, 'learning'), 'B')
  assert.equal(valueOf(after.fields, 'seen'), 'title:new learning:old')
  assert.deepEqual(leftOut, ['What you learnt'])
})

test('a new piece has an address of its own from its first save on', () => {
  const fields = form({ pieceId: '1', question: 'title', 'starting-type': 'reading', title: 'A' })
  const { form: after } = rebase({ action: '/cpd/new', fields }, fields, saved())
  assert.equal(after.action, editUrl)
  assert.deepEqual(
    after.fields.map(([name]) => name),
    ['title', 'version', 'seen'],
  )
})
