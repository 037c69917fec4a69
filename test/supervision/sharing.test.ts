import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sharingJobs } from '../../src/supervision/sharing/jobs.ts'
import {
  givenDoor,
  givenSessionCast,
  onlyFor,
  readingsOf,
  statusesFor,
  type SessionCast,
} from '../support/given-session-cast.ts'
import {
  completePiece,
  givenChanges,
  givenDraft,
  givenSubmission,
  givenSubmittedPiece,
  signInBrowser,
} from '../support/given.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

const until = (day: string, month: string, year = '2026') => ({
  'until-day': day,
  'until-month': month,
  'until-year': year,
})

async function share({ supervisee, at }: SessionCast, version: string, typed = until('30', '11')) {
  await supervisee.browser.get(`${at}/share`)
  return supervisee.browser.post(`${at}/share`, { version, ...typed })
}

const shareUrl = ({ at, supervisee }: SessionCast, pieceId: string) =>
  `${at}/share/${supervisee.personId}/${pieceId}`

test('a version of a piece is for the supervisor and its author, and no door opens it', async () => {
  const cast = await givenSessionCast(world)
  const pieceId = await givenDraft(cast.supervisee.browser)
  const page = await share(cast, `${pieceId} draft`)
  assert.match(page.text, /Your supervisor can read that version until the day you set/)
  assert.match(page.text, /The draft as it was on 18 November 2026 .* Shared until 30 November 2026/)
  await givenDoor(world, cast.relationshipId, cast.manager, 'manager')
  await givenDoor(world, cast.relationshipId, cast.auditor, 'auditor')
  const url = shareUrl(cast, pieceId)
  assert.deepEqual(await statusesFor(world, cast, url), onlyFor('supervisor', 'supervisee'))
  assert.deepEqual(await statusesFor(world, cast, `${cast.at}/share`), onlyFor('supervisee'))
  assert.ok((await readingsOf(world, cast.relationshipId)).includes('shared-piece'))
  const read = await cast.supervisor.browser.get(url)
  assert.match(read.text, /Clearing a house without the person/)
  assert.doesNotMatch(read.html, /<textarea|<form action="\/(?!sign-out|settings)/)
  // Of the record itself the supervisor sees as little as before.
  assert.equal((await cast.supervisor.browser.get(`/cpd/pieces/${pieceId}`)).status, 404)
})

test('from a piece’s own page its author goes on to the next session in which they are supervised', async () => {
  const cast = await givenSessionCast(world, { state: 'planned', startsAt: '2026-11-30T10:00:00Z' })
  const { supervisee, supervisor, formerSupervisor, at } = cast
  const linkOn = async ({ browser }: SessionCast['supervisee'], pieceId: string) => {
    const { html } = await browser.get(`/cpd/pieces/${pieceId}`)
    return /href="([^"]*)"\s*>Take it to your supervision session on 30 November 2026</.exec(html)?.[1]
  }
  const submitted = await givenSubmittedPiece(supervisee.browser)
  const href = await linkOn(supervisee, submitted)
  assert.equal(href, `${at}/share?piece=${submitted}`)
  const page = await supervisee.browser.get(href)
  assert.match(page.html, new RegExp(`<option value="${submitted} 1" selected>`))
  // The piece's page tells no name of anybody.
  assert.doesNotMatch((await supervisee.browser.get(`/cpd/pieces/${submitted}`)).text, /Sam|Supervisor/)
  // Whoever supervises in it, and whoever is not in it, has no session to take theirs to.
  for (const who of [supervisor, formerSupervisor])
    assert.equal(await linkOn(who, await givenDraft(who.browser)), undefined)
  await world.database.write
    .updateTable('relationshipSupervisee')
    .set({ toDay: '2026-11-29' })
    .where('relationshipId', '=', cast.relationshipId)
    .execute()
  assert.equal(await linkOn(supervisee, submitted), undefined)
})

test('only that version is shared, never what is written later', async () => {
  const cast = await givenSessionCast(world)
  const { browser } = cast.supervisee
  const pieceId = await givenDraft(browser)
  await share(cast, `${pieceId} draft`)
  await givenChanges(browser, pieceId, { ...completePiece, learning: 'Zebra: written later.' })
  assert.doesNotMatch((await cast.supervisor.browser.get(shareUrl(cast, pieceId))).html, /Zebra/)
  await givenSubmission(browser, pieceId)
  await share(cast, `${pieceId} 1`)
  const read = await cast.supervisor.browser.get(shareUrl(cast, pieceId))
  assert.match(read.text, /As it was submitted on/)
  assert.match(read.html, /Zebra/)
})

test('taken back it is gone at once, and its copy is emptied', async () => {
  const cast = await givenSessionCast(world)
  const pieceId = await givenSubmittedPiece(cast.supervisee.browser)
  await share(cast, `${pieceId} 1`)
  for (const { browser } of [cast.supervisor, cast.stranger, cast.formerSupervisor])
    assert.equal((await browser.post(`${cast.at}/share/${pieceId}/take-back`)).status, 404)
  assert.equal((await cast.supervisor.browser.get(shareUrl(cast, pieceId))).status, 200)
  const back = await cast.supervisee.browser.post(`${cast.at}/share/${pieceId}/take-back`)
  assert.match(back.text, /You have taken it back/)
  assert.equal((await cast.supervisor.browser.get(shareUrl(cast, pieceId))).status, 404)
  const rows = await world.database.read
    .selectFrom('sharedPiece')
    .select('content')
    .where('pieceId', '=', pieceId)
    .execute()
  assert.deepEqual(rows, [{ content: '' }])
})

test('after its last day it is gone by itself, and the night after deletes the copy', async () => {
  const cast = await givenSessionCast(world)
  const pieceId = await givenSubmittedPiece(cast.supervisee.browser)
  await share(cast, `${pieceId} 1`, until('19', '11'))
  const before = world.clock.now()
  try {
    world.clock.set('2026-11-19T23:59:00Z')
    await signInBrowser(world, cast.supervisor.personId, cast.supervisor.browser)
    assert.equal((await cast.supervisor.browser.get(shareUrl(cast, pieceId))).status, 200)
    world.clock.set('2026-11-20T00:00:00Z')
    assert.equal((await cast.supervisor.browser.get(shareUrl(cast, pieceId))).status, 404)
    const [job] = sharingJobs({ database: world.database, timeZone: 'Europe/London' })
    await job?.run({}, world.clock.now())
    const rows = await world.database.read
      .selectFrom('sharedPiece')
      .select('pieceId')
      .where('pieceId', '=', pieceId)
      .execute()
    assert.deepEqual(rows, [])
  } finally {
    world.clock.set(before)
  }
})

test('what is wrong is told, and somebody else’s piece cannot be shared', async () => {
  const cast = await givenSessionCast(world)
  const theirs = await givenSubmittedPiece(cast.supervisor.browser)
  await givenSubmittedPiece(cast.supervisee.browser)
  const empty = await share(cast, '', until('', ''))
  assert.equal(empty.status, 422)
  for (const id of ['version', 'until-day']) assert.match(empty.html, new RegExp(`href="#${id}"`), id)
  const past = await share(cast, `${theirs} 1`, until('17', '11'))
  assert.match(past.text, /The last day must be today or later/)
  const far = await share(cast, `${theirs} 1`, until('17', '11', '2029'))
  assert.match(far.text, /The last day must be within a year/)
  for (const version of [`${theirs} 1`, `${theirs} draft`, `${randomUUID()} 1`])
    assert.equal((await share(cast, version)).status, 422)
  assert.deepEqual(
    await world.database.read
      .selectFrom('sharedPiece')
      .select('pieceId')
      .where('sessionId', '=', cast.sessionId)
      .execute(),
    [],
  )
})

test('nothing is shared for a session that was cancelled, nor by whoever does not belong to it', async () => {
  const cancelled = await givenSessionCast(world, { state: 'cancelled' })
  const pieceId = await givenSubmittedPiece(cancelled.supervisee.browser)
  assert.equal((await share(cancelled, `${pieceId} 1`)).status, 409)
  const cast = await givenSessionCast(world)
  for (const { browser } of [cast.supervisor, cast.manager, cast.colleague, cast.stranger])
    assert.equal(
      (await browser.post(`${cast.at}/share`, { version: `${pieceId} 1`, ...until('30', '11') })).status,
      404,
    )
})
