import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import type { Fetched } from '../../../test/support/browser.ts'
import { completePiece, givenPractitioner, type Practitioner } from '../../../test/support/given.ts'
import { startWorld, type World } from '../../../test/support/world.ts'

const background = { accept: 'application/json' }

let world: World
let ana: Practitioner
before(async () => {
  world = await startWorld()
  ana = await givenPractitioner(world)
})
after(() => world.close())

function told(reply: Fetched): { status: number; body: unknown } {
  assert.match(String(reply.headers['content-type']), /^application\/json/)
  assert.equal(reply.headers['cache-control'], 'no-store')
  return { status: reply.status, body: JSON.parse(reply.html) }
}

const newPiece = () => ({ pieceId: randomUUID(), version: '0', press: 'draft', ...completePiece })

suite('what goes wrong in the background is told in JSON', () => {
  test('no page of that name, on a route and on none', async () => {
    await ana.browser.get('/cpd/new')
    const never = `/cpd/pieces/${randomUUID()}`
    const expected = { status: 404, body: { outcome: 'not-found' } }
    assert.deepEqual(
      told(await ana.browser.postOnce(`${never}/delete`, { version: '1' }, background)),
      expected,
    )
    assert.deepEqual(told(await ana.browser.postOnce('/nowhere', {}, background)), expected)
    const got = await world.app.server.inject({ url: '/nowhere', headers: background })
    assert.deepEqual([got.statusCode, got.json()], [404, { outcome: 'not-found' }])
  })

  test('a field that the form does not have', async () => {
    await ana.browser.get('/cpd/new')
    assert.deepEqual(told(await ana.browser.postOnce('/cpd/new', { ...newPiece(), more: 'x' }, background)), {
      status: 400,
      body: { outcome: 'not-understood' },
    })
  })

  test('a form that is not from our page: refused, or signed out where nobody is in', async () => {
    await ana.browser.get('/cpd/new')
    assert.deepEqual(
      told(await ana.browser.postOnce('/cpd/new', { ...newPiece(), formToken: 'x' }, background)),
      { status: 403, body: { outcome: 'refused' } },
    )
    const nobody = world.browse()
    await nobody.get('/sign-in')
    const signedOut = { status: 403, body: { outcome: 'signed-out', ended: 'unknown', setAside: '' } }
    assert.deepEqual(
      told(await nobody.postOnce('/cpd/new', { ...newPiece(), formToken: 'x' }, background)),
      signedOut,
    )
    await nobody.get('/sign-in')
    assert.deepEqual(told(await nobody.postOnce('/cpd/new', newPiece(), background)), signedOut)
    const got = await world.app.server.inject({ url: '/cpd', headers: background })
    assert.deepEqual([got.statusCode, got.json()], [403, signedOut.body])
  })

  test('a fault, and the database away', async () => {
    await ana.browser.get('/cpd/new')
    assert.deepEqual(
      await whileRaising('XX000', () => ana.browser.postOnce('/cpd/new', newPiece(), background)),
      {
        status: 500,
        body: { outcome: 'fault' },
      },
    )
    assert.deepEqual(
      await whileRaising('53300', () => ana.browser.postOnce('/cpd/new', newPiece(), background)),
      { status: 503, body: { outcome: 'away' } },
    )
  })
})

suite('a full disk', () => {
  test('in the background it is told as such', async () => {
    await ana.browser.get('/cpd/new')
    assert.deepEqual(
      await whileRaising('53100', () => ana.browser.postOnce('/cpd/new', newPiece(), background)),
      { status: 507, body: { outcome: 'full' } },
    )
  })

  test('on a page it says so, gives back what was typed, and changed nothing', async () => {
    await ana.browser.get('/cpd/new')
    const piece = newPiece()
    const page = await raising('53100', () => ana.browser.postOnce('/cpd/new', piece))
    assert.equal(page.status, 507)
    assert.match(page.title, /^We have no room to keep what you sent/)
    assert.match(page.text, /Nothing was changed/)
    assert.ok(page.text.includes(completePiece.impact))
    assert.equal((await ana.browser.get(`/cpd/pieces/${piece.pieceId}`)).status, 404)

    // With room again the same form is taken.
    await ana.browser.get('/cpd/new')
    assert.equal((await ana.browser.postOnce('/cpd/new', piece)).status, 303)
  })
})

async function whileRaising(state: string, act: () => Promise<Fetched>) {
  return told(await raising(state, act))
}

/** PostgreSQL itself answers every new piece with that SQLSTATE. */
async function raising(state: string, act: () => Promise<Fetched>): Promise<Fetched> {
  const db = world.database.write
  await sql`create function raise_it() returns trigger language plpgsql as ${sql.lit(
    `begin raise exception 'as if' using errcode = '${state}'; end`,
  )}`.execute(db)
  await sql`create trigger raise_it before insert on piece for each row execute function raise_it()`.execute(
    db,
  )
  try {
    return await act()
  } finally {
    await sql`drop function raise_it cascade`.execute(db)
  }
}
