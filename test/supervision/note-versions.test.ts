import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { givenSessionCast, onlyFor, statusesFor, type SessionCast } from '../support/given-session-cast.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

const fieldIn = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

/** As the page saves it in the background, from a page that shows what is stored. */
async function pause({ supervisee, at }: SessionCast, note: string): Promise<void> {
  const { html } = await supervisee.browser.get(`${at}/notes`)
  const fields = { seen: fieldIn(html, 'seen'), version: '0', saveId: randomUUID(), note }
  const saved = await supervisee.browser.postOnce(`${at}/notes`, fields, { accept: 'application/json' })
  assert.equal(saved.status, 200)
}

const stored = async ({ supervisee, at }: SessionCast) =>
  /<textarea[^>]*>\n?([^<]*)</.exec((await supervisee.browser.get(`${at}/notes`)).html)?.[1] ?? ''

const earlier = async ({ supervisee, at }: SessionCast) => {
  const { html } = await supervisee.browser.get(`${at}/notes/versions`)
  return [...html.matchAll(/\/notes\/versions\/(\d+)"/g)].map(([, number = '']) => number)
}

const rows = (table: 'personalNote' | 'personalNoteRevision', { sessionId }: SessionCast) =>
  world.database.read.selectFrom(table).selectAll().where('sessionId', '=', sessionId).execute()

test('notes that were emptied come back by one press, also short ones', async () => {
  for (const text of ['My long private note on what was said.', 'Ask her.']) {
    const cast = await givenSessionCast(world)
    await pause(cast, text)
    await pause(cast, '')
    const { supervisee, at } = cast
    const page = await supervisee.browser.get(`${at}/notes`)
    assert.match(page.text, /Your notes are empty now/)
    const action = /action="([^"]*\/notes\/versions\/\d+)"/.exec(page.html)?.[1] ?? ''
    const back = await supervisee.browser.post(action, { version: fieldIn(page.html, 'version') })
    assert.match(back.text, /Your notes are as they were then/)
    assert.equal(await stored(cast), text)
  }
})

test('what was typed over is an earlier version, shown word by word and restored; what it replaces is kept', async () => {
  const cast = await givenSessionCast(world)
  const { supervisee, at } = cast
  await pause(cast, 'I felt heard when she asked about the visit.')
  await pause(cast, 'x')
  const [number = ''] = await earlier(cast)
  const shown = await supervisee.browser.get(`${at}/notes/versions/${number}`)
  assert.match(shown.html, /<ins>.*I felt heard when she asked about the visit\./)
  assert.match(shown.html, /<del>.*x/)
  await supervisee.browser.post(`${at}/notes/versions/${number}`, {
    version: fieldIn(shown.html, 'version'),
  })
  assert.equal(await stored(cast), 'I felt heard when she asked about the visit.')
  assert.equal((await earlier(cast)).length, 2)
})

test('earlier versions are thinned out as those of a piece are: one every ten minutes', async () => {
  const cast = await givenSessionCast(world)
  const start = world.clock.now().getTime()
  let text = ''
  for (let minute = 0; minute <= 30; minute++) {
    world.clock.set(new Date(start + minute * 60_000).toISOString())
    text += `Line ${minute}.\n`
    await pause(cast, text)
  }
  assert.equal((await earlier(cast)).length, 3)
  world.clock.set(new Date(start).toISOString())
})

test('a restore from a page that is overtaken changes nothing', async () => {
  const cast = await givenSessionCast(world)
  const { supervisee, at } = cast
  await pause(cast, 'What I thought at first, before the call.')
  await pause(cast, '')
  const { html } = await supervisee.browser.get(`${at}/notes/versions/1`)
  await pause(cast, 'Begun anew.')
  const late = await supervisee.browser.post(`${at}/notes/versions/1`, { version: fieldIn(html, 'version') })
  assert.equal(late.status, 409)
  assert.equal(await stored(cast), 'Begun anew.')
})

test('deleting takes the notes and their earlier versions, and a save that comes again brings nothing back', async () => {
  const cast = await givenSessionCast(world)
  const { supervisee, at } = cast
  const { html } = await supervisee.browser.get(`${at}/notes`)
  const fields = {
    seen: fieldIn(html, 'seen'),
    version: '0',
    saveId: randomUUID(),
    note: 'Zebra, at length.',
  }
  const send = () => supervisee.browser.postOnce(`${at}/notes`, fields, { accept: 'application/json' })
  await send()
  await pause(cast, 'Yak.')
  const asks = await supervisee.browser.get(`${at}/notes/delete`)
  assert.match(asks.text, /This cannot be undone/)
  const gone = await supervisee.browser.post(`${at}/notes/delete`, {
    version: fieldIn(asks.html, 'version'),
  })
  assert.match(gone.text, /Your notes and their earlier versions are deleted/)
  assert.deepEqual(await rows('personalNoteRevision', cast), [])
  assert.deepEqual(
    (await rows('personalNote', cast)).map(({ text }) => text),
    [''],
  )
  await send()
  assert.equal(await stored(cast), '')
})

test('what was written since the question is not deleted with the rest', async () => {
  const cast = await givenSessionCast(world)
  const { supervisee, at } = cast
  await pause(cast, 'First.')
  const asks = await supervisee.browser.get(`${at}/notes/delete`)
  await pause(cast, 'First. And more.')
  const late = await supervisee.browser.post(`${at}/notes/delete`, {
    version: fieldIn(asks.html, 'version'),
  })
  assert.equal(late.status, 409)
  assert.equal(await stored(cast), 'First. And more.')
})

test('nobody else learns that notes have earlier versions, nor that there were notes', async () => {
  const cast = await givenSessionCast(world)
  await pause(cast, 'A note that is to be found by its writer alone.')
  await pause(cast, '')
  for (const rest of ['versions', 'versions/1', 'delete'])
    assert.deepEqual(await statusesFor(world, cast, `${cast.at}/notes/${rest}`), onlyFor('supervisee'))
  const { text } = await cast.supervisor.browser.get(cast.at)
  assert.doesNotMatch(text, /Personal notes/)
})
