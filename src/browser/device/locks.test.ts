import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asOnlySender, holdWriting, isAbandoned } from './locks.ts'

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
  assert.deepEqual(await Promise.all([asOnlySender(async () => {}), asOnlySender(async () => {})]), [
    true,
    false,
  ])
})
