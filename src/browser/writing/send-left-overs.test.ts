import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fakeIndexedDb from 'fake-indexeddb'
import { openDevice } from '../device/device.ts'
import { valueOf, type Fields } from './fields.ts'
import { sendLeftOvers } from './send-left-overs.ts'

Object.assign(globalThis, fakeIndexedDb)

test('a left-over that clashes tells which save it was, so that the choice settles it and nobody is asked again', async () => {
  const device = await openDevice({ person: 'ann', session: 's1', keepsDays: 30 })
  assert.ok(device)
  const fields: Fields = [
    ['learning', 'Typed here'],
    ['saveId', ''],
  ]
  // The page died before it sent anything.
  await device.keepWriting({
    writingId: 'w1',
    pieceId: 'p1',
    title: '',
    changedAt: 0,
    action: '/cpd/pieces/p1/edit',
    formUrl: '/cpd/pieces/p1/edit',
    fields,
    seen: 'learning:a',
    version: '1',
    pending: null,
    caret: null,
  })
  const sent: string[] = []
  const send = async (_action: string, posted: Fields) => {
    sent.push(valueOf(posted, 'saveId'))
    return { outcome: 'clash' } as const
  }
  const [first] = await sendLeftOvers(device, send)
  assert.equal(first?.why?.outcome, 'clash')
  assert.notEqual(sent[0], '')
  assert.equal(first.writing.pending?.saveId, sent[0])
  await sendLeftOvers(device, send)
  assert.deepEqual(sent, [sent[0], sent[0]])
})
