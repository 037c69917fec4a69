import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import fc from 'fast-check'
import * as fakeIndexedDb from 'fake-indexeddb'
import { deleteDB, openDB } from 'idb'
import {
  listDevices,
  openDevice,
  openDeviceOffline,
  type Device,
  type DraftCopy,
  type Writing,
} from './device.ts'

const setTimeoutOfTest = setTimeout
const day = 86_400_000
const march = Date.UTC(2027, 2, 1)

Object.assign(globalThis, fakeIndexedDb)

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const awkward: readonly (readonly [string, string])[] = [
  ['learning', 'Seen at 👩🏽‍⚕️ the clinic — “quite” ordinary'],
  ['lone', 'half \ud83d, other half \ude00, \u0000, \ufeff'],
  ['lines', 'one\r\ntwo\nthree\rfour\u2028five'],
  ['learning', 'a second value of one name'],
  ['', ''],
  ['__proto__', 'a name like any other'],
]

test('what is typed is given back to the character', async () => {
  const device = await ann()
  const writing = aWriting('w1', {
    fields: [...awkward, ['long', 'e\u0301ß😀x'.repeat(14_000)]],
    pending: { saveId: 's1', fields: awkward },
    caret: { name: 'learning', start: 3, end: 8 },
  })
  assert.equal(await device.keepWriting(writing), true)
  assert.deepEqual(await device.listWritings(), [writing])
  assert.deepEqual(await (await ann()).listWritings(), [writing])
})

test('whatever is typed is given back to the character', async () => {
  const device = await ann()
  // Code units and not characters: half of a pair is typed by cutting an emoji in two.
  const text = fc
    .array(fc.integer({ min: 0, max: 0xffff }))
    .map(units => units.map(unit => String.fromCharCode(unit)).join(''))
  const fields = fc.array(fc.tuple(text, text))
  await fc.assert(
    fc.asyncProperty(fields, text, async (fields, title) => {
      const writing = aWriting('w1', { fields, title, pending: { saveId: title, fields } })
      assert.equal(await device.keepWriting(writing), true)
      assert.deepEqual(await device.listWritings(), [writing])
    }),
    { numRuns: 50 },
  )
})

test('nothing of the text, the title or the addresses is stored as it is', async () => {
  const device = await ann()
  const secret = 'Mrs Ostrowska, ward 7'
  await device.keepWriting(
    aWriting('w1', {
      title: secret,
      fields: [[secret, secret]],
      action: `/${secret}`,
      formUrl: `/${secret}`,
      seen: secret,
      pending: { saveId: 's1', fields: [[secret, secret]] },
      caret: { name: secret, start: 0, end: 0 },
    }),
  )
  await device.keepCopy(aCopy('p1', { title: secret, fields: [[secret, secret]], state: secret }))
  const records = [...(await rawRecords('writings')), ...(await rawRecords('copies'))]
  assert.deepEqual(
    records.map(record => Object.keys(record).sort()),
    [
      ['iv', 'order', 'person', 'sealed', 'writingId'],
      ['iv', 'person', 'pieceId', 'sealed'],
    ],
  )
  for (const record of records) {
    const stored = Object.values(record).map(value =>
      value instanceof ArrayBuffer || value instanceof Uint8Array
        ? Buffer.from(value instanceof ArrayBuffer ? new Uint8Array(value) : value).toString('latin1')
        : String(value),
    )
    assert.doesNotMatch(stored.join('\n'), /Ostrowska|ward 7|O\0s\0t\0r/)
  }
})

test('a text kept twice is sealed afresh', async () => {
  const device = await ann()
  await device.keepWriting(aWriting('w1'))
  const [before] = await rawRecords('writings')
  await device.keepWriting(aWriting('w1'))
  const [after] = await rawRecords('writings')
  assert.notDeepEqual(after?.['iv'], before?.['iv'])
  assert.notDeepEqual(after?.['sealed'], before?.['sealed'])
})

test('the key cannot be read out', async () => {
  await ann()
  const [kept] = await rawRecords('keys')
  const key = kept?.['key']
  assert.ok(key instanceof CryptoKey)
  assert.equal(key.extractable, false)
  for (const format of ['raw', 'jwk'] as const) {
    await assert.rejects(crypto.subtle.exportKey(format, key), { name: 'InvalidAccessError' })
  }
})

test('two people on one device find their own and nothing else', async () => {
  const [anns, bobs] = [await ann(), await bob()]
  await anns.keepWriting(aWriting('w1'))
  await bobs.keepWriting(aWriting('w2'))
  await bobs.keepCopies([aCopy('p1', { title: 'Bob’s' }), aCopy('p2')])
  assert.deepEqual(await anns.listCopies(), [])
  assert.equal(await anns.findCopy('p2'), null)
  assert.equal(await anns.findWriting('w2'), null)
  assert.deepEqual(idsOf(await anns.listWritings()), ['w1'])
  assert.deepEqual(idsOf(await bobs.listWritings()), ['w2'])
  assert.deepEqual(await bobs.listCopies(), [aCopy('p1', { title: 'Bob’s' }), aCopy('p2')])

  await anns.forgetWriting('w2')
  assert.equal(await anns.keepWriting(aWriting('w2')), false)
  assert.deepEqual(await bobs.listWritings(), [aWriting('w2')])
  assert.equal((await bobs.listCopies()).length, 2)
})

test('signing out destroys the key and everything of that person, and leaves another’s', async () => {
  const [anns, bobs] = [await ann(), await bob()]
  for (const [device, id] of [
    [anns, 'w1'],
    [bobs, 'w2'],
  ] as const) {
    await device.keepWriting(aWriting(id))
    await device.keepCopy(aCopy('p1'))
  }
  await anns.destroy()
  for (const store of ['keys', 'writings', 'copies'] as const) {
    assert.deepEqual(
      (await rawRecords(store)).map(record => record['person']),
      ['bob'],
    )
  }
  assert.deepEqual(await bobs.listWritings(), [aWriting('w2')])
  assert.deepEqual(await (await ann()).listWritings(), [])
})

test('a tab that is still open after signing out in another keeps nothing more', async () => {
  const [here, there] = [await ann(), await ann()]
  await there.destroy()
  assert.equal(await here.keepWriting(aWriting('w1')), false)
  assert.equal(await here.keepCopy(aCopy('p1')), false)
  assert.equal(await here.keepCopies([aCopy('p1')]), false)

  const later = await ann('session 2')
  await later.keepWriting(aWriting('w2'))
  assert.equal(await here.keepWriting(aWriting('w1')), false)
  await here.destroy()
  assert.deepEqual(idsOf(await later.listWritings()), ['w2'])
})

test('what was not sent can be read after signing in again', async () => {
  await (await ann('session 1', march)).keepWriting(aWriting('w1'))
  const later = await ann('session 2', march + 90 * day)
  assert.deepEqual(await later.listWritings(), [aWriting('w1')])
  const [key] = await rawRecords('keys')
  assert.equal(key?.['session'], 'session 2')
  assert.equal(key?.['confirmedAt'], march + 90 * day)
})

test('with no network the key serves for as many days as were set since the last page', async () => {
  await ann('session 1', march - 20 * day)
  await (await ann('session 1', march)).keepWriting(aWriting('w1'))
  const onLastDay = await openDeviceOffline(march + 29 * day)
  assert.deepEqual(idsOf((await onLastDay?.listWritings()) ?? []), ['w1'])
  assert.equal(await openDeviceOffline(march + 31 * day), null)
  // Nothing was destroyed, and nothing was prolonged by having looked.
  assert.deepEqual(idsOf(await (await ann('session 1', march + 31 * day)).listWritings()), ['w1'])
})

test('a clock that was set back, or is put right again, locks nobody out', async () => {
  await ann('session 1', march)
  for (const now of [0, march - 400 * day, march - day, march + 2 * day]) {
    assert.equal((await openDeviceOffline(now))?.person, 'ann')
  }
  assert.equal(await openDeviceOffline(march + 400 * day), null)
  assert.equal((await openDeviceOffline(march + day))?.person, 'ann')
})

test('a clock that was ahead prolongs nothing once a page was seen with the right one', async () => {
  await ann('session 1', march + 400 * day)
  await ann('session 1', march)
  assert.equal(await openDeviceOffline(march + 31 * day), null)
})

test('with no network it is the person who was here last, whatever the clock said', async () => {
  await ann('session 1', march + 5 * day)
  await bob(march)
  assert.equal((await openDeviceOffline(march))?.person, 'bob')
  await ann('session 1', march - 5 * day)
  assert.equal((await openDeviceOffline(march))?.person, 'ann')
  assert.equal((await openDeviceOffline(march))?.person, 'ann')
})

test('with no network nobody’s key serves after somebody else signed in, until they sign in again', async () => {
  const anns = await ann()
  await anns.keepWriting(aWriting('w1'))
  await anns.keepCopies([aCopy('p1')])
  await (await bob()).destroy()
  assert.equal(await openDeviceOffline(march), null)
  assert.deepEqual(await rawRecords('copies'), [])

  const again = await ann('session 2')
  assert.deepEqual(await again.listWritings(), [aWriting('w1')])
  assert.equal((await openDeviceOffline(march))?.person, 'ann')
})

test('a page that is still open after somebody else signed in keeps what is typed, and no copies', async () => {
  const anns = await ann()
  await bob()
  assert.equal(await anns.keepWriting(aWriting('w1')), true)
  assert.equal(await anns.keepCopy(aCopy('p1')), false)
  assert.equal(await anns.keepCopies([aCopy('p1')]), false)
  await ann()
  assert.deepEqual(await anns.listWritings(), [aWriting('w1')])
  assert.equal(await anns.keepCopy(aCopy('p1')), true)
})

test('who signs in as on a shared computer locks what others left there, and not their own', async () => {
  const shared = { session: 'shared', keepsDays: 0, now: march }
  const anns = await ann()
  await anns.keepWriting(aWriting('w1'))
  await anns.keepCopies([aCopy('p1')])
  assert.equal(await openDevice({ person: 'ann', ...shared }), null)
  assert.equal((await openDeviceOffline(march))?.person, 'ann')
  assert.deepEqual(await anns.listCopies(), [aCopy('p1')])

  assert.equal(await openDevice({ person: 'bob', ...shared }), null)
  assert.equal(await openDeviceOffline(march), null)
  assert.deepEqual(await rawRecords('copies'), [])
  assert.deepEqual(idsOf(await (await ann()).listWritings()), ['w1'])
})

test('what is locked serves nobody until its owner signs in again, and is still there to be sent', async () => {
  const anns = await ann()
  await anns.keepWriting(aWriting('w1'))
  await anns.keepCopies([aCopy('p1')])
  await anns.lock()
  await anns.lock()
  assert.equal(await openDeviceOffline(march), null)
  assert.deepEqual(await anns.listCopies(), [])
  const [kept] = await listDevices()
  assert.deepEqual(await kept?.device.listWritings(), [aWriting('w1')])
  assert.deepEqual(await (await ann()).listWritings(), [aWriting('w1')])
  assert.equal((await openDeviceOffline(march))?.person, 'ann')
})

test('locking what was signed out and in again in another tab changes nothing', async () => {
  const here = await ann()
  await (await ann()).destroy()
  await ann('session 2')
  await here.lock()
  assert.equal((await openDeviceOffline(march))?.person, 'ann')
})

test('a key that was kept before there were locked ones serves', async () => {
  await ann()
  const database = await openDB('confer')
  const [{ locked, ...older } = {}] = await rawRecords('keys')
  assert.equal(locked, false)
  await database.put('keys', { ...older, since: march })
  database.close()
  assert.equal((await openDeviceOffline(march))?.person, 'ann')
})

test('everybody who left something here is listed with their session, locked or not, the last one last', async () => {
  assert.deepEqual(await listDevices(), [])
  await ann('session 1')
  await bob()
  const told = async () => (await listDevices()).map(({ device, session }) => [device.person, session])
  assert.deepEqual(await told(), [
    ['ann', 'session 1'],
    ['bob', 'session of bob'],
  ])
  await ann('session 2')
  assert.deepEqual(await told(), [
    ['bob', 'session of bob'],
    ['ann', 'session 2'],
  ])
  for (const { device } of await listDevices()) await device.destroy()
  assert.deepEqual(await rawRecords('keys'), [])
})

test('a key that the browser does not bring back is neither listed, opened nor written over', async () => {
  await ann()
  const database = await openDB('confer')
  const [record] = await rawRecords('keys')
  await database.put('keys', { ...record, key: undefined })
  assert.deepEqual(await listDevices(), [])
  assert.equal(await openDeviceOffline(march), null)
  await bob()
  assert.equal(await openDevice({ person: 'ann', session: 'session 2', keepsDays: 30 }), null)
  const [anns] = await rawRecords('keys')
  assert.deepEqual(anns, { ...record, key: undefined })
  database.close()
})

test('one writing or copy is found as it is now', async () => {
  const device = await ann()
  await device.keepWriting(aWriting('w1'))
  const newer = aWriting('w1', { title: 'typed on' })
  await device.keepWriting(newer)
  await device.keepCopies([aCopy('p1'), aCopy('p2', { fields: awkward })])
  assert.deepEqual(await device.findWriting('w1'), newer)
  assert.deepEqual(await device.findCopy('p2'), aCopy('p2', { fields: awkward }))
  assert.equal(await device.findWriting('w2'), null)
  assert.equal(await device.findCopy('p3'), null)
})

test('with no network and nobody who was here there is nothing', async () => {
  assert.equal(await openDeviceOffline(march), null)
  assert.deepEqual(await indexedDB.databases(), [])
})

test('writings are listed in the order in which they were begun, whatever the clock says', async () => {
  const device = await ann()
  await device.keepWriting(aWriting('third by name', { changedAt: march }))
  await device.keepWriting(aWriting('second by name', { changedAt: march - 5 * day }))
  await device.keepWriting(aWriting('first by name', { changedAt: 0 }))
  await device.keepWriting(aWriting('third by name', { changedAt: march + day }))
  const inOrder = ['third by name', 'second by name', 'first by name']
  assert.deepEqual(idsOf(await device.listWritings()), inOrder)
  await device.forgetWriting('second by name')
  await device.keepWriting(aWriting('second by name', { changedAt: 1 }))
  assert.deepEqual(idsOf(await (await ann()).listWritings()), [
    'third by name',
    'first by name',
    'second by name',
  ])
})

test('of several at once the newest is kept, and what is forgotten stays forgotten', async () => {
  const device = await ann()
  // The older the longer, so that sealing it takes longer too.
  const versions = Array.from({ length: 20 }, (_, index) =>
    aWriting('w1', { title: String(index), fields: [['a', 'x'.repeat((20 - index) * 20_000)]] }),
  )
  const kept = await Promise.all(versions.map(writing => device.keepWriting(writing)))
  assert.deepEqual(new Set(kept), new Set([true]))
  assert.deepEqual(await device.listWritings(), versions.slice(-1))

  await Promise.all([
    device.keepWriting(aWriting('w1')),
    device.keepWriting(aWriting('w1')),
    device.forgetWriting('w1'),
  ])
  assert.deepEqual(await device.listWritings(), [])
  const afterwards = aWriting('w1', { title: 'after' })
  await Promise.all([
    device.keepWriting(aWriting('w1')),
    device.forgetWriting('w1'),
    device.keepWriting(afterwards),
  ])
  assert.deepEqual(await device.listWritings(), [afterwards])
})

test('copies take the place of all copies before, in the order in which it was asked', async () => {
  const device = await ann()
  await device.keepCopies([aCopy('p1'), aCopy('p2')])
  await Promise.all([
    device.keepCopies([aCopy('p2', { fields: awkward }), aCopy('p3')]),
    device.keepCopy(aCopy('p3', { title: 'newer' })),
  ])
  assert.deepEqual(await device.listCopies(), [
    aCopy('p2', { fields: awkward }),
    aCopy('p3', { title: 'newer' }),
  ])
})

test('a damaged record, or one put in the place of another, is left out', async () => {
  const device = await ann()
  for (const id of ['w1', 'w2', 'w3', 'w4']) await device.keepWriting(aWriting(id))
  await device.keepCopies([aCopy('p1'), aCopy('p2')])
  const database = await openDB('confer')
  const [first, second, third] = await rawRecords('writings')
  const sealed = second?.['sealed']
  assert.ok(sealed instanceof ArrayBuffer)
  new Uint8Array(sealed)[10] = (new Uint8Array(sealed)[10] ?? 0) ^ 1
  await database.put('writings', { ...second, sealed })
  await database.put('writings', { ...first, writingId: 'w3', order: 3 })
  await database.put('writings', { ...third, iv: undefined, sealed: undefined, writingId: 'w5', order: 5 })
  await database.put('copies', { ...(await rawRecords('copies'))[0], pieceId: 'p2' })
  assert.deepEqual(idsOf(await device.listWritings()), ['w1', 'w4'])
  assert.deepEqual(await device.listCopies(), [aCopy('p1')])
  database.close()
})

test('a connection that the browser closed is opened again', async () => {
  const device = await ann()
  await device.keepWriting(aWriting('w1'))
  closeConnections()
  assert.equal(await device.keepWriting(aWriting('w2')), true)
  closeConnections()
  assert.deepEqual(idsOf(await device.listWritings()), ['w1', 'w2'])
  const underWay = [device.keepWriting(aWriting('w3')), device.keepWriting(aWriting('w4'))]
  closeConnections()
  assert.deepEqual(await Promise.all(underWay), [true, true])
})

test('a form that was open since before a newer version goes on keeping what is typed', async () => {
  const device = await ann()
  await device.keepWriting(aWriting('w1'))
  const newer = await openDB('confer', 2, {
    upgrade: database => {
      database.createObjectStore('more')
    },
  })
  assert.equal(await device.keepWriting(aWriting('w2')), true)
  assert.deepEqual(idsOf(await (await ann()).listWritings()), ['w1', 'w2'])
  newer.close()
})

test('when the browser cleared everything, nothing is said to be kept', async () => {
  const device = await ann()
  await deleteDB('confer')
  assert.equal(await device.keepWriting(aWriting('w1')), false)
  assert.deepEqual(await device.listWritings(), [])
})

test('a device that refuses to write says so, and goes on giving what it has', async () => {
  // Each store refuses a second record, as a full disk would: the request fails and the transaction is undone.
  const full = await openDB('confer', 1, {
    upgrade(database) {
      const keys = database.createObjectStore('keys', { keyPath: 'person' })
      keys.createIndex('byId', 'keyId')
      keys.createIndex('byTurn', 'turn')
      const writings = database.createObjectStore('writings', { keyPath: 'writingId' })
      writings.createIndex('inOrder', ['person', 'order'])
      writings.createIndex('oneOnly', 'person', { unique: true })
      const copies = database.createObjectStore('copies', { keyPath: ['person', 'pieceId'] })
      copies.createIndex('oneOnly', 'person', { unique: true })
    },
  })
  const device = await ann()
  assert.equal(await device.keepWriting(aWriting('w1')), true)
  assert.equal(await device.keepWriting(aWriting('w2')), false)
  assert.deepEqual(idsOf(await device.listWritings()), ['w1'])
  assert.equal(await device.keepCopy(aCopy('p1')), true)
  // The copies from before are still there when those that were to replace them do not fit.
  assert.equal(await device.keepCopies([aCopy('p2'), aCopy('p3')]), false)
  assert.deepEqual(await device.listCopies(), [aCopy('p1')])
  await device.forgetWriting('w1')
  assert.equal(await device.keepWriting(aWriting('w2')), true)
  full.close()
})

test('a device that refuses to confirm the key still gives what was not sent', async () => {
  await (await ann()).keepWriting(aWriting('w1'))
  const full = await openDB('confer', 2, {
    upgrade(_database, _old, _new, transaction) {
      transaction.objectStore('keys').createIndex('noMore', 'keepsDays', { unique: true })
      return transaction.objectStore('keys').put({ person: 'nobody', keyId: 'x', keepsDays: 7, turn: 9 })
    },
  })
  const device = await openDevice({ person: 'ann', session: 'session 2', keepsDays: 7, now: march })
  assert.deepEqual(idsOf((await device?.listWritings()) ?? []), ['w1'])
  assert.equal(await openDevice({ person: 'bob', session: 'session 2', keepsDays: 7, now: march }), null)
  full.close()
})

test('a device whose stores are not ours is none, and a list that cannot be read is not an empty one', async () => {
  const device = await ann()
  await deleteDB('confer')
  const other = await openDB('confer', 1, { upgrade: database => void database.createObjectStore('other') })
  assert.equal(await openDevice({ person: 'ann', session: 's', keepsDays: 30 }), null)
  assert.equal(await openDeviceOffline(), null)
  assert.equal(await device.keepWriting(aWriting('w1')), false)
  assert.equal(await device.keepCopies([aCopy('p1')]), false)
  await device.forgetWriting('w1')
  await assert.rejects(device.listWritings())
  await assert.rejects(device.listCopies())
  await assert.rejects(device.destroy())
  other.close()
})

test('a database that never opens is given up', async context => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  const other = await openDB('confer', 1)
  // Waits for the connection above, which does not make way: and whatever opens waits behind it.
  const waiting = deleteDB('confer')
  const opening = openDevice({ person: 'ann', session: 's', keepsDays: 30 })
  await new Promise(resolve => setTimeoutOfTest(resolve, 20))
  context.mock.timers.tick(10_000)
  assert.equal(await opening, null)
  other.close()
  await waiting
  assert.notEqual(await openDevice({ person: 'ann', session: 's', keepsDays: 30 }), null)
})

test('a transaction that never ends is given up, and nothing of it is done later', async context => {
  const device = await ann()
  await device.keepWriting(aWriting('w1'))
  const never = await holdStores()
  context.mock.timers.enable({ apis: ['setTimeout'] })
  const inTime = async <Outcome>(asked: Promise<Outcome>): Promise<Outcome> => {
    for (let i = 0; i < 3; i++) {
      await new Promise(resolve => setTimeoutOfTest(resolve, 20))
      context.mock.timers.tick(5_000)
    }
    return asked
  }
  const rejects = (asked: Promise<unknown>) =>
    inTime(assert.rejects(asked, (error: Error) => error.name === 'TimeoutError'))
  assert.equal(await inTime(device.keepWriting(aWriting('w2'))), false)
  assert.equal(await inTime(device.keepCopies([aCopy('p1')])), false)
  assert.equal(await inTime(openDevice({ person: 'ann', session: 's', keepsDays: 30 })), null)
  assert.equal(await inTime(openDevice({ person: 'bob', session: 's', keepsDays: 0 })), null)
  assert.equal(await inTime(openDeviceOffline(march)), null)
  assert.deepEqual(await inTime(listDevices()), [])
  await inTime(device.forgetWriting('w1'))
  await rejects(device.listWritings())
  await rejects(device.findWriting('w1'))
  await rejects(device.listCopies())
  await rejects(device.findCopy('p1'))
  await rejects(device.lock())
  await rejects(device.destroy())
  context.mock.timers.reset()

  await never.end()
  assert.deepEqual(await device.listWritings(), [aWriting('w1')])
  assert.equal(await device.keepWriting(aWriting('w2')), true)
  assert.equal((await openDeviceOffline(march))?.person, 'ann')
})

test('nothing is kept where nothing may be', async () => {
  assert.equal(await openDevice({ person: 'ann', session: 's', keepsDays: 0 }), null)
  assert.equal(await openDevice({ person: 'ann', session: 's', keepsDays: Number.NaN }), null)
  assert.equal(await openDevice({ person: '', session: 's', keepsDays: 30 }), null)
  assert.deepEqual(await indexedDB.databases(), [])
})

test('a browser without a database, or a page that came without encryption, keeps nothing', async context => {
  for (const [holder, name] of [
    [globalThis, 'indexedDB'],
    [crypto, 'subtle'],
  ] as const) {
    const before = Object.getOwnPropertyDescriptor(holder, name)
    Object.defineProperty(holder, name, { value: undefined, configurable: true, writable: true })
    context.after(() => before && Object.defineProperty(holder, name, before))
    assert.equal(await openDevice({ person: 'ann', session: 's', keepsDays: 30 }), null)
    assert.equal(await openDeviceOffline(), null)
    if (before) Object.defineProperty(holder, name, before)
    else Reflect.deleteProperty(holder, name)
  }
})

async function ann(session = 'session 1', now = march): Promise<Device> {
  return opened({ person: 'ann', session, now })
}

async function bob(now = march): Promise<Device> {
  return opened({ person: 'bob', session: 'session of bob', now })
}

async function opened(who: { person: string; session: string; now: number }): Promise<Device> {
  const device = await openDevice({ ...who, keepsDays: 30 })
  assert.ok(device)
  return device
}

function aWriting(writingId: string, given: Partial<Writing> = {}): Writing {
  return {
    writingId,
    pieceId: 'piece 1',
    title: 'A morning in clinic',
    changedAt: march,
    action: '/cpd/piece-1/edit',
    formUrl: '/cpd/piece-1/edit?question=learning',
    fields: [['learning', 'To ask before I explain.']],
    seen: 'learning:ab12',
    version: '4',
    pending: null,
    caret: null,
    ...given,
  }
}

function aCopy(pieceId: string, given: Partial<DraftCopy> = {}): DraftCopy {
  return {
    pieceId,
    title: 'A morning in clinic',
    changedAt: march,
    version: '4',
    seen: 'learning:ab12',
    formUrl: `/cpd/${pieceId}/edit`,
    fields: [['learning', 'To ask before I explain.']],
    state: 'draft',
    ...given,
  }
}

function idsOf(writings: readonly Writing[]): string[] {
  return writings.map(({ writingId }) => writingId)
}

async function rawRecords(store: 'keys' | 'writings' | 'copies'): Promise<Record<string, unknown>[]> {
  const database = await openDB('confer')
  const records: Record<string, unknown>[] = await database.getAll(store)
  database.close()
  return records
}

/** As a tab does that is asleep in the midst of writing: whatever is asked of the stores waits. */
async function holdStores(): Promise<{ end(): Promise<void> }> {
  const database = await openDB('confer')
  const transaction = database.transaction(['keys', 'writings', 'copies'], 'readwrite')
  const waiting = new AbortController()
  const held = (async () => {
    while (!waiting.signal.aborted) await transaction.objectStore('keys').count()
  })()
  return {
    async end() {
      waiting.abort()
      await held
      await transaction.done
      database.close()
    },
  }
}

/** As a browser closes them that ends its own database process. */
function closeConnections(): void {
  const { _databases } = globalThis.indexedDB as unknown as {
    _databases: Map<string, { connections: (typeof IDBDatabase)[] }>
  }
  for (const connection of _databases.get('confer')?.connections.slice() ?? [])
    fakeIndexedDb.forceCloseDatabase(connection)
}
