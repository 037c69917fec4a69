import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import {
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

const hiddenIn = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

type Typed = Readonly<Record<string, string | readonly string[]>>

async function make({ browser }: Practitioner, at: string, typed: Typed, knownId?: string) {
  const pieceId = knownId ?? hiddenIn((await browser.get(`${at}/to-cpd`)).html, 'pieceId')
  return { pieceId, reply: await browser.postOnce(`${at}/to-cpd`, { pieceId, recorded: 'no', ...typed }) }
}

const write = ({ browser }: Practitioner, at: string, note: string) =>
  browser.post(`${at}/notes`, { seen: '', version: '0', saveId: '', press: 'save', note })

test('only whoever was supervised makes a draft of it, of a session that they were in', async () => {
  const cast = await givenSessionCast(world)
  await givenDoor(world, cast.relationshipId, cast.manager, 'manager')
  assert.deepEqual(await statusesFor(world, cast, `${cast.at}/to-cpd`), onlyFor('supervisee'))
  for (const who of [cast.supervisor, cast.manager, cast.colleague, cast.stranger, cast.formerSupervisor]) {
    const sent = await who.browser.post(`${cast.at}/to-cpd`, {
      pieceId: cast.sessionId,
      learning: 'supervision-session',
      talked: 'no',
      recorded: 'no',
    })
    assert.equal(sent.status, 404)
  }
  const planned = await givenSessionCast(world, { state: 'planned' })
  assert.match(
    (await planned.supervisee.browser.get(`${planned.at}/to-cpd`)).text,
    /once the session has been held/,
  )
})

test('nothing is ticked, a name is warned of, and questions that are not answered are told', async () => {
  const { supervisee, at } = await givenSessionCast(world)
  await write(supervisee, at, 'Sam asked me what I was afraid of.')
  const page = await supervisee.browser.get(`${at}/to-cpd`)
  assert.doesNotMatch(page.html, / checked/)
  assert.match(page.text, /Names Sam Supervisor: take that out in the draft/)
  const { reply } = await make(supervisee, at, { recorded: [], carry: ['notes'] })
  assert.equal(reply.status, 422)
  for (const id of ['learning', 'talked', 'recorded'])
    assert.match(reply.html, new RegExp(`href="#${id}"`), id)
  assert.match(reply.html, /value="notes"\s+checked/)
})

test('a reflection on supervision becomes a draft with type and day, and only what was chosen', async () => {
  const { supervisee, supervisor, at, relationshipId, sessionId } = await givenSessionCast(world)
  await write(supervisee, at, 'I hurry when I am anxious.')
  const without = await make(supervisee, at, { learning: 'supervision-session', talked: 'no' })
  assert.match(without.reply.location ?? '', new RegExp(`^/cpd/pieces/${without.pieceId}/edit`))
  const empty = await supervisee.browser.get(`/cpd/pieces/${without.pieceId}/edit`)
  assert.doesNotMatch(empty.html, /anxious/)
  const { pieceId, reply } = await make(supervisee, at, {
    learning: 'supervision-session',
    talked: 'no',
    carry: ['notes'],
  })
  assert.equal(reply.location, `/cpd/pieces/${pieceId}/edit?question=learning#learning`)
  const draft = await supervisee.browser.get(`/cpd/pieces/${pieceId}/edit`)
  assert.match(draft.html, /I hurry when I am anxious\.<\/textarea>/)
  assert.match(draft.html, /<option value="supervision" selected/)
  assert.match(draft.html, /name="date-day"[^>]*value="16"/s)
  assert.equal((await supervisor.browser.get(`/cpd/pieces/${pieceId}`)).status, 404)
  // Nothing that is kept of the piece leads to the session, and nothing of the session to the piece.
  const kept = await world.database.read
    .selectFrom('piece')
    .selectAll()
    .where('pieceId', '=', pieceId)
    .executeTakeFirstOrThrow()
  assert.doesNotMatch(JSON.stringify(kept), new RegExp(`${relationshipId}|${sessionId}`))
})

test('a peer reflection held in supervision opens at P, with who and where', async () => {
  const { supervisee, at } = await givenSessionCast(world)
  await write(supervisee, at, 'To start with one drawer.')
  const { pieceId, reply } = await make(supervisee, at, {
    learning: 'other-activity',
    talked: 'in-supervision',
    carry: ['notes'],
  })
  assert.equal(reply.location, `/cpd/pieces/${pieceId}/edit?question=peer#peer`)
  const draft = await supervisee.browser.get(`/cpd/pieces/${pieceId}/edit`)
  assert.match(draft.html, /<textarea[^>]*id="peer"[^>]*>\s*To start with one drawer\.<\/textarea>/)
  assert.match(draft.html, /<option value="line-manager-or-supervisor" selected/)
  assert.match(draft.html, /value="in-supervision"\s+checked/)
})

test('learning that is recorded already makes no second piece', async () => {
  const { supervisee, at } = await givenSessionCast(world)
  await write(supervisee, at, 'To start with one drawer.')
  const { pieceId, reply } = await make(supervisee, at, {
    learning: 'other-activity',
    talked: 'in-supervision',
    recorded: 'draft',
    carry: ['notes'],
  })
  assert.equal(reply.status, 200)
  assert.match(reply.text, /It is a piece of CPD already.*To start with one drawer\./)
  assert.equal((await supervisee.browser.get(`/cpd/pieces/${pieceId}`)).status, 404)
})

test('the same press twice is one draft, and one that was written on since stands', async () => {
  const { supervisee, at } = await givenSessionCast(world)
  const typed = { learning: 'supervision-session', talked: 'no', recorded: 'no' }
  const { pieceId } = await make(supervisee, at, typed)
  const again = await supervisee.browser.postOnce(`${at}/to-cpd`, { pieceId, ...typed })
  assert.equal(again.status, 303)
  const form = await supervisee.browser.get(`/cpd/pieces/${pieceId}/edit`)
  await supervisee.browser.postOnce(`/cpd/pieces/${pieceId}/edit`, {
    version: hiddenIn(form.html, 'version'),
    press: 'draft',
    title: 'Mine',
    learning: 'Written on.',
    type: 'supervision',
    'date-day': '15',
    'date-month': '11',
    'date-year': '2026',
  })
  assert.equal((await supervisee.browser.postOnce(`${at}/to-cpd`, { pieceId, ...typed })).status, 303)
  assert.match((await supervisee.browser.get(`/cpd/pieces/${pieceId}/edit`)).html, /Written on\./)
  const pieces = await world.database.read
    .selectFrom('piece')
    .select('pieceId')
    .where('personId', '=', supervisee.personId)
    .execute()
  assert.equal(pieces.length, 1)
})

test('more forms at once than there are connections do not wait for each other', async () => {
  const { supervisee, at, relationshipId } = await givenSessionCast(world)
  await supervisee.browser.get(`${at}/to-cpd`)
  const before = (await readingsOf(world, relationshipId)).length
  const replies = await Promise.all(
    Array.from({ length: 24 }, () => make(supervisee, at, { recorded: [] }, randomUUID())),
  )
  assert.deepEqual(
    replies.map(({ reply }) => reply.status),
    Array(24).fill(422),
  )
  assert.equal((await readingsOf(world, relationshipId)).length, before + 24)
})
