import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { givenPair, givenSession } from '../../../test/support/given-supervision.ts'
import { startWorld, type World } from '../../../test/support/world.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

function addressIn(html: string): string {
  return /http:\/\/confer\.test(\/supervision\/calendar\/[\w-]+)/.exec(html)?.[1] ?? ''
}

test('an address is shown once, leads a calendar to the sessions, and stops when a new one is made', async () => {
  const pair = await givenPair(world)
  const { browser } = pair.supervisee
  const planned = {
    relationshipId: pair.relationshipId,
    by: pair.supervisor,
    startsAt: '2026-12-03T14:00:00Z',
  }
  const sessionId = await givenSession(world, { ...planned, state: 'planned' })
  await givenSession(world, { ...planned, startsAt: '2026-11-26T14:00:00Z', state: 'cancelled' })
  assert.equal(addressIn((await browser.get('/supervision/calendar')).html), '')
  const made = await browser.postOnce('/supervision/calendar', { press: 'make' })
  assert.equal(made.status, 200)
  const address = addressIn(made.html)
  assert.ok(address)
  assert.equal(addressIn((await browser.get('/supervision/calendar')).html), '')

  const calendar = await world.browse().getOnce(address)
  assert.equal(calendar.status, 200)
  assert.equal(calendar.headers['content-type'], 'text/calendar; charset=utf-8')
  assert.match(calendar.html, /^BEGIN:VCALENDAR\r\n/)
  assert.match(calendar.html, new RegExp(`UID:${sessionId}@confer\r\n`))
  assert.match(calendar.html, /STATUS:CANCELLED\r\n/)
  assert.equal(calendar.html.match(/SUMMARY:Supervision\r\n/g)?.length, 2)
  assert.doesNotMatch(calendar.html, /Sam|Nic|Northshire|emergency/)

  const renewed = addressIn((await browser.postOnce('/supervision/calendar', { press: 'make' })).html)
  assert.equal((await world.browse().getOnce(address)).status, 404)
  assert.equal((await world.browse().getOnce(renewed)).status, 200)
  await browser.postOnce('/supervision/calendar', { press: 'stop' })
  assert.equal((await world.browse().getOnce(renewed)).status, 404)
})

test('a calendar has what is one’s own: nobody else’s, and nothing from after one has left', async () => {
  const pair = await givenPair(world)
  const other = await givenPair(world)
  const at = (relationshipId: string, startsAt: string) =>
    givenSession(world, { relationshipId, by: pair.supervisor, startsAt, state: 'planned' })
  const during = await at(pair.relationshipId, '2026-11-17T10:00:00Z')
  const afterwards = await at(pair.relationshipId, '2026-12-03T10:00:00Z')
  const elsewhere = await at(other.relationshipId, '2026-12-03T10:00:00Z')
  await world.database.write
    .updateTable('relationshipSupervisee')
    .set({ toDay: '2026-11-17' })
    .where('relationshipId', '=', pair.relationshipId)
    .execute()
  const feedOf = async ({ browser }: typeof pair.supervisee) => {
    await browser.get('/supervision/calendar')
    const { html } = await browser.postOnce('/supervision/calendar', { press: 'make' })
    return (await world.browse().getOnce(addressIn(html))).html
  }
  const theirs = await feedOf(pair.supervisee)
  assert.deepEqual(
    [during, afterwards, elsewhere].map(id => theirs.includes(id)),
    [true, false, false],
  )
  const supervisors = await feedOf(pair.supervisor)
  assert.deepEqual(
    [during, afterwards, elsewhere].map(id => supervisors.includes(id)),
    [true, true, false],
  )
  await world.database.write
    .updateTable('relationship')
    .set({ toDay: '2026-11-17' })
    .where('relationshipId', '=', pair.relationshipId)
    .execute()
  assert.equal((await feedOf(pair.supervisor)).includes(during), false)
  // Their own part in it was left open: it ended all the same.
  await world.database.write
    .updateTable('relationshipSupervisee')
    .set({ toDay: null })
    .where('relationshipId', '=', pair.relationshipId)
    .execute()
  const after = await feedOf(pair.supervisee)
  assert.deepEqual(
    [during, afterwards].map(id => after.includes(id)),
    [true, false],
  )
})

test('nobody signed in has no address to make', async () => {
  const nobody = world.browse()
  assert.match((await nobody.getOnce('/supervision/calendar')).location ?? '', /^\/sign-in/)
  assert.equal((await nobody.getOnce('/supervision/calendar/no-such-secret')).status, 404)
})
