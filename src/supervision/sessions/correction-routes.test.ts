import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { givenSignedRecord } from '../../../test/support/given-kept-supervision.ts'
import {
  givenGroupSession,
  givenSessionCast,
  onlyFor,
  readingsOf,
  statusesFor,
} from '../../../test/support/given-session-cast.ts'
import { versionIn, type Practitioner } from '../../../test/support/given.ts'
import { startWorld, type World } from '../../../test/support/world.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

/** What somebody reads of their own figures. */
async function heldSessionsOf({ browser }: Practitioner): Promise<string | undefined> {
  return /Sessions held (\d+)/.exec((await browser.get('/supervision/mine')).text)?.[1]
}

test('only its supervisor corrects a session', async () => {
  const cast = await givenSessionCast(world)
  assert.deepEqual(await statusesFor(world, cast, `${cast.at}/correct`), onlyFor('supervisor'))
  assert.deepEqual(await readingsOf(world, cast.relationshipId), ['sessions'])
  assert.doesNotMatch((await cast.supervisee.browser.get(cast.at)).html, /\/correct"/)
  const typed = { version: '1', correction: 'not-held', reason: 'Mine.' }
  const refused = await cast.supervisee.browser.postOnce(`${cast.at}/correct`, typed)
  assert.equal(refused.status, 404)
  assert.match((await cast.supervisee.browser.get(cast.at)).text, /State Held/)
})

test('who was there is corrected with a reason, what was said before stays, and figures follow', async () => {
  const cast = await givenSessionCast(world)
  const { supervisor, supervisee } = cast
  const { second, at } = await givenGroupSession(world, cast, 'Ola Other')
  assert.equal(await heldSessionsOf(second), '1')
  const form = await supervisor.browser.get(`${at}/correct`)
  const fields = { version: versionIn(form.html), correction: 'attendance', reason: ' ' }
  const nobody = await supervisor.browser.postOnce(`${at}/correct`, fields)
  assert.equal(nobody.status, 422)
  assert.match(nobody.text, /Say why/)
  const why = { ...fields, reason: 'Ola was on leave.' }
  const empty = await supervisor.browser.postOnce(`${at}/correct`, why)
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Choose at least one person who was there/)
  assert.match(empty.html, /Ola was on leave\./)
  const typed = { ...why, attended: supervisee.personId }
  const corrected = await supervisor.browser.postOnce(`${at}/correct`, typed)
  assert.equal(corrected.location, `${at}?done=corrected`)
  // A second press of the same form finds it done.
  assert.equal((await supervisor.browser.postOnce(`${at}/correct`, typed)).status, 409)
  const shown = await second.browser.get(at)
  assert.match(shown.text, /Supervised Nic Supervisee Agenda/)
  assert.match(
    shown.text,
    /Corrected by Sam Supervisor on 18 November 2026 at 2:00pm: who was there\. Before that it was said to be held with Nic Supervisee and Ola Other, for 90 minutes, without interruption\. Why: Ola was on leave\./,
  )
  assert.equal(await heldSessionsOf(second), '0')
  const again = await supervisor.browser.get(`${at}/correct`)
  const back = { ...typed, version: versionIn(again.html), reason: 'She came late.' }
  const both = { ...back, attended: [supervisee.personId, second.personId] }
  assert.equal((await supervisor.browser.postOnce(`${at}/correct`, both)).status, 303)
  assert.equal(await heldSessionsOf(second), '1')
  const events = await world.database.read
    .selectFrom('auditEvent')
    .select('event')
    .where('personId', '=', supervisor.personId)
    .where('event', '=', 'supervision-attendance-corrected')
    .execute()
  assert.equal(events.length, 2)
})

test('somebody who cannot have been there cannot be put among them', async () => {
  const cast = await givenSessionCast(world)
  const { at, second } = await givenGroupSession(world, cast, 'Ola Other')
  const { browser } = cast.supervisor
  const form = await browser.get(`${at}/correct`)
  const wanted = { version: versionIn(form.html), correction: 'attendance', reason: 'A guest.' }
  const attended = [second.personId, cast.stranger.personId]
  assert.equal((await browser.postOnce(`${at}/correct`, { ...wanted, attended })).status, 303)
  assert.match((await browser.get(at)).text, /Supervised Ola Other/)
  assert.doesNotMatch((await browser.get(at)).text, /Str Anger/)
})

test('a session that was marked as held by mistake is planned again, and can be cancelled', async () => {
  const cast = await givenSessionCast(world)
  const { supervisor, supervisee, at } = cast
  await supervisee.browser.get(`${at}/time-spent`)
  await supervisee.browser.postOnce(`${at}/time-spent`, { topics: 'cases' })
  assert.equal(await heldSessionsOf(supervisee), '1')
  const form = await supervisor.browser.get(`${at}/correct`)
  assert.doesNotMatch(form.text, /Who was there/)
  const typed = { version: versionIn(form.html), correction: 'not-held', reason: 'It was the week after.' }
  assert.equal((await supervisor.browser.postOnce(`${at}/correct`, typed)).status, 303)
  assert.equal(await heldSessionsOf(supervisee), '0')
  const shown = await supervisor.browser.get(at)
  assert.match(shown.text, /State Planned/)
  assert.match(
    shown.text,
    /Corrected by Sam Supervisor on 18 November 2026 at 2:00pm: it was not held\. Before that it was said to be held with Nic Supervisee, for 90 minutes, without interruption\. Why: It was the week after\./,
  )
  assert.doesNotMatch((await supervisee.browser.get(`${at}/time-spent`)).text, /16 November 2026: /)
  const twice = await supervisor.browser.postOnce(`${at}/correct`, typed)
  assert.equal(twice.status, 409)
  assert.match(twice.text, /It was the week after\./)
  await supervisor.browser.get(`${at}/cancel`)
  const cancelled = await supervisor.browser.postOnce(`${at}/cancel`, {
    version: '2',
    reason: 'An emergency.',
  })
  assert.equal(cancelled.status, 303)
})

test('a record that its supervisor has signed keeps the session as held, and one that all have signed keeps all of it', async () => {
  const cast = await givenSessionCast(world)
  const { supervisor, supervisee } = cast
  const { at, sessionId, second } = await givenGroupSession(world, cast, 'Ola Other')
  const signed = {
    supervisor,
    supervisee,
    signedAt: '2026-11-17T10:00:00Z',
    answeredAt: '2026-11-17T11:00:00Z',
  }
  await givenSignedRecord(world, sessionId, signed)
  const { browser } = supervisor
  const version = versionIn((await browser.get(`${at}/correct`)).html)
  const press = (typed: Record<string, string | string[]>) =>
    browser.postOnce(`${at}/correct`, { version, reason: 'A slip.', ...typed })
  const unheld = await press({ correction: 'not-held' })
  assert.equal(unheld.status, 409)
  assert.match(unheld.text, /You have signed the record of this session, so it stays as held/)
  const taken = await press({ correction: 'attendance', attended: [second.personId] })
  assert.equal(taken.status, 422)
  assert.match(taken.text, /Choose Nic Supervisee as well: their answer stands beside the record/)
  // Without the one whom it waited for in vain, all have signed it.
  assert.equal((await press({ correction: 'attendance', attended: [supervisee.personId] })).status, 303)
  assert.match((await browser.get(at)).text, /Everybody has signed it/)
  assert.equal((await browser.getOnce(`${at}/correct`)).location, at)
  assert.doesNotMatch((await browser.get(at)).html, /\/correct"/)
  const late = await browser.postOnce(`${at}/correct`, {
    version: '2',
    reason: 'Late.',
    correction: 'attendance',
    attended: [second.personId],
  })
  assert.equal(late.status, 409)
  assert.match(late.text, /all who were there have signed the record/)
})
