import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCheckPress, writeAt } from './check-press.ts'

const at = { place: { questionId: 'learning', row: null }, start: 12, end: 23 }
const inRole = { place: { questionId: 'peer', row: 2 }, start: 0, end: 5 }

test('a press is read as it was written', () => {
  assert.deepEqual(readCheckPress(''), { kind: 'submit', anyway: false })
  assert.deepEqual(readCheckPress('anyway'), { kind: 'submit', anyway: true })
  assert.deepEqual(readCheckPress(`keep ${writeAt(at)}`), { kind: 'keep', at })
  assert.deepEqual(readCheckPress(`ask-again ${writeAt(inRole)}`), { kind: 'ask-again', at: inRole })
  assert.deepEqual(readCheckPress(`rewrite ${writeAt(inRole)} 1`), { kind: 'rewrite', at: inRole, which: 1 })
  assert.deepEqual(readCheckPress('undo 7'), { kind: 'undo', revision: 7 })
})

test('what no button says is no press', () => {
  for (const press of [
    'keep',
    'keep learning',
    'keep learning 1 2 3',
    'keep learning -1 2',
    'rewrite learning 1 2',
    'rewrite learning 1 2 0 0',
    'keep Learning 1 2',
    'keep learning:x 1 2',
    'undo',
    'undo 1 2',
    'undo 9999999999',
    'submit',
    ' anyway',
  ])
    assert.equal(readCheckPress(press), null, press)
})
