import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Browser } from '../../test/support/browser.ts'
import {
  completePiece,
  givenDraft,
  givenPractitioner,
  givenSubmission,
  versionIn,
} from '../../test/support/given.ts'
import { startWorld, type World } from '../../test/support/world.ts'

let world: World

before(async () => {
  world = await startWorld()
})
after(() => world.close())

/** A form as a browser has it, to be sent by its script. */
interface Opened {
  readonly address: string
  readonly fields: Readonly<Record<string, string>>
}

async function openForm(browser: Browser, pieceId: string): Promise<Opened> {
  const address = `/cpd/pieces/${pieceId}/edit`
  const { html } = await browser.get(address)
  const seen = /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? ''
  return { address, fields: { ...completePiece, peer: '', version: versionIn(html), seen } }
}

async function sendInBackground(
  browser: Browser,
  { address, fields }: Opened,
  typed: Record<string, string>,
) {
  const reply = await browser.postOnce(address, { ...fields, ...typed }, { accept: 'application/json' })
  assert.equal(reply.status, 200, reply.text)
  return JSON.parse(reply.html) as {
    outcome: string
    version: number
    seen: string
    merged: { id: string; label: string; fields: [string, string][] }[]
    state: string
    savedInWords: string
    removed: number
  }
}

async function stored(pieceId: string) {
  const row = await world.database.read
    .selectFrom('piece')
    .select(['version', 'draft'])
    .where('pieceId', '=', pieceId)
    .executeTakeFirstOrThrow()
  const draft = row.draft as { texts: Record<string, string> } | null
  return { version: row.version, texts: draft?.texts ?? null }
}

async function countEarlierVersions(pieceId: string): Promise<number> {
  const rows = await world.database.read
    .selectFrom('revision')
    .select('number')
    .where('pieceId', '=', pieceId)
    .execute()
  return rows.length
}

test('a save that comes again changes nothing, whatever was saved since', async () => {
  const { browser } = await givenPractitioner(world)
  const pieceId = await givenDraft(browser)
  const form = await openForm(browser, pieceId)
  const typed = { learning: 'First.', saveId: randomUUID() }
  const first = await sendInBackground(browser, form, typed)
  const other = await openForm(browser, pieceId)
  await sendInBackground(browser, other, { learning: 'First. Second.', saveId: randomUUID() })
  const again = await sendInBackground(browser, form, typed)
  assert.equal(first.outcome, 'saved')
  assert.equal(again.outcome, 'saved')
  assert.deepEqual(
    again.merged.map(({ id, fields }) => [id, fields]),
    [['learning', [['learning', 'First. Second.']]]],
  )
  assert.deepEqual(await stored(pieceId), {
    version: 3,
    texts: {
      title: completePiece.title,
      description: completePiece.description,
      learning: 'First. Second.',
      impact: completePiece.impact,
    },
  })
})

test('an id that a browser shows again with another text is another save', async () => {
  const { browser } = await givenPractitioner(world)
  const pieceId = await givenDraft(browser)
  const form = await openForm(browser, pieceId)
  const saveId = randomUUID()
  const first = await sendInBackground(browser, form, { learning: 'First.', saveId })
  const goneOn = { ...form, fields: { ...form.fields, seen: first.seen } }
  await sendInBackground(browser, goneOn, { learning: 'First. Second.', saveId })
  assert.equal((await stored(pieceId)).texts?.['learning'], 'First. Second.')
})

test('a save that arrives after the submission makes no draft of what was submitted', async () => {
  const { browser } = await givenPractitioner(world)
  const pieceId = await givenDraft(browser)
  const form = await openForm(browser, pieceId)
  const late = { learning: 'Submitted like this.', saveId: randomUUID() }
  await sendInBackground(browser, form, late)
  await givenSubmission(browser, pieceId)
  await browser.get('/settings')
  const again = await sendInBackground(browser, form, late)
  assert.equal(again.outcome, 'saved')
  assert.equal((await stored(pieceId)).texts, null)
  // A window that was left open has nothing of its own to say either.
  await sendInBackground(
    browser,
    { ...form, fields: { ...form.fields, learning: 'Submitted like this.' } },
    {},
  )
  assert.equal((await stored(pieceId)).texts, null)
})

test('what was changed elsewhere comes with the reply, and a clash saves nothing', async () => {
  const { browser } = await givenPractitioner(world)
  const pieceId = await givenDraft(browser)
  const [one, other] = [await openForm(browser, pieceId), await openForm(browser, pieceId)]
  await sendInBackground(browser, one, { impact: 'Changed elsewhere.', saveId: randomUUID() })
  const merged = await sendInBackground(browser, other, { learning: 'Mine.', saveId: randomUUID() })
  assert.deepEqual(merged.merged, [
    { id: 'impact', label: 'Positive impact', fields: [['impact', 'Changed elsewhere.']] },
  ])
  const clash = await sendInBackground(browser, one, { learning: 'Another.', saveId: randomUUID() })
  assert.equal(clash.outcome, 'clash')
  assert.equal((await stored(pieceId)).texts?.['learning'], 'Mine.')
})

test('a choice that is sent twice is made once, and “both” is no more than both', async () => {
  const { browser } = await givenPractitioner(world)
  const pieceId = await givenDraft(browser)
  const [one, other] = [await openForm(browser, pieceId), await openForm(browser, pieceId)]
  await sendInBackground(browser, one, { learning: 'Saved.', saveId: randomUUID() })
  const before = await countEarlierVersions(pieceId)
  const clash = await browser.postOnce(other.address, { ...other.fields, learning: 'Mine.', press: 'draft' })
  assert.equal(clash.status, 409)
  const hidden = Object.fromEntries(
    [...clash.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value.replaceAll('&#39;', "'")],
    ),
  )
  const choose = () => browser.postOnce(other.address, { ...hidden, 'choose-learning': 'both' })
  assert.equal((await choose()).status, 303)
  assert.equal((await choose()).status, 303)
  assert.equal((await stored(pieceId)).texts?.['learning'], 'Saved.\n\nMine.')
  assert.equal(await countEarlierVersions(pieceId), before + 1)
})

test('a save that takes most of an answer away at once keeps what was there', async () => {
  const { browser } = await givenPractitioner(world)
  const pieceId = await givenDraft(browser)
  const long = 'What took an hour to write. '.repeat(10)
  const form = await openForm(browser, pieceId)
  const first = await sendInBackground(browser, form, { learning: long, saveId: randomUUID() })
  const before = await countEarlierVersions(pieceId)
  await sendInBackground(
    browser,
    { ...form, fields: { ...form.fields, seen: first.seen } },
    { learning: 'x', saveId: randomUUID() },
  )
  assert.equal(await countEarlierVersions(pieceId), before + 1)
})

test('a save says what the piece is by then, whatever it was when the form was opened', async () => {
  const { browser } = await givenPractitioner(world)
  const pieceId = await givenDraft(browser)
  const form = await openForm(browser, pieceId)
  const draft = await sendInBackground(browser, form, { impact: 'One.', saveId: randomUUID() })
  assert.equal(draft.state, 'draft')
  assert.match(draft.savedInWords, /does not count until you submit it/)
  await givenSubmission(browser, pieceId)
  const late = await sendInBackground(browser, form, { impact: 'One.', title: 'Two', saveId: randomUUID() })
  assert.equal(late.state, 'submitted-with-changes')
  assert.match(late.savedInWords, /What you submitted last keeps counting/)
  const undone = await sendInBackground(browser, await openForm(browser, pieceId), {
    impact: 'One.',
    saveId: randomUUID(),
  })
  assert.equal(undone.state, 'submitted')
})

test('an earlier version of a submitted piece is not said to have stopped counting', async () => {
  const { browser } = await givenPractitioner(world)
  const pieceId = await givenDraft(browser)
  await givenSubmission(browser, pieceId)
  const form = await openForm(browser, pieceId)
  await sendInBackground(browser, form, { title: 'At first', saveId: randomUUID() })
  world.clock.advance(11 * 60_000)
  await sendInBackground(browser, await openForm(browser, pieceId), { title: 'Later', saveId: randomUUID() })
  const earlier = await browser.get(`/cpd/pieces/${pieceId}/revisions/1`)
  const version = versionIn(earlier.html)
  const restored = await browser.postOnce(`/cpd/pieces/${pieceId}/revisions/1`, { version })
  const { text } = await browser.get(restored.location ?? '')
  assert.match(
    text,
    /earlier version is restored\. What you submitted last keeps counting until you resubmit/,
  )
  assert.doesNotMatch(text, /does not count until you submit/)
})

test('a save in the background tells of characters that it left out', async () => {
  const { browser } = await givenPractitioner(world)
  const form = await openForm(browser, await givenDraft(browser))
  const saved = await sendInBackground(browser, form, { impact: 'a\u0000b\u0007c', saveId: randomUUID() })
  assert.equal(saved.removed, 2)
})
