import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import * as fakeIndexedDb from 'fake-indexeddb'
import type { NeverWrite } from '../../anonymisation/finding.ts'
import {
  changeNeverWriteList,
  findNeverWriteList,
  forgetNeverWriteList,
  hasNeverWriteList,
} from './never-write-list.ts'
import { makeKey } from './seal.ts'

Object.assign(globalThis, fakeIndexedDb)

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

function keepNeverWriteList(key: CryptoKey, person: string, list: readonly NeverWrite[]) {
  return changeNeverWriteList(key, person, () => list)
}

const list: readonly NeverWrite[] = [
  { text: 'Sunrise team', class: 'organisation' },
  { text: 'Łucja O’Brien-Mbeki', class: 'person' },
]

test('a list is given back to the letter to whoever has the key, and to nobody else', async () => {
  const key = await makeKey()
  await keepNeverWriteList(key, 'ann', list)
  assert.deepEqual(await findNeverWriteList(key, 'ann'), list)
  assert.equal(await findNeverWriteList(await makeKey(), 'ann'), null)
  assert.deepEqual(await findNeverWriteList(key, 'bob'), [])
})

test('nothing of it is stored as it is', async () => {
  await keepNeverWriteList(await makeKey(), 'ann', list)
  const opening = indexedDB.open('confer-never-write')
  await new Promise(resolve => opening.addEventListener('success', resolve))
  const asking = opening.result.transaction('lists').objectStore('lists').getAll()
  await new Promise(resolve => asking.addEventListener('success', resolve))
  opening.result.close()
  const [record] = asking.result as { sealed: ArrayBuffer; person: string }[]
  assert.equal(record?.person, 'ann')
  assert.doesNotMatch(Buffer.from(record.sealed).toString('latin1'), /Sunrise|organisation/)
})

test('to look for one makes no database, and an empty one leaves no record', async () => {
  assert.equal(await hasNeverWriteList('ann'), false)
  await forgetNeverWriteList('ann')
  assert.deepEqual(await indexedDB.databases(), [])

  const key = await makeKey()
  await keepNeverWriteList(key, 'ann', list)
  await keepNeverWriteList(key, 'bob', list)
  assert.equal(await hasNeverWriteList('ann'), true)
  await keepNeverWriteList(key, 'ann', [])
  assert.equal(await hasNeverWriteList('ann'), false)
  assert.equal(await hasNeverWriteList('bob'), true)
})

test('what two tabs add at the same time is all there', async () => {
  const key = await makeKey()
  const add = (text: string) =>
    changeNeverWriteList(key, 'ann', before => [...before, { text, class: 'person' as const }])
  await Promise.all(['Alpha', 'Beta', 'Gamma'].map(add))
  const kept = (await findNeverWriteList(key, 'ann')) ?? []
  assert.deepEqual(kept.map(({ text }) => text).sort(), ['Alpha', 'Beta', 'Gamma'])
})

test('a list that does not open is not overwritten', async () => {
  const key = await makeKey()
  await keepNeverWriteList(key, 'ann', list)
  await assert.rejects(keepNeverWriteList(await makeKey(), 'ann', []))
  assert.deepEqual(await findNeverWriteList(key, 'ann'), list)
})
