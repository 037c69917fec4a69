import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import {
  givenGroupSession,
  givenDoor,
  givenSessionCast,
  onlyFor,
  readingsOf,
  statusesFor,
} from '../support/given-session-cast.ts'
import type { Practitioner } from '../support/given.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

const seenIn = (html: string) => /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? ''
const inBackground = { accept: 'application/json' }

async function write({ browser }: Practitioner, at: string, note: string, seen?: string) {
  const shown = seen ?? seenIn((await browser.get(`${at}/notes`)).html)
  return browser.post(`${at}/notes`, { seen: shown, version: '0', saveId: '', press: 'save', note })
}

test('notes are for whoever wrote them: nobody else gets the page, through a door neither', async () => {
  const cast = await givenSessionCast(world)
  await givenDoor(world, cast.relationshipId, cast.manager, 'manager')
  await givenDoor(world, cast.relationshipId, cast.auditor, 'auditor')
  assert.deepEqual(await statusesFor(world, cast, `${cast.at}/notes`), onlyFor('supervisee'))
  const saved = await write(cast.supervisee, cast.at, 'I felt heard. Zebra.')
  assert.match(saved.text, /Your notes are saved/)
  assert.match((await cast.supervisee.browser.get(`${cast.at}/notes`)).html, /Zebra/)
  for (const { browser } of [cast.supervisor, cast.manager, cast.auditor, cast.stranger]) {
    const sent = await browser.post(`${cast.at}/notes`, { seen: '', version: '0', saveId: '', note: 'Mine.' })
    assert.equal(sent.status, 404)
  }
})

test('in a group each supervisee has notes of their own', async () => {
  const cast = await givenSessionCast(world)
  const { second: other, at } = await givenGroupSession(world, cast, 'Oli Other')
  await write(cast.supervisee, at, 'Zebra of the first.')
  await write(other, at, 'Yak of the second.')
  assert.doesNotMatch((await other.browser.get(`${at}/notes`)).html, /Zebra/)
  assert.match((await cast.supervisee.browser.get(`${at}/notes`)).html, /Zebra of the first\./)
})

test('two windows keep both texts, a save that comes twice is one, and a script is told what stands', async () => {
  const { supervisee, at } = await givenSessionCast(world)
  const { browser } = supervisee
  const seen = seenIn((await browser.get(`${at}/notes`)).html)
  await write(supervisee, at, 'Typed in the first window.', seen)
  const saveId = randomUUID()
  const typed = { seen, version: '0', saveId, note: 'Typed in the second window.' }
  const first = await browser.postOnce(`${at}/notes`, typed, inBackground)
  const both = 'Typed in the first window.\n\nTyped in the second window.'
  const told = JSON.parse(first.html) as { outcome: string; merged: unknown; version: number }
  assert.equal(told.outcome, 'saved')
  assert.deepEqual(told.merged, [{ id: 'note', label: 'Your notes', fields: [['note', both]] }])
  const again = await browser.postOnce(`${at}/notes`, typed, inBackground)
  assert.equal((JSON.parse(again.html) as { version: number }).version, told.version)
  const page = await browser.get(`${at}/notes`)
  assert.equal(page.html.match(/Typed in the/g)?.length, 2)
})

test('whoever was supervised keeps their notes after it has ended', async () => {
  const cast = await givenSessionCast(world)
  await write(cast.supervisee, cast.at, 'I felt heard.')
  for (const table of ['relationship', 'relationshipSupervisee'] as const)
    await world.database.write
      .updateTable(table)
      .set({ toDay: '2026-11-17' })
      .where('relationshipId', '=', cast.relationshipId)
      .execute()
  assert.match((await cast.supervisee.browser.get(`${cast.at}/notes`)).html, /I felt heard\./)
})

const tick = ({ browser }: Practitioner, at: string, topics: readonly string[]) =>
  browser.post(`${at}/time-spent`, { topics })

test('how the time went: who may see the page, and who may say so', async () => {
  const cast = await givenSessionCast(world)
  const url = `${cast.at}/time-spent`
  assert.deepEqual(await statusesFor(world, cast, url), onlyFor('supervisor', 'supervisee'))
  await givenDoor(world, cast.relationshipId, cast.manager, 'manager')
  assert.deepEqual(await statusesFor(world, cast, url), onlyFor('supervisor', 'supervisee', 'manager'))
  for (const who of [cast.manager, cast.auditor, cast.colleague, cast.stranger, cast.formerSupervisor])
    assert.equal((await tick(who, cast.at, ['cases'])).status, 404)
  assert.deepEqual(await world.database.read.selectFrom('timeSpent').selectAll().execute(), [])
})

test('one sees what the other ticked after ticking oneself, and what was ticked can be changed until then', async () => {
  const { supervisor, supervisee, manager, relationshipId, at } = await givenSessionCast(world)
  await supervisor.browser.get(`${at}/time-spent`)
  assert.equal((await tick(supervisor, at, [])).status, 422)
  await tick(supervisor, at, ['cases', 'learning'])
  const before = await supervisee.browser.get(`${at}/time-spent`)
  assert.match(before.text, /Somebody else has ticked already/)
  assert.doesNotMatch(before.text, /Sam Supervisor/)
  assert.doesNotMatch(before.html, /<svg[^>]*confer-balance/)
  const changed = await tick(supervisor, at, ['cases'])
  assert.match(changed.text, /You Cases/)
  const after = await tick(supervisee, at, ['none'])
  assert.match(after.text, /Sam Supervisor Cases/)
  assert.match(after.text, /You None of these/)
  assert.match(after.html, /role="img"\s+aria-labelledby="balance-title"/)
  assert.match(after.text, /16 November 2026, supervisor 1 of 1 0 of 1 0 of 1 0 of 1/)
  assert.match(after.text, /16 November 2026, supervisees 0 of 1 0 of 1 0 of 1 0 of 1/)
  const late = await tick(supervisor, at, ['wellbeing'])
  assert.equal(late.status, 409)
  assert.equal((await tick(supervisor, at, ['cases'])).status, 200)
  await givenDoor(world, relationshipId, manager, 'manager')
  assert.match((await manager.browser.get(`${at}/time-spent`)).text, /Sam Supervisor Cases/)
})

test('nobody says how the time went of a session that has not been held', async () => {
  const { supervisor, at } = await givenSessionCast(world, { state: 'planned' })
  const page = await supervisor.browser.get(`${at}/time-spent`)
  assert.match(page.text, /once the session has been held/)
  assert.equal((await tick(supervisor, at, ['cases'])).status, 409)
})

test('notes that save themselves leave no trace of a reading: they show nothing that is shared', async () => {
  const { supervisee, at, relationshipId } = await givenSessionCast(world)
  await write(supervisee, at, 'First.')
  const before = (await readingsOf(world, relationshipId)).length
  const fields = { seen: '', version: '0', saveId: randomUUID(), note: 'Second.' }
  const saved = await supervisee.browser.postOnce(`${at}/notes`, fields, inBackground)
  assert.equal(saved.status, 200)
  assert.equal((await readingsOf(world, relationshipId)).length, before)
})
