import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listOpenActions } from '../../src/supervision/agreed-actions/agreed-actions-store.ts'
import { givenMember, givenSession } from '../support/given-supervision.ts'
import {
  givenGroupSession,
  givenDoor,
  givenSessionCast,
  onlyFor,
  readingsOf,
  statusesFor,
  type SessionCast,
} from '../support/given-session-cast.ts'
import type { Practitioner } from '../support/given.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

const by = (day: string, month: string) => ({ 'by-day': day, 'by-month': month, 'by-year': '2026' })

const hiddenIn = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

async function agree({ browser }: Practitioner, at: string, typed: Readonly<Record<string, string>>) {
  const page = await browser.get(`${at}/actions`)
  return browser.post(`${at}/actions`, { actionId: hiddenIn(page.html, 'actionId'), ...typed })
}

const open = (cast: SessionCast) => listOpenActions(world.database.read, cast.relationshipId)

async function laterSession(cast: SessionCast, startsAt: string, state: 'planned' | 'held'): Promise<string> {
  const sessionId = await givenSession(world, {
    relationshipId: cast.relationshipId,
    by: cast.supervisor,
    startsAt,
    state,
    attended: [cast.supervisee],
  })
  return `/supervision/${cast.relationshipId}/sessions/${sessionId}`
}

test('both read and agree actions, others read them through a door of theirs, nobody else does', async () => {
  const cast = await givenSessionCast(world)
  const { supervisor, supervisee, at } = cast
  assert.deepEqual(await statusesFor(world, cast, `${at}/actions`), onlyFor('supervisor', 'supervisee'))
  await givenDoor(world, cast.relationshipId, cast.auditor, 'auditor')
  assert.deepEqual(
    await statusesFor(world, cast, `${at}/actions`),
    onlyFor('supervisor', 'supervisee', 'auditor'),
  )
  assert.deepEqual(await readingsOf(world, cast.relationshipId), Array(5).fill('actions'))
  const theirs = await agree(supervisor, at, {
    what: 'Ask for the housing report.',
    owner: supervisee.personId,
    ...by('30', '11'),
  })
  assert.match(theirs.text, /The action is agreed/)
  await agree(supervisee, at, { what: 'Read the new policy.', owner: supervisor.personId, ...by('20', '11') })
  assert.deepEqual(
    (await open(cast)).map(({ what }) => what),
    ['Read the new policy.', 'Ask for the housing report.'],
  )
  const action = (await open(cast))[0]
  for (const { browser } of [
    cast.auditor,
    cast.manager,
    cast.colleague,
    cast.stranger,
    cast.formerSupervisor,
  ]) {
    const typed = { actionId: cast.sessionId, what: 'Mine.', owner: supervisor.personId, ...by('30', '11') }
    const agreed = await browser.post(`${at}/actions`, typed)
    const closed = await browser.post(`${at}/actions/${action?.actionId}/close`, { outcome: 'Mine.' })
    const reopened = await browser.post(`${at}/actions/${action?.actionId}/reopen`)
    assert.deepEqual([agreed.status, closed.status, reopened.status], [404, 404, 404])
  }
  assert.equal((await open(cast)).length, 2)
})

test('an action says what, who and by when, and what was typed stays where one is missing', async () => {
  const cast = await givenSessionCast(world)
  const wrong = await agree(cast.supervisor, cast.at, {
    what: 'Ask for the housing report.',
    owner: cast.stranger.personId,
    ...by('15', '11'),
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /href="#owner"/)
  assert.match(wrong.text, /must be the day of the session or later/)
  assert.match(wrong.html, /Ask for the housing report\./)
  const empty = await agree(cast.supervisor, cast.at, {})
  for (const id of ['what', 'owner', 'by-day']) assert.match(empty.html, new RegExp(`href="#${id}"`), id)
  assert.deepEqual(await open(cast), [])
})

test('open actions come first in the next session, told when overdue, until closed with what was done', async () => {
  const cast = await givenSessionCast(world, { startsAt: '2026-11-02T10:00:00Z' })
  await agree(cast.supervisor, cast.at, {
    what: 'Ask for the housing report.',
    owner: cast.supervisee.personId,
    ...by('10', '11'),
  })
  const next = await laterSession(cast, '2026-11-18T10:00:00Z', 'planned')
  const page = await cast.supervisee.browser.get(`${next}/actions`)
  assert.match(page.text, /1 action from earlier sessions is overdue/)
  assert.match(page.text, /Open from other sessions.*Ask for the housing report\./)
  const [action] = await open(cast)
  const url = `${next}/actions/${action?.actionId}/close`
  const nothingSaid = await cast.supervisee.browser.post(url, { outcome: ' ' })
  assert.equal(nothingSaid.status, 422)
  assert.match(nothingSaid.html, new RegExp(`href="#outcome-${action?.actionId}"`))
  const closed = await cast.supervisee.browser.post(url, { outcome: 'It came on Monday.' })
  assert.match(closed.text, /Closed in this session.*It came on Monday\./)
  assert.deepEqual(await open(cast), [])
  const again = await cast.supervisor.browser.post(url, { outcome: 'Something else.' })
  assert.equal(again.status, 409)
  assert.match(again.text, /Something else\./)
})

test('a closed action can be opened again before the next session is held, and not after', async () => {
  const cast = await givenSessionCast(world, { startsAt: '2026-11-02T10:00:00Z' })
  await agree(cast.supervisor, cast.at, {
    what: 'Ask for the housing report.',
    owner: cast.supervisee.personId,
    ...by('10', '11'),
  })
  const [action] = await open(cast)
  const url = `${cast.at}/actions/${action?.actionId}`
  await cast.supervisee.browser.post(`${url}/close`, { outcome: 'Done.' })
  const reopened = await cast.supervisee.browser.post(`${url}/reopen`)
  assert.match(reopened.text, /The action is open again/)
  assert.equal((await open(cast)).length, 1)
  await cast.supervisee.browser.post(`${url}/close`, { outcome: 'Done.' })
  await laterSession(cast, '2026-11-16T10:00:00Z', 'held')
  assert.doesNotMatch((await cast.supervisee.browser.get(`${cast.at}/actions`)).html, /\/reopen"/)
  const late = await cast.supervisee.browser.post(`${url}/reopen`)
  assert.equal(late.status, 409)
  assert.deepEqual(await open(cast), [])
})

test('in a group only the one whose action it is, or the supervisor, closes it', async () => {
  const cast = await givenSessionCast(world)
  const { second: other, at, relationshipId } = await givenGroupSession(world, cast, 'Oli Other')
  const agreed = await agree(other, at, {
    what: 'Bring a case to the next session.',
    owner: cast.supervisee.personId,
    ...by('30', '11'),
  })
  assert.match(agreed.text, /Nic Supervisee, by 30 November 2026/)
  const [action] = await listOpenActions(world.database.read, relationshipId)
  const url = `${at}/actions/${action?.actionId}/close`
  assert.equal((await other.browser.post(url, { outcome: 'Done.' })).status, 404)
  assert.equal((await cast.supervisor.browser.post(url, { outcome: 'Done.' })).status, 200)
})

test('whoever joins a group later does not see what was agreed before, nor whoever left what came after', async () => {
  const cast = await givenSessionCast(world, { startsAt: '2026-11-02T10:00:00Z' })
  await agree(cast.supervisor, cast.at, {
    what: 'Agreed early.',
    owner: cast.supervisor.personId,
    ...by('30', '11'),
  })
  const late = await givenMember(world, cast.organisationId, { knownAs: 'Lou Late' })
  const left = await givenMember(world, cast.organisationId, { knownAs: 'Lee Left' })
  const { relationshipId } = cast
  await world.database.write
    .insertInto('relationshipSupervisee')
    .values([
      { relationshipId, personId: late.personId, fromDay: '2026-11-10', toDay: null },
      { relationshipId, personId: left.personId, fromDay: '2026-09-01', toDay: '2026-11-09' },
    ])
    .execute()
  const second = await laterSession(cast, '2026-11-16T10:00:00Z', 'held')
  assert.equal((await late.browser.get(`${cast.at}/actions`)).status, 404)
  const seen = await late.browser.get(`${second}/actions`)
  assert.equal(seen.status, 200)
  assert.doesNotMatch(seen.text, /Agreed early/)
  assert.match((await left.browser.get(`${cast.at}/actions`)).text, /Agreed early/)
  assert.equal((await left.browser.get(`${second}/actions`)).status, 404)
  const write = await left.browser.post(`${cast.at}/actions`, {
    actionId: cast.sessionId,
    what: 'Mine.',
    owner: left.personId,
    ...by('30', '11'),
  })
  assert.equal(write.status, 404)
})

test('after the end only whoever was supervised closes what is theirs, and nobody owes what they cannot close', async () => {
  const cast = await givenSessionCast(world, { startsAt: '2026-11-02T10:00:00Z' })
  const { supervisor, supervisee, relationshipId, at } = cast
  for (const [what, owner] of [
    ['Hers.', supervisee],
    ['His.', supervisor],
  ] as const)
    await agree(supervisor, at, { what, owner: owner.personId, ...by('10', '11') })
  // So that the supervisor has figures of their own there, in which nothing of this counts any more.
  assert.match((await supervisor.browser.get('/supervision/mine')).text, /Actions overdue 1 /)
  await world.database.write
    .updateTable('relationship')
    // So long ago that the days in which its supervisor may finish a record are over.
    .set({ toDay: '2026-11-05' })
    .where('relationshipId', '=', relationshipId)
    .execute()
  assert.match((await supervisor.browser.get('/supervision/mine')).text, /Actions overdue 0 /)
  assert.match((await supervisee.browser.get('/supervision/mine')).text, /Actions overdue 1 /)
  assert.match(
    (await supervisee.browser.get('/supervision')).text,
    /An action of yours, by 10 November 2026 \(overdue\)/,
  )
  assert.doesNotMatch((await supervisor.browser.get('/supervision')).text, /An action of yours/)

  const [hers, his] = ['Hers.', 'His.'].map(what => async () => {
    const action = (await open(cast)).find(one => one.what === what)
    return `${at}/actions/${action?.actionId}/close`
  })
  assert.ok(hers && his)
  const close = async ({ browser }: Practitioner, url: string) =>
    (await browser.postOnce(url, { outcome: 'Done.' })).status
  assert.equal(await close(supervisor, await hers()), 404)
  assert.equal(await close(supervisor, await his()), 404)
  assert.equal(await close(supervisee, await his()), 404)
  const address = await hers()
  assert.equal(await close(supervisee, address), 303)
  assert.equal((await supervisee.browser.postOnce(address.replace('close', 'reopen'))).status, 404)
  const more = { actionId: cast.sessionId, what: 'More.', owner: supervisee.personId, ...by('30', '11') }
  assert.equal((await supervisee.browser.postOnce(`${at}/actions`, more)).status, 404)
  assert.deepEqual(
    (await open(cast)).map(({ what }) => what),
    ['His.'],
  )
})
