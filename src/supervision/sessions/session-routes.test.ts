import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import {
  givenMember,
  givenPair,
  givenRelationship,
  givenSession,
  refusesOthers,
  type Pair,
} from '../../../test/support/given-supervision.ts'
import { day, versionIn } from '../../../test/support/given.ts'

import { startWorld, type World } from '../../../test/support/world.ts'
import { standardPolicy } from '../policy/policy.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

const later = { 'date-day': '3', 'date-month': '12', 'date-year': '2026', time: '14:00', minutes: '90' }

function base({ relationshipId }: Pick<Pair, 'relationshipId'>): string {
  return `/supervision/${relationshipId}`
}

function givenPlanned(pair: Pair, startsAt = '2026-11-25T10:00:00Z'): Promise<string> {
  return givenSession(world, {
    relationshipId: pair.relationshipId,
    by: pair.supervisor,
    startsAt,
    state: 'planned',
  })
}

async function stateOf(sessionId: string) {
  return world.database.read
    .selectFrom('supervisionSession')
    .select(['state', 'startsAt', 'minutes', 'heldMinutes', 'wasInterrupted', 'isContentRecorded', 'version'])
    .where('sessionId', '=', sessionId)
    .executeTakeFirstOrThrow()
}

test('nobody and a stranger find nothing, and change nothing', async () => {
  const pair = await givenPair(world)
  const sessionId = await givenPlanned(pair)
  const session = `${base(pair)}/sessions/${sessionId}`
  const posts = [
    {
      url: `${base(pair)}/plan`,
      fields: { planId: randomUUID(), kind: 'planned', form: 'remote', ...later },
    },
    { url: `${base(pair)}/plan-series`, fields: { planId: randomUUID(), press: 'show', ...later } },
    { url: `${session}/move`, fields: { version: '1', reason: 'x', ...later } },
    { url: `${session}/cancel`, fields: { version: '1', reason: 'x' } },
    { url: `${session}/held`, fields: { version: '1', minutes: '90', interrupted: 'no' } },
    { url: `${session}/agenda`, fields: { itemId: randomUUID(), text: 'x' } },
    { url: `${session}/agenda/${randomUUID()}/remove`, fields: {} },
  ].map(one => ({ method: 'POST' as const, ...one }))
  const gets = ['/plan', '/plan-series', `/sessions/${sessionId}`, `/sessions/${sessionId}/move`]
    .concat([`/sessions/${sessionId}/cancel`, `/sessions/${sessionId}/held`])
    .map(rest => ({ method: 'GET' as const, url: base(pair) + rest }))
  assert.deepEqual(await refusesOthers(world, pair.stranger, [...gets, ...posts]), [])
  assert.equal((await stateOf(sessionId)).version, 1)
  // One relationship's address does not lead to another's session.
  const other = await givenPair(world)
  const astray = await other.supervisor.browser.get(`${base(other)}/sessions/${sessionId}`)
  assert.equal(astray.status, 404)
})

suite('planning', () => {
  test('one session is planned once, however often it is pressed, and both are mailed what a calendar reads', async () => {
    const pair = await givenPair(world)
    const { browser } = pair.supervisee
    await browser.get(`${base(pair)}/plan`)
    const fields = { planId: randomUUID(), kind: 'planned', form: 'one-to-one', ...later }
    const planned = await browser.postOnce(`${base(pair)}/plan`, fields)
    const again = await browser.postOnce(`${base(pair)}/plan`, fields)
    assert.equal(planned.status, 303)
    assert.equal(again.location, planned.location)
    const shown = await browser.get(planned.location ?? '')
    assert.match(shown.text, /Session on 3 December 2026 at 2:00pm/)
    const ours = [pair.supervisor.email, pair.supervisee.email]
    const sent = (await world.mails()).filter(({ to }) => ours.includes(to))
    assert.deepEqual(
      sent.map(({ to }) => to).toSorted(),
      [pair.supervisor.email, pair.supervisee.email].toSorted(),
    )
    for (const mail of sent) {
      assert.equal(mail.subject, 'A supervision session is planned')
      assert.match(mail.text, /3 December 2026 at 2:00pm, 90 minutes/)
      assert.equal(mail.calendar?.method, 'REQUEST')
      assert.match(mail.calendar?.content ?? '', /DTSTART:20261203T140000Z\r\n/)
      assert.doesNotMatch(mail.text + (mail.calendar?.content ?? ''), /Sam|Nic|Supervisor|Northshire/)
    }
  })

  test('what is wrong stands beside its field, and what was typed stays', async () => {
    const pair = await givenPair(world)
    const { browser } = pair.supervisor
    await browser.get(`${base(pair)}/plan`)
    const refused = await browser.postOnce(`${base(pair)}/plan`, {
      planId: randomUUID(),
      kind: 'planned',
      form: 'one-to-one',
      'date-day': '31',
      'date-month': '11',
      'date-year': '2026',
      time: 'noonish',
      minutes: '0',
    })
    assert.equal(refused.status, 422)
    assert.match(refused.title, /^Error: /)
    assert.match(refused.text, /The day must be a real date/)
    assert.match(refused.text, /Enter the time as in 14:30 or 2:30pm/)
    assert.match(refused.text, /Enter how many minutes, as a number from 1 to 480/)
    assert.match(refused.html, /value="noonish"/)
    // Told at once, and not once the time is right.
    const both = await browser.postOnce(`${base(pair)}/plan`, {
      planId: randomUUID(),
      kind: 'planned',
      form: 'one-to-one',
      ...later,
      'date-month': '10',
      time: '',
    })
    assert.match(both.text, /The day and time must still be to come.*Enter the time as in/)
    const past = await browser.postOnce(`${base(pair)}/plan`, {
      planId: randomUUID(),
      kind: 'planned',
      form: 'one-to-one',
      ...later,
      'date-month': '10',
    })
    assert.match(past.text, /The day and time must still be to come/)
  })

  test('what breaks the policy or clashes is asked about once, and planned by the next press', async () => {
    const pair = await givenPair(world)
    const { browser } = pair.supervisor
    const url = `${base(pair)}/plan`
    await browser.get(url)
    const odd = {
      planId: randomUUID(),
      kind: 'planned',
      form: 'one-to-one',
      ...later,
      minutes: '30',
      time: '1:30',
    }
    const asked = await browser.postOnce(url, odd)
    assert.equal(asked.status, 422)
    assert.match(asked.text, /Not planned yet .*30 minutes, and the policy asks for at least 90.*1:30am/)
    assert.match(asked.text, /Plan it anyway/)
    const noticed = /name="noticed" value="([^"]*)"/.exec(asked.html)?.[1] ?? ''
    // With another day it is another question.
    assert.equal((await browser.postOnce(url, { ...odd, noticed, 'date-day': '6' })).status, 422)
    assert.equal((await browser.postOnce(url, { ...odd, noticed })).status, 303)
    assert.equal((await browser.postOnce(url, { ...odd, noticed })).status, 303)
    const same = await browser.postOnce(url, { ...odd, planId: randomUUID(), minutes: '90', time: '1:45' })
    assert.match(same.text, /another session of this supervision at that time: on 3 December 2026 at 1:30am/)
    const dates = await browser.postOnce(`${base(pair)}/plan-series`, {
      planId: randomUUID(),
      form: 'one-to-one',
      ...later,
      minutes: '60',
      time: '1:45',
      unit: 'weeks',
      every: '1',
      count: '2',
      press: 'show',
    })
    assert.match(
      dates.text,
      /60 minutes, and the policy asks for at least 90.*another session of this supervision/,
    )
  })

  test('a time that the clocks skip is none', async () => {
    const pair = await givenPair(world)
    const { browser } = pair.supervisor
    await browser.get(`${base(pair)}/plan`)
    const skipped = await browser.postOnce(`${base(pair)}/plan`, {
      planId: randomUUID(),
      kind: 'planned',
      form: 'one-to-one',
      minutes: '90',
      time: '1:30',
      'date-day': '28',
      'date-month': '3',
      'date-year': '2027',
    })
    assert.equal(skipped.status, 422)
    assert.match(skipped.text, /The clocks go forward on 28 March 2027, and that time does not come/)
    assert.match(skipped.html, /href="#time"/)
  })

  test('what came up and is over already leads on to saying that it was held', async () => {
    const pair = await givenPair(world)
    const { browser } = pair.supervisor
    await browser.get(`${base(pair)}/plan`)
    const planned = await browser.postOnce(`${base(pair)}/plan`, {
      planId: randomUUID(),
      kind: 'critical-incident',
      form: 'one-to-one',
      ...later,
      'date-day': '17',
      'date-month': '11',
    })
    assert.match(planned.location ?? '', /\/held$/)
    assert.equal(await lastMailTo(pair.supervisor), undefined)
    const form = await browser.get(planned.location ?? '')
    assert.match(form.text, /Leave it unrecorded/)
    const held = await browser.postOnce(planned.location ?? '', {
      version: versionIn(form.html),
      minutes: '40',
      interrupted: 'no',
      attended: pair.supervisee.personId,
      unrecorded: 'yes',
    })
    const page = await browser.get(held.location ?? '')
    assert.match(page.text, /nothing is written down of this session but that it was held/)
    assert.match(page.text, /40 minutes, without interruption \(the policy asks for at least 90\)/)
  })

  test('how long it was to last, the policy of its day says', async () => {
    const pair = await givenPair(world)
    const { organisationId, supervisor, supervisee, relationshipId } = pair
    const sessionId = await givenSession(world, {
      relationshipId,
      by: supervisor,
      startsAt: '2026-11-10T10:00:00Z',
      attended: [supervisee],
    })
    const { version: _version, from: _from, ...content } = standardPolicy(day('2020-01-01'))
    await world.database.write
      .insertInto('supervisionPolicy')
      .values({
        organisationId,
        version: 2,
        fromDay: '2026-11-17',
        content: JSON.stringify({ ...content, shortestMinutes: 120 }),
        madeAt: world.clock.now(),
        madeBy: supervisor.personId,
      })
      .execute()
    const { text } = await supervisor.browser.get(`${base(pair)}/sessions/${sessionId}`)
    assert.match(text, /90 minutes, without interruption/)
    assert.doesNotMatch(text, /the policy asks for at least/)
  })

  test('the dates of a series are shown before they are made, and any can be left out', async () => {
    const pair = await givenPair(world)
    const { browser } = pair.supervisor
    await world.database.write
      .insertInto('absence')
      .values({ personId: pair.supervisee.personId, fromDay: '2026-12-17', toDay: '2026-12-18' })
      .execute()
    await browser.get(`${base(pair)}/plan-series`)
    const fields = {
      planId: randomUUID(),
      form: 'one-to-one',
      ...later,
      unit: 'weeks',
      every: '2',
      count: '3',
    }
    const shown = await browser.postOnce(`${base(pair)}/plan-series`, { ...fields, press: 'show' })
    assert.equal(shown.status, 200)
    for (const words of ['3 December', '21 December', '31 December'])
      assert.match(shown.text, new RegExp(`${words} 2026 at 2:00pm`))
    const none = await browser.postOnce(`${base(pair)}/plan-series`, { ...fields, press: 'plan' })
    assert.equal(none.status, 422)
    assert.equal((await countSessions(pair)).count, 0)
    const on = ['2026-12-03', '2026-12-31', '2027-06-01']
    const planned = await browser.postOnce(`${base(pair)}/plan-series`, { ...fields, press: 'plan', on })
    assert.equal(planned.status, 303)
    // The third is no date of this series.
    assert.equal((await countSessions(pair)).count, 2)
    const mail = await lastMailTo(pair.supervisor)
    assert.equal(mail?.subject, '2 supervision sessions are planned')
    assert.equal(mail?.calendar?.method, 'PUBLISH')
    assert.equal(mail?.calendar?.content.match(/BEGIN:VEVENT/g)?.length, 2)
  })
})

suite('a session', () => {
  test('is moved with a reason, which everybody sees, and calendars follow', async () => {
    const pair = await givenPair(world)
    const sessionId = await givenPlanned(pair)
    const url = `${base(pair)}/sessions/${sessionId}`
    const { browser } = pair.supervisee
    const form = await browser.get(`${url}/move`)
    assert.match(form.html, /value="25"/)
    assert.match(form.html, /value="10:00"/)
    const refused = await browser.postOnce(`${url}/move`, { version: '1', ...later, reason: ' ' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Say why/)
    const moved = await browser.postOnce(`${url}/move`, { version: '1', ...later, reason: 'Court that day.' })
    assert.equal(moved.status, 303)
    const shown = await pair.supervisor.browser.get(url)
    assert.match(
      shown.text,
      /Moved for 3 December 2026 at 2:00pm by Nic Newcomer on 18 November 2026 at 2:00pm\. Why: Court that day\./,
    )
    const mail = await lastMailTo(pair.supervisor)
    assert.equal(mail?.subject, 'A supervision session has moved')
    assert.match(mail?.calendar?.content ?? '', /SEQUENCE:1\r\n/)
    assert.doesNotMatch(mail?.text ?? '', /Court/)
  })

  test('is not moved by a page that is older, and what was typed stays', async () => {
    const pair = await givenPair(world)
    const sessionId = await givenPlanned(pair)
    const url = `${base(pair)}/sessions/${sessionId}`
    await pair.supervisor.browser.get(`${url}/move`)
    await pair.supervisee.browser.get(`${url}/move`)
    const wanted = { version: '1', ...later, reason: 'First.' }
    assert.equal((await pair.supervisor.browser.postOnce(`${url}/move`, wanted)).status, 303)
    const stale = await pair.supervisee.browser.postOnce(`${url}/move`, {
      ...wanted,
      'date-day': '4',
      reason: 'Second.',
    })
    assert.equal(stale.status, 409)
    assert.match(stale.text, /This session was changed since you opened the page/)
    assert.match(stale.html, /Second\./)
    assert.equal(versionIn(stale.html), '2')
    assert.equal((await stateOf(sessionId)).startsAt.toISOString(), '2026-12-03T14:00:00.000Z')
  })

  test('that was cancelled stays on record, is told, and cannot be held', async () => {
    const pair = await givenPair(world)
    const sessionId = await givenPlanned(pair, '2026-11-18T10:00:00Z')
    const url = `${base(pair)}/sessions/${sessionId}`
    const { browser } = pair.supervisor
    await browser.get(`${url}/cancel`)
    const cancelled = await browser.postOnce(`${url}/cancel`, { version: '1', reason: 'An emergency.' })
    assert.equal(cancelled.status, 303)
    const mail = await lastMailTo(pair.supervisor)
    assert.equal(mail?.calendar?.method, 'CANCEL')
    assert.match(mail?.calendar?.content ?? '', /STATUS:CANCELLED\r\n/)
    const held = await browser.postOnce(`${url}/held`, {
      version: '2',
      minutes: '90',
      interrupted: 'no',
      attended: pair.supervisee.personId,
    })
    assert.equal(held.status, 409)
    assert.match(held.text, /This session is cancelled, so nothing was done/)
    assert.equal((await stateOf(sessionId)).state, 'cancelled')
    const page = await browser.get(base(pair))
    assert.match(page.text, /Cancelled Another one is to be held by 25 November 2026/)
  })

  test('is held with how long, whether it was interrupted and who was there', async () => {
    const pair = await givenPair(world)
    const sessionId = await givenPlanned(pair, '2026-11-18T10:00:00Z')
    const url = `${base(pair)}/sessions/${sessionId}`
    const { browser } = pair.supervisor
    const form = await browser.get(`${url}/held`)
    const refused = await browser.postOnce(`${url}/held`, { version: versionIn(form.html), minutes: 'long' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Choose whether it was interrupted/)
    assert.match(refused.text, /Choose at least one person who was there/)
    const fields = {
      version: versionIn(form.html),
      minutes: '95',
      interrupted: 'yes',
      attended: pair.supervisee.personId,
    }
    assert.equal((await browser.postOnce(`${url}/held`, fields)).status, 303)
    assert.deepEqual(await stateOf(sessionId), {
      state: 'held',
      startsAt: new Date('2026-11-18T10:00:00Z'),
      minutes: 90,
      heldMinutes: 95,
      wasInterrupted: true,
      isContentRecorded: true,
      version: 2,
    })
    // Pressed twice, it was held once.
    const again = await browser.postOnce(`${url}/held`, fields)
    assert.equal(again.status, 409)
    const cancelled = await browser.postOnce(`${url}/cancel`, { version: '2', reason: 'No.' })
    assert.equal(cancelled.status, 409)
    assert.match(cancelled.text, /This session was held, so nothing was done/)
  })

  test('cannot be held before it begins', async () => {
    const pair = await givenPair(world)
    const sessionId = await givenPlanned(pair)
    const url = `${base(pair)}/sessions/${sessionId}/held`
    const early = await pair.supervisor.browser.get(url)
    assert.equal(early.status, 409)
    const forged = await pair.supervisor.browser.postOnce(url, {
      version: '1',
      minutes: '90',
      interrupted: 'no',
      attended: pair.supervisee.personId,
    })
    assert.equal(forged.status, 409)
    assert.match(forged.text, /has not begun yet/)
  })

  test('of a group is held with those who were there', async () => {
    const pair = await givenPair(world)
    const second = await givenMember(world, pair.organisationId, { knownAs: 'Ola Other' })
    const relationshipId = await givenRelationship(world, {
      organisationId: pair.organisationId,
      supervisor: pair.supervisor,
      supervisees: [pair.supervisee, second],
      kind: 'group',
    })
    const startsAt = '2026-11-18T10:00:00Z'
    const sessionId = await givenSession(world, {
      relationshipId,
      by: pair.supervisor,
      startsAt,
      state: 'planned',
      form: 'group',
    })
    const url = `/supervision/${relationshipId}/sessions/${sessionId}`
    const form = await pair.supervisor.browser.get(`${url}/held`)
    assert.match(form.text, /Nic Newcomer/)
    const held = await pair.supervisor.browser.postOnce(`${url}/held`, {
      version: versionIn(form.html),
      minutes: '90',
      interrupted: 'no',
      // The stranger cannot be put among them.
      attended: [second.personId, pair.stranger.personId],
    })
    assert.equal(held.status, 303)
    const shown = await pair.supervisee.browser.get(url)
    assert.match(shown.text, /Supervised Ola Other/)
  })
})

suite('the agenda', () => {
  test('has open actions first, and what both put on it; each takes off their own', async () => {
    const pair = await givenPair(world)
    const earlier = await givenSession(world, {
      relationshipId: pair.relationshipId,
      by: pair.supervisor,
      startsAt: '2026-11-04T10:00:00Z',
      attended: [pair.supervisee],
    })
    await world.database.write
      .insertInto('supervisionAction')
      .values({
        relationshipId: pair.relationshipId,
        actionId: randomUUID(),
        sessionId: earlier,
        what: 'Read the policy.',
        ownerId: pair.supervisee.personId,
        byDay: '2026-11-10',
      })
      .execute()
    const sessionId = await givenPlanned(pair)
    const url = `${base(pair)}/sessions/${sessionId}`
    const itemId = randomUUID()
    await pair.supervisee.browser.get(url)
    await pair.supervisor.browser.get(url)
    const add = { itemId, text: 'Caseload after the move.' }
    assert.equal((await pair.supervisee.browser.postOnce(`${url}/agenda`, add)).status, 303)
    assert.equal((await pair.supervisee.browser.postOnce(`${url}/agenda`, add)).status, 303)
    const shown = await pair.supervisor.browser.get(url)
    assert.match(
      shown.text,
      /First: what is still to be done Read the policy\. \(Nic Newcomer, by 10 November 2026, overdue\) Caseload after the move\. Put there by Nic Newcomer/,
    )
    const theirs = await pair.supervisor.browser.postOnce(`${url}/agenda/${itemId}/remove`)
    assert.equal(theirs.status, 404)
    const empty = await pair.supervisor.browser.postOnce(`${url}/agenda`, { itemId: randomUUID(), text: ' ' })
    assert.equal(empty.status, 422)
    assert.match(empty.text, /Write what is to be on the agenda/)
    assert.equal((await pair.supervisee.browser.postOnce(`${url}/agenda/${itemId}/remove`)).status, 303)
    assert.doesNotMatch((await pair.supervisee.browser.get(url)).text, /Caseload/)
  })

  test('stays as it is once the session was held, and what was typed is given back', async () => {
    const pair = await givenPair(world)
    const sessionId = await givenSession(world, {
      relationshipId: pair.relationshipId,
      by: pair.supervisor,
      startsAt: '2026-11-17T10:00:00Z',
      attended: [pair.supervisee],
    })
    const url = `${base(pair)}/sessions/${sessionId}`
    await pair.supervisee.browser.get(url)
    const late = await pair.supervisee.browser.postOnce(`${url}/agenda`, {
      itemId: randomUUID(),
      text: 'Too late.',
    })
    assert.equal(late.status, 409)
    assert.match(late.text, /What you typed: Too late\./)
  })
})

test('every reading and every change leaves a trace of ids', async () => {
  const pair = await givenPair(world)
  const sessionId = await givenPlanned(pair)
  const url = `${base(pair)}/sessions/${sessionId}`
  await pair.supervisee.browser.get(url)
  await pair.supervisee.browser.postOnce(`${url}/cancel`, { version: '1', reason: 'A trace.' })
  const readings = await world.database.read
    .selectFrom('supervisionReading')
    .select(['what', 'personId', 'sessionId'])
    .where('relationshipId', '=', pair.relationshipId)
    .execute()
  assert.deepEqual(readings, [{ what: 'agenda', personId: pair.supervisee.personId, sessionId }])
  const events = await world.database.read
    .selectFrom('auditEvent')
    .select('event')
    .where('personId', '=', pair.supervisee.personId)
    .where('event', 'like', 'supervision-%')
    .execute()
  assert.deepEqual(events, [{ event: 'supervision-session-cancelled' }])
})

async function lastMailTo({ email }: Pair['supervisor']) {
  return (await world.mails()).findLast(({ to }) => to === email)
}

async function countSessions({ relationshipId }: Pair): Promise<{ count: number }> {
  return world.database.read
    .selectFrom('supervisionSession')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('relationshipId', '=', relationshipId)
    .executeTakeFirstOrThrow()
}
