import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sendForm } from '../../../test/support/send-form.ts'
import {
  givenMember,
  givenPair,
  givenRelationship,
  givenSession,
} from '../../../test/support/given-supervision.ts'
import { signInBrowser, type Practitioner } from '../../../test/support/given.ts'
import { startWorld, type World } from '../../../test/support/world.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

const today = { 'last-day': '18', 'last-month': '11', 'last-year': '2026' }

async function on(moment: string, ...people: readonly Practitioner[]): Promise<void> {
  world.clock.set(moment)
  for (const { personId, browser } of people) await signInBrowser(world, personId, browser)
}

/** Two with a session on 12 November of which the record is a draft; the supervisee ends it on 18 November. */
async function givenEnded() {
  world.clock.set('2026-11-18T14:00:00Z')
  const pair = await givenPair(world)
  const { relationshipId, supervisor, supervisee } = pair
  const sessionId = await givenSession(world, {
    relationshipId,
    by: supervisor,
    startsAt: '2026-11-12T10:00:00Z',
    attended: [supervisee],
  })
  const at = `/supervision/${relationshipId}/sessions/${sessionId}`
  await sendForm(supervisor.browser, { page: `${at}/record`, typed: { wellbeing: 'Glad of the leave.' } })
  const end = `/supervision/${relationshipId}/end`
  await sendForm(supervisee.browser, { page: end, typed: { ...today, reason: 'I change teams.' } })
  return { ...pair, at, sessionId }
}

test('whoever ends it says why, and a form without that is shown again with what was typed', async () => {
  const { relationshipId, supervisee } = await givenPair(world)
  const url = `/supervision/${relationshipId}/end`
  await supervisee.browser.get(url)
  const refused = await supervisee.browser.postOnce(url, { shownEnd: '', ...today, reason: ' ' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Say why/)
  assert.match(refused.html, /href="#reason"/)
  assert.match(refused.html, /value="18"/)
  const unreal = await supervisee.browser.postOnce(url, { ...today, 'last-day': '31', reason: 'I move.' })
  assert.match(unreal.text, /The last day must be a real date/)
  assert.match(unreal.html, /I move\./)
})

test('the other is told by a mail that names nobody, and sees who ended it, when and why', async () => {
  const { relationshipId, supervisor } = await givenEnded()
  const mail = (await world.mails()).findLast(({ to }) => to === supervisor.email)
  assert.equal(mail?.subject, 'A supervision of yours ends')
  assert.doesNotMatch(mail.text, /Nic|Sam|teams|Northshire/)
  assert.match(mail.text, /http:\/\/confer\.test\/supervision\b/)
  const home = await supervisor.browser.get('/supervision')
  assert.match(home.text, /Ends With 18 November 2026, as Nic Newcomer said on 18 November 2026/)
  const page = await supervisor.browser.get(`/supervision/${relationshipId}`)
  assert.match(
    page.text,
    /Nic Newcomer said on 18 November 2026 at 2:00pm that it ends with 18 November 2026\. Why: I change teams\./,
  )
})

test('whoever supervised finishes what was held, for the days to sign, and finds nothing else there', async () => {
  const { relationshipId, supervisor, supervisee, at, sessionId } = await givenEnded()
  const settled = await givenSession(world, {
    relationshipId,
    by: supervisor,
    startsAt: '2026-11-05T10:00:00Z',
    attended: [supervisee],
  })
  const begun = await givenSession(world, {
    relationshipId,
    by: supervisor,
    startsAt: '2026-11-18T12:00:00Z',
    state: 'planned',
  })
  await world.database.write
    .insertInto('jointRecord')
    .values({
      sessionId: settled,
      content: '{}',
      sha256: '',
      signedBy: supervisor.personId,
      signedAt: new Date(),
    })
    .execute()
  await on('2026-11-28T10:00:00Z', supervisor, supervisee)
  const home = await supervisor.browser.get('/supervision')
  assert.match(home.text, /Sign the record of the session on 12 November 2026 , until 28 November 2026/)
  assert.match(home.text, /Say what became of the session on 18 November 2026 , until 28 November 2026/)
  assert.match(home.text, /Nic Newcomer .* Ended With 18 November 2026, as Nic Newcomer said/)
  for (const rest of [
    '',
    '/agreement',
    '/end',
    '/plan',
    '/openings',
    `/sessions/${settled}`,
    `/sessions/${settled}/record`,
  ])
    assert.equal((await supervisor.browser.get(`/supervision/${relationshipId}${rest}`)).status, 404, rest)
  for (const rest of ['/time-spent', '/move', '/cancel', '/share'])
    assert.equal((await supervisor.browser.get(at + rest)).status, 404, rest)
  for (const rest of ['', '/record', '/actions', '/case-decisions', '/record/versions'])
    assert.equal((await supervisor.browser.get(at + rest)).status, 200, rest)

  const sayHeld = `/supervision/${relationshipId}/sessions/${begun}/held`
  const held = await sendForm(supervisor.browser, { page: sayHeld, typed: { interrupted: 'no' } })
  assert.match(held.text, /It is noted that the session was held/)
  await sendForm(supervisor.browser, { page: `${at}/record`, typed: { learning: 'A course on hoarding.' } })
  const signed = await sendForm(supervisor.browser, { page: `${at}/record/sign` })
  assert.match(signed.text, /You have signed the record.* Your supervision/)
  assert.equal((await supervisor.browser.get(at)).status, 404)
  const { text } = await supervisee.browser.get(`${at}/record`)
  assert.match(text, /A course on hoarding\..*Do you agree with the record\?/)
  assert.ok(sessionId)
})

test('what nobody signed in those days stands as not finished, is read on and takes no more', async () => {
  const { relationshipId, supervisor, supervisee, at } = await givenEnded()
  const stale = await supervisee.browser.get(`${at}/record`)
  assert.match(stale.text, /It is a draft/)
  await on('2026-11-29T10:00:00Z', supervisor, supervisee)
  assert.equal((await supervisor.browser.get(`${at}/record`)).status, 404)
  assert.doesNotMatch((await supervisor.browser.get('/supervision')).text, /Sign the record|Nic Newcomer/)
  const record = await supervisee.browser.get(`${at}/record`)
  assert.match(record.text, /It was not finished: .*the supervisor had until 28 November 2026 to sign it/)
  assert.match(record.text, /Glad of the leave\./)
  assert.doesNotMatch(record.text, /It is a draft|Overdue/)
  assert.doesNotMatch(record.html, /<textarea/)
  assert.match((await supervisee.browser.get(at)).text, /It was not finished/)
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(stale.html)?.[1] ?? ''
  const late = await supervisee.browser.post(`${at}/record/comment`, {
    version: hidden('version'),
    seen: hidden('seen'),
    saveId: '',
    press: 'draft',
    [`comment-${supervisee.personId}`]: 'Too late.',
  })
  assert.equal(late.status, 409)
  assert.match(late.text, /Too late\./)
  const home = await supervisee.browser.get('/supervision')
  assert.match(
    home.text,
    /When 1 September 2026 to 18 November 2026 Ended With 18 November 2026, as you said/,
  )
  assert.ok(relationshipId)
})

test('whoever has left the organisation finishes nothing', async () => {
  const { supervisor, supervisee, at } = await givenEnded()
  await world.database.write
    .updateTable('membership')
    .set({ toDay: '2026-11-18' })
    .where('personId', '=', supervisor.personId)
    .execute()
  await on('2026-11-19T10:00:00Z', supervisor, supervisee)
  assert.equal((await supervisor.browser.get(`${at}/record`)).status, 404)
  assert.match((await supervisee.browser.get(`${at}/record`)).text, /It was not finished/)
})

test('the page before an end says to either what is unfinished, and whose it is', async () => {
  world.clock.set('2026-11-18T14:00:00Z')
  const { relationshipId, supervisor, supervisee } = await givenPair(world)
  const of = { relationshipId, by: supervisor, attended: [supervisee] }
  const unsigned = await givenSession(world, { ...of, startsAt: '2026-11-12T10:00:00Z' })
  const signed = await givenSession(world, { ...of, startsAt: '2026-11-05T10:00:00Z' })
  await world.database.write
    .insertInto('jointRecord')
    .values({
      sessionId: signed,
      content: '{}',
      sha256: '',
      signedBy: supervisor.personId,
      signedAt: new Date(),
    })
    .execute()
  const url = `/supervision/${relationshipId}/end`
  const theirs = (await supervisee.browser.get(url)).text
  assert.match(theirs, /Still to be done by you .*Answer the record of the session on 5 November 2026/)
  assert.match(theirs, /Still to be done by Sam Supervisor .*record of the session on 12 November 2026/)
  const supervisors = (await supervisor.browser.get(url)).text
  assert.match(supervisors, /Still to be done by you .*Sign the record of the session on 12 November 2026/)
  assert.match(supervisors, /Still to be done by Nic Newcomer .*record of the session on 5 November 2026/)
  assert.match(theirs, /for 10 days after the last day/)
  assert.ok(unsigned)
})

test('the end of one’s part in a group is told to its supervisor and to oneself', async () => {
  world.clock.set('2026-11-18T14:00:00Z')
  const { organisationId, supervisor, supervisee } = await givenPair(world)
  const second = await givenMember(world, organisationId, { knownAs: 'Ola Other' })
  const relationshipId = await givenRelationship(world, {
    organisationId,
    supervisor,
    supervisees: [supervisee, second],
    kind: 'group',
  })
  const url = `/supervision/${relationshipId}`
  await sendForm(second.browser, {
    page: `${url}/end`,
    typed: { ...today, reason: 'Another group suits me.' },
  })
  const mailed = (await world.mails()).filter(({ subject }) => subject === 'A supervision of yours ends')
  assert.ok(mailed.some(({ to }) => to === supervisor.email))
  assert.ok(mailed.every(({ to }) => to !== supervisee.email && to !== second.email))
  const why = /The part of Ola Other: Ola Other said on .* Why: Another group suits me\./
  assert.match((await supervisor.browser.get(url)).text, why)
  assert.match(
    (await second.browser.get(url)).text,
    /Your part: you said on .* Why: Another group suits me\./,
  )
  assert.doesNotMatch((await supervisee.browser.get(url)).text, /Another group suits me/)
})
