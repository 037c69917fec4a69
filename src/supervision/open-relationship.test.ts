import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { givenMember, givenOrganisation, givenRelationship } from '../../test/support/given-supervision.ts'
import { day } from '../../test/support/given.ts'
import { startWorld, type World } from '../../test/support/world.ts'
import { standingIn, type Standing } from './relationship.ts'
import { mayOpenAny } from './relationships/relationship-list-store.ts'
import { listMyRelationships } from './relationships/relationships-overview-store.ts'
import { findRelationship } from './relationships-store.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

test('what everybody is to a relationship is told in one statement', async () => {
  const organisationId = await givenOrganisation(world)
  const member = (knownAs: string, roles: readonly ('administrator' | 'auditor')[] = []) =>
    givenMember(world, organisationId, { knownAs, roles })
  const [supervisor, supervisee, manager, auditor, administrator, colleague] = [
    await member('Sam'),
    await member('Nic'),
    await member('Max'),
    await member('Ari', ['auditor']),
    await member('Ada', ['administrator']),
    await member('Col'),
  ]
  const stranger = await givenMember(world, await givenOrganisation(world, 'Elsewhere'), {
    knownAs: 'Str',
    roles: ['auditor'],
  })
  await givenRelationship(world, { organisationId, supervisor: manager, supervisees: [supervisor] })
  const relationshipId = await givenRelationship(world, {
    organisationId,
    supervisor,
    supervisees: [supervisee],
    to: '2026-12-31',
  })
  const standingOf = async (personId: string, today: string): Promise<Standing> => {
    const asker = { personId, today: day(today), now: world.clock.now() }
    const found = await findRelationship(world.database.read, relationshipId, asker)
    assert.ok(found)
    assert.deepEqual(found.names, { [supervisor.personId]: 'Sam', [supervisee.personId]: 'Nic' })
    return standingIn(found.relationship, personId, day(today), found)
  }
  const on = (today: string) =>
    Promise.all(
      [supervisor, supervisee, manager, auditor, administrator, colleague, stranger].map(({ personId }) =>
        standingOf(personId, today),
      ),
    )
  assert.deepEqual(await on('2026-11-18'), [
    'supervisor',
    'supervisee',
    'manager',
    'auditor',
    'none',
    'none',
    'none',
  ])
  // Whoever leaves is shut out at once, though what they supervise there ends with the day.
  await world.database.write
    .updateTable('membership')
    .set({ toDay: '2026-11-18' })
    .where('personId', 'in', [supervisor.personId, manager.personId])
    .execute()
  const left = await on('2026-11-18')
  assert.deepEqual(left.slice(0, 3), ['former-supervisor', 'supervisee', 'none'])
  for (const { personId } of [supervisor, manager]) {
    const asker = { personId, today: day('2026-11-18'), now: world.clock.now() }
    assert.equal(await mayOpenAny(world.database.read, asker), false)
    const listed = await listMyRelationships(world.database.read, personId, {
      ...asker,
      timeZone: 'Europe/London',
    })
    assert.ok(listed.every(one => one.supervisorId !== personId))
  }
  assert.deepEqual((await on('2027-01-01')).slice(0, 2), ['former-supervisor', 'former-supervisee'])
})
