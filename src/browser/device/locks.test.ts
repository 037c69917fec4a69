import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asOnlySender, claimWriting, holdWriting, isAbandoned } from './locks.ts'

/** Takes a lock as another page would: past what this page remembers of itself. */
async function elsewhere(name: string): Promise<() => Promise<void>> {
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  let finished: Promise<unknown> = Promise.resolve()
  await new Promise<void>(granted => {
    finished = navigator.locks.request(name, () => {
      granted()
      return held
    })
  })
  return async () => {
    release()
    await finished
  }
}

/** As another page would find it. */
async function isFree(name: string): Promise<boolean> {
  return navigator.locks.request(name, { ifAvailable: true }, lock => lock !== null)
}

test('a writing is left over once the page that holds it lets go', async () => {
  assert.equal(await isAbandoned('w1'), true)
  const release = await holdWriting('w1')
  assert.equal(await isAbandoned('w1'), false)
  assert.equal(await isAbandoned('w2'), true)
  release()
  await new Promise(setImmediate)
  assert.equal(await isAbandoned('w1'), true)
})

test('a writing that another page holds is not left over', async () => {
  const release = await elsewhere('confer-writing-w1')
  assert.equal(await isAbandoned('w1'), false)
  await release()
  assert.equal(await isAbandoned('w1'), true)
})

test('pages that ask at once do not take each other for the one that holds it', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => isAbandoned('w1')))
  assert.deepEqual(answers, [true, true, true, true, true])
})

test('a writing that was left over is claimed by one page alone, and again once it lets go', async () => {
  const claims = await Promise.all(Array.from({ length: 5 }, () => claimWriting('w1')))
  const taken = claims.filter(claim => claim !== null)
  assert.equal(taken.length, 1)
  assert.equal(await isFree('confer-writing-w1'), false)
  taken[0]?.()
  taken[0]?.()
  await new Promise(setImmediate)
  assert.equal(await isFree('confer-writing-w1'), true)
  const again = await claimWriting('w1')
  assert.notEqual(again, null)
  again?.()
})

test('a writing that a page holds, this one or another, is not to be claimed', async () => {
  const release = await holdWriting('w2')
  assert.equal(await claimWriting('w2'), null)
  release()
  const releaseOther = await elsewhere('confer-writing-w2')
  assert.equal(await claimWriting('w2'), null)
  await releaseOther()
  const claim = await claimWriting('w2')
  assert.notEqual(claim, null)
  claim?.()
})

test('what a page has claimed it holds from there on, and nobody takes it in between', async () => {
  const claim = await claimWriting('w3')
  const release = await holdWriting('w3')
  claim?.()
  for (let i = 0; i < 5; i++) {
    assert.equal(await isFree('confer-writing-w3'), false)
    assert.equal(await claimWriting('w3'), null)
    await new Promise(setImmediate)
  }
  release()
  await new Promise(setImmediate)
  assert.equal(await isFree('confer-writing-w3'), true)
})

test('one page sends at a time', async () => {
  let sent = 0
  const act = async () => {
    await new Promise(setImmediate)
    sent++
  }
  assert.deepEqual(await Promise.all([asOnlySender(act), asOnlySender(act)]), [true, false])
  assert.equal(sent, 1)
  const release = await elsewhere('confer-outbox')
  assert.equal(await asOnlySender(act), false)
  await release()
  assert.equal(await asOnlySender(act), true)
  assert.equal(sent, 2)
})

test('sending that fails lets the next one send', async () => {
  await assert.rejects(
    asOnlySender(() => Promise.reject(new Error('out of reach'))),
    /out of reach/,
  )
  assert.equal(await asOnlySender(async () => {}), true)
})

test('without locks a page knows of itself only', async context => {
  Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true })
  context.after(() => Reflect.deleteProperty(navigator, 'locks'))
  const release = await holdWriting('w1')
  assert.equal(await isAbandoned('w1'), false)
  assert.equal(await isAbandoned('w2'), true)
  release()
  assert.equal(await isAbandoned('w1'), true)
  const claim = await claimWriting('w1')
  assert.notEqual(claim, null)
  assert.equal(await claimWriting('w1'), null)
  const held = await holdWriting('w1')
  claim?.()
  assert.equal(await claimWriting('w1'), null)
  held()
  assert.deepEqual(await Promise.all([asOnlySender(async () => {}), asOnlySender(async () => {})]), [
    true,
    false,
  ])
})
