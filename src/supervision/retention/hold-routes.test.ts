import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { databaseContents } from '../../../test/support/database-contents.ts'
import { givenMember, givenOrganisation, givenRelationship } from '../../../test/support/given-supervision.ts'
import type { Practitioner } from '../../../test/support/given.ts'
import { startWorld, type World } from '../../../test/support/world.ts'

let world: World
let organisationId: string
let relationshipId: string
let people: Record<'administrator' | 'principal' | 'supervisor' | 'supervisee' | 'elsewhere', Practitioner>
before(async () => {
  world = await startWorld()
  organisationId = await givenOrganisation(world)
  people = {
    administrator: await givenMember(world, organisationId, { knownAs: 'Ada', roles: ['administrator'] }),
    principal: await givenMember(world, organisationId, {
      knownAs: 'Pru',
      roles: ['principal-social-worker'],
    }),
    supervisor: await givenMember(world, organisationId, { knownAs: 'Sam Supervisor' }),
    supervisee: await givenMember(world, organisationId, { knownAs: 'Nic Supervisee' }),
    elsewhere: await givenMember(world, await givenOrganisation(world, 'Elsewhere'), {
      knownAs: 'Els',
      roles: ['administrator'],
    }),
  }
  relationshipId = await givenRelationship(world, {
    organisationId,
    supervisor: people.supervisor,
    supervisees: [people.supervisee],
  })
})
after(() => world.close())

const holds = () => `/organisations/${organisationId}/holds`
const hold = () => `${holds()}/${relationshipId}`

test('only an administrator of the organisation comes to its holds', async () => {
  assert.match((await world.browse().getOnce(holds())).location ?? '', /^\/sign-in/)
  for (const who of ['principal', 'supervisor', 'supervisee', 'elsewhere'] as const) {
    const { browser } = people[who]
    await browser.get('/settings')
    const before = await databaseContents(world.connectionString)
    assert.equal((await browser.getOnce(holds())).status, 404)
    assert.equal((await browser.getOnce(hold())).status, 404)
    assert.equal((await browser.postOnce(hold(), { newId: randomUUID(), reason: 'Zephyrine' })).status, 404)
    assert.equal((await browser.postOnce(`${hold()}/lift`, { hold: relationshipId })).status, 404)
    assert.deepEqual(await databaseContents(world.connectionString), before)
  }
})

test('a hold needs a reason, both sides see it, and it can be lifted', async () => {
  const { browser } = people.administrator
  assert.match((await browser.get(holds())).text, /Sam Supervisor supervises Nic Supervisee/)
  await browser.get(hold())
  const before = await databaseContents(world.connectionString)
  const refused = await browser.postOnce(hold(), { newId: randomUUID(), reason: '' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Enter why it must not be deleted/)
  assert.deepEqual(await databaseContents(world.connectionString), before)

  await browser.get(hold())
  // Pressed twice, it is one.
  const typed = { newId: randomUUID(), reason: 'Zephyrine: a tribunal' }
  for (const press of [1, 2]) assert.equal((await browser.postOnce(hold(), typed)).status, 303, `${press}`)
  assert.match((await browser.get(holds())).text, /On hold See why, or lift it/)
  for (const who of ['supervisor', 'supervisee'] as const) {
    const { text } = await people[who].browser.get(`/supervision/${relationshipId}/openings`)
    assert.match(text, /Zephyrine: a tribunal/)
  }

  const { html } = await browser.get(hold())
  const holdId = /name="hold" value="([^"]+)"/.exec(html)?.[1] ?? ''
  assert.equal((await browser.postOnce(`${hold()}/lift`, { hold: holdId })).status, 303)
  await browser.get(hold())
  assert.equal((await browser.postOnce(`${hold()}/lift`, { hold: holdId })).status, 303)
  assert.match((await browser.get(hold())).text, /Lifted 18 November 2026/)
  const events = await world.database.read
    .selectFrom('auditEvent')
    .select('event')
    .where('personId', '=', people.administrator.personId)
    .where('event', 'like', 'supervision-hold-%')
    .execute()
  assert.deepEqual(events.map(({ event }) => event).toSorted(), [
    'supervision-hold-lifted',
    'supervision-hold-placed',
  ])
})

test('a relationship of another organisation cannot be held from here', async () => {
  const { browser } = people.elsewhere
  const rows = await world.database.read.selectFrom('organisation').selectAll().execute()
  const elsewhere = rows.find(({ name }) => name === 'Elsewhere')?.organisationId ?? ''
  assert.equal((await browser.getOnce(`/organisations/${elsewhere}/holds`)).status, 200)
  assert.equal((await browser.getOnce(`/organisations/${elsewhere}/holds/${relationshipId}`)).status, 404)
})

test('without an organisation either side holds what they share, and whoever did lifts it', async () => {
  const [one, other] = [
    await givenMember(world, null, { knownAs: 'Ind' }),
    await givenMember(world, null, { knownAs: 'Men' }),
  ]
  const given = { organisationId: null, supervisor: other, supervisees: [one] }
  const path = `/supervision/${await givenRelationship(world, given)}`
  assert.equal((await one.browser.get(`${path}/kept-longer`)).status, 200)
  assert.equal((await people.elsewhere.browser.getOnce(`${path}/kept-longer`)).status, 404)
  assert.equal(
    (await people.supervisor.browser.getOnce(`/supervision/${relationshipId}/kept-longer`)).status,
    404,
  )
  const typed = { newId: randomUUID(), reason: 'Zephyrine court' }
  assert.equal((await one.browser.postOnce(`${path}/kept-longer`, { ...typed, reason: ' ' })).status, 422)
  for (const press of [1, 2])
    assert.equal((await one.browser.postOnce(`${path}/kept-longer`, typed)).status, 303, `${press}`)
  const theirs = await other.browser.get(`${path}/openings`)
  assert.match(theirs.text, /Zephyrine court/)
  // The day on which it would be deleted is no longer said alone.
  assert.match(theirs.text, /kept until the hold on it is lifted, and at the earliest until/)
  const lift = { hold: typed.newId }
  await other.browser.get(`${path}/kept-longer`)
  assert.equal((await other.browser.postOnce(`${path}/kept-longer/lift`, lift)).status, 404)
  assert.equal((await one.browser.postOnce(`${path}/kept-longer/lift`, lift)).status, 303)
  assert.doesNotMatch((await other.browser.get(`${path}/openings`)).text, /the hold on it is lifted/)
})
