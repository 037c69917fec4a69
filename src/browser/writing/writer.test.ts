import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Writing } from '../device/device.ts'
import { valueOf, withValue, type Fields } from './fields.ts'
import type { FormNow } from './rebase.ts'
import type { Saved, SaveReply } from './save-reply.ts'
import { makeWriter, type Whereabouts } from './writer.ts'

const editUrl = '/cpd/pieces/1/edit'
const outOfReach: SaveReply = { outcome: 'out-of-reach' }

const saved = (version: number): Saved => ({
  outcome: 'saved',
  version,
  formUrl: editUrl,
  seen: `learning:${version}`,
  merged: [],
})

/** One form, one device and a server that answers as told, in the order in which it is asked. */
function sitDown({ replies, leftOver = null, isFull = false, hangs = false, isSlow = false }: Table) {
  const start: Fields = [
    ['version', '1'],
    ['seen', 'learning:1'],
    ['saveId', ''],
    ['learning', 'Before.'],
  ]
  let form: FormNow = { action: editUrl, fields: leftOver?.fields ?? start }
  const sent: Fields[] = []
  const said: Whereabouts[] = []
  const kept = new Map<string, Writing>()
  const timers = new Set<() => void>()
  let clock = 0
  let answer = () => {}
  const writer = makeWriter({
    leftOver,
    writingId: 'w',
    view: {
      pieceId: '1',
      read: () => form,
      caret: () => null,
      canShow: () => true,
      show: next => {
        form = next
      },
    },
    device: {
      async keepWriting(writing) {
        if (hangs) await new Promise(() => {})
        if (!isFull) kept.set(writing.writingId, writing)
        return !isFull
      },
      async forgetWriting(writingId) {
        kept.delete(writingId)
      },
    },
    async send(_action, fields) {
      sent.push(fields)
      if (isSlow) await new Promise<void>(resolve => (answer = resolve))
      return replies.shift() ?? outOfReach
    },
    say: whereabouts => said.push(whereabouts),
    later: (_milliseconds, act) => {
      timers.add(act)
      return () => timers.delete(act)
    },
    now: () => clock,
  })
  return {
    writer,
    sent,
    kept,
    lastSaid: () => said.at(-1),
    answer: () => answer(),
    setClock(milliseconds: number) {
      clock = milliseconds
    },
    type(text: string, name = 'learning') {
      form = { ...form, fields: withValue(form.fields, name, text) }
      writer.changed()
    },
    letTimePass() {
      for (const act of timers) {
        timers.delete(act)
        act()
      }
    },
  }
}

interface Table {
  readonly replies: SaveReply[]
  readonly leftOver?: Writing | null
  readonly isFull?: boolean
  readonly hangs?: boolean
  readonly isSlow?: boolean
}

/** The page's clock is this table's: whatever waits is over. */
async function pass(table: { letTimePass(): void }): Promise<void> {
  for (let turn = 0; turn < 8; turn++) {
    await new Promise(resolve => setImmediate(resolve))
    table.letTimePass()
  }
}

const learningIn = (fields: Fields | undefined) => valueOf(fields ?? [], 'learning')
const idOf = (fields: Fields | undefined) => valueOf(fields ?? [], 'saveId')

test('what the server has is on the device no longer', async () => {
  const table = sitDown({ replies: [saved(2)] })
  table.type('After.')
  assert.equal(await table.writer.flush(), true)
  assert.deepEqual(table.lastSaid(), { at: 'server', taken: [], leftOut: [] })
  assert.equal(table.kept.size, 0)
})

test('a save that no answer came to is sent again as it was, and newer text only after it', async () => {
  const table = sitDown({ replies: [outOfReach, saved(2), saved(3)] })
  table.type('One.')
  assert.equal(await table.writer.flush(), false)
  table.type('One. Two.')
  assert.equal(await table.writer.flush(), true)
  const [first, again, newer] = table.sent
  assert.deepEqual(again, first)
  assert.equal(learningIn(newer), 'One. Two.')
  assert.notEqual(idOf(newer), idOf(first))
})

test('the screen says where the text is: on the device where that keeps it, and nowhere where it does not', async () => {
  const safe = sitDown({ replies: [] })
  safe.type('After.')
  await safe.writer.flush()
  assert.deepEqual(safe.lastSaid(), { at: 'nowhere-yet', why: outOfReach, isOnDevice: true })
  assert.equal(safe.writer.isSafe(), true)

  const unsafe = sitDown({ replies: [], isFull: true })
  unsafe.type('After.')
  await unsafe.writer.flush()
  assert.deepEqual(unsafe.lastSaid(), { at: 'nowhere-yet', why: outOfReach, isOnDevice: false })
  assert.equal(unsafe.writer.isSafe(), false)
})

test('the device has a save before the server is asked, so that a crash in between sends the same again', async () => {
  const crashed = sitDown({ replies: [outOfReach] })
  crashed.type('One.')
  await crashed.writer.flush()
  crashed.type('One. Two.')
  await crashed.writer.keep()
  const leftOver = crashed.kept.get('w') ?? null

  const next = sitDown({ replies: [saved(2), saved(3)], leftOver })
  assert.equal(await next.writer.flush(), true)
  assert.deepEqual(next.sent[0], crashed.sent[0])
  assert.equal(learningIn(next.sent[1]), 'One. Two.')
  assert.equal(next.kept.size, 0)
})

test('a clash waits for its writer, and what they press then has everything typed until then', async () => {
  const table = sitDown({ replies: [{ outcome: 'clash' }, { outcome: 'clash' }] })
  table.type('Mine.')
  await table.writer.flush()
  const first = table.writer.clashId()
  table.type('Mine, and more.')
  assert.equal(await table.writer.flush(), false)
  assert.equal(learningIn(table.sent.at(-1)), 'Mine, and more.')
  assert.notEqual(table.writer.clashId(), first)
  assert.equal(learningIn(table.kept.get('w')?.fields), 'Mine, and more.')
})

/** “What you learnt” was changed elsewhere as well. */
const clash: SaveReply = { outcome: 'clash', clashes: [{ id: 'learning', label: 'What you learnt' }] }

const clashingTable = (replies: SaveReply[], others: Omit<Table, 'replies'> = {}) => {
  const table = sitDown({ replies: [clash, ...replies], ...others })
  table.type('Mine.')
  return table
}

test('while one answer waits to be chosen the others go on being saved, and its old mark stays', async () => {
  const table = clashingTable([saved(2), clash])
  await table.writer.flush()
  table.type('Other.', 'impact')
  await pass(table)
  const others = table.sent[1] ?? []
  assert.equal(valueOf(others, 'impact'), 'Other.')
  // What is saved of the answer in question stands, for now.
  assert.equal(valueOf(others, 'choosing'), 'learning')
  assert.equal(valueOf(others, 'choose-learning'), 'saved')
  assert.equal(table.writer.isSaved(), false)
  assert.deepEqual(table.lastSaid(), {
    at: 'nowhere-yet',
    why: clash,
    isOnDevice: true,
    isRestSaved: true,
  })
  assert.equal(table.sent.length, 2, 'nothing more to send')
  // The press asks, with the mark of what was shown before either changed it.
  assert.equal(await table.writer.flush(), false)
  const whole = table.sent[2] ?? []
  assert.equal(valueOf(whole, 'seen'), 'learning:1')
  assert.equal(valueOf(whole, 'version'), '2')
  assert.equal(valueOf(whole, 'choosing'), '')
  assert.equal(learningIn(whole), 'Mine.')
  assert.equal(table.writer.clashId(), idOf(whole))
})

test('a page that dies while it saves the others leaves the answer in question as it was typed', async () => {
  const table = clashingTable([outOfReach])
  await table.writer.flush()
  table.type('Other.', 'impact')
  await pass(table)
  const leftOver = table.kept.get('w') ?? null
  const next = sitDown({ replies: [saved(2), clash], leftOver })
  assert.equal(await next.writer.flush(), false)
  assert.deepEqual(next.sent[0], table.sent.at(-1))
  assert.equal(learningIn(next.sent[1]), 'Mine.')
  assert.equal(valueOf(next.sent[1] ?? [], 'seen'), 'learning:1')
  assert.equal(next.writer.clashId(), idOf(next.sent[1]))
})

test('where the others are set aside, so is the answer in question', async () => {
  const signedOut: SaveReply = { outcome: 'signed-out', ended: 'revoked', setAside: 'a' }
  const table = clashingTable([signedOut, signedOut])
  await table.writer.flush()
  table.type('Other.', 'impact')
  await pass(table)
  assert.equal(valueOf(table.sent.at(-1) ?? [], 'choosing'), '')
  assert.equal(learningIn(table.sent.at(-1)), 'Mine.')
})

test('where the device keeps nothing, the answer in question goes to the server too, though seldom', async () => {
  const table = clashingTable([clash, clash], { isFull: true })
  await table.writer.flush()
  table.type('Mine, and more.')
  await pass(table)
  assert.equal(table.sent.length, 1)
  table.setClock(31_000)
  await pass(table)
  assert.equal(learningIn(table.sent.at(-1)), 'Mine, and more.')
  assert.equal(table.sent.length, 2)
})

test('an answer in question that is typed back is no question any more', async () => {
  const theirs: Saved = {
    ...saved(2),
    merged: [{ id: 'learning', label: 'What you learnt', fields: [['learning', 'Theirs.']] }],
  }
  const table = clashingTable([theirs])
  await table.writer.flush()
  table.type('Before.')
  await pass(table)
  assert.equal(table.writer.isSaved(), true)
  assert.deepEqual(table.lastSaid(), { at: 'server', taken: ['What you learnt'], leftOut: [] })
})

test('once signed out elsewhere, the newest text is what is set aside', async () => {
  const signedOut = (setAside: string): SaveReply => ({ outcome: 'signed-out', ended: 'revoked', setAside })
  const replies = [outOfReach, signedOut('a'), signedOut('b'), saved(2)]
  const table = sitDown({ replies })
  table.type('One.')
  await table.writer.flush()
  table.type('One. Two.')
  await table.writer.flush()
  assert.equal(learningIn(table.sent.at(-1)), 'One. Two.')
  // Signed in again: saved after all, it need not wait for its writer any longer.
  table.writer.resume()
  assert.equal(await table.writer.flush(), true)
  assert.equal(valueOf(table.sent.at(-1) ?? [], 'setAside'), 'b')
})

test('what somebody types while another is signed in is tried again with every pause', async () => {
  const table = sitDown({ replies: [{ outcome: 'other-account' }, saved(2), saved(3)] })
  table.type('One.')
  await table.writer.flush()
  table.type('One. Two.')
  await pass(table)
  assert.equal(table.writer.isSaved(), true)
})

test('what was typed and taken back is not left over', async () => {
  const table = sitDown({ replies: [] })
  table.type('Before. Mrs')
  await table.writer.keep()
  assert.equal(table.kept.size, 1)
  table.type('Before.')
  await table.writer.keep()
  assert.equal(table.kept.size, 0)
  assert.deepEqual(table.lastSaid(), { at: 'server', taken: [], leftOut: [] })
  await table.writer.flush()
  assert.equal(table.sent.length, 0)
})

test('a device that hangs keeps nothing from the server', async () => {
  const table = sitDown({ replies: [saved(2)], hangs: true })
  table.type('After.')
  const flushed = table.writer.flush()
  await pass(table)
  assert.equal(await flushed, true)
})

test('a save that is on its way for long is said to be, with where the text is until then', async () => {
  for (const isFull of [false, true]) {
    const table = sitDown({ replies: [saved(2)], isFull, isSlow: true })
    table.type('After.')
    const flushed = table.writer.flush()
    await pass(table)
    assert.deepEqual(table.lastSaid(), { at: 'sending', isOnDevice: !isFull })
    table.answer()
    assert.equal(await flushed, true)
    assert.equal(table.lastSaid()?.at, 'server')
  }
})

test('a save that fails again and again gives way to what the form says by then', async () => {
  const fault: SaveReply = { outcome: 'fault' }
  const table = sitDown({ replies: [fault, fault, fault, saved(2)] })
  table.type('Something that cannot be saved.')
  for (let tries = 0; tries < 3; tries++) await table.writer.flush()
  table.type('Something else.')
  assert.equal(await table.writer.flush(), true)
  assert.equal(learningIn(table.sent.at(-1)), 'Something else.')
})

test('an answer that was changed elsewhere is said once the form is saved, not before', async () => {
  const theirs: Saved = {
    ...saved(2),
    merged: [{ id: 'impact', label: 'Impact', fields: [['impact', 'Theirs.']] }],
  }
  const table = sitDown({ replies: [theirs] })
  table.type('After.')
  await table.writer.flush()
  assert.deepEqual(table.lastSaid(), { at: 'server', taken: ['Impact'], leftOut: [] })
})

test('a page that has stopped keeps and sends nothing more', async () => {
  const table = sitDown({ replies: [saved(2)] })
  table.writer.stop()
  table.type('Too late.')
  await table.writer.flush()
  assert.equal(table.sent.length, 0)
  assert.equal(table.kept.size, 0)
})
