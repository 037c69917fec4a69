import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { databaseContents } from '../../../test/support/database-contents.ts'
import { givenMember, givenOrganisation, givenRelationship } from '../../../test/support/given-supervision.ts'
import { day, givenPractitioner, type Practitioner } from '../../../test/support/given.ts'
import { startWorld, type World } from '../../../test/support/world.ts'
import type { OrganisationRole } from '../organisation.ts'
import type { Result } from '../../platform/result.ts'
import { lockOrganisation } from '../organisations-store.ts'
import { changeMember } from './change-member.ts'
import { endMembership } from './end-membership.ts'
import { nameOrganisation } from './name-organisation.ts'
import { acceptInvitation } from './answer-invitation.ts'
import { invite, type ToInvite } from './invite.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

const today = day('2026-11-18')
let addresses = 0

type Asked = Pick<ToInvite, 'organisationId'> & Partial<Pick<ToInvite, 'join' | 'relationship'>>

/** Has somebody invite a new address, and gives the token of the mail. */
async function invitedBy(by: Practitioner, asked: Asked): Promise<string> {
  const email = `invited-${++addresses}@example.org`
  const invited = await world.database.write.transaction().execute(db =>
    invite(db, world.app.queue, {
      email,
      join: null,
      relationship: null,
      ...asked,
      by: by.personId,
      formId: randomUUID(),
      now: world.clock.now(),
    }),
  )
  assert.ok(invited.ok, JSON.stringify(invited))
  const mail = (await world.mails()).findLast(({ to }) => to === email)
  const token = /\/invitations\/(\S+)/.exec(mail?.text ?? '')?.[1]
  assert.ok(token)
  return token
}

function accept(who: Practitioner, token: string) {
  return world.database.write
    .transaction()
    .execute(db => acceptInvitation(db, { token, personId: who.personId, now: world.clock.now(), today }))
}

async function refusalOf(who: Practitioner, token: string): Promise<string> {
  const accepted = await accept(who, token)
  return accepted.ok ? 'accepted' : accepted.refusal
}

function asSupervisee(kind: 'line-management' | 'professional' | 'group' = 'line-management') {
  return { part: 'supervisee', kind, relationshipId: null } as const
}

const asSupervisor = { part: 'supervisor', kind: 'professional', relationshipId: null } as const

async function relationshipOf(relationshipId: string | null) {
  assert.ok(relationshipId)
  const relationship = await world.database.read
    .selectFrom('relationship')
    .select(['supervisorId', 'kind', 'fromDay', 'organisationId', 'ownPolicy'])
    .where('relationshipId', '=', relationshipId)
    .executeTakeFirstOrThrow()
  const supervisees = await world.database.read
    .selectFrom('relationshipSupervisee')
    .select('personId')
    .where('relationshipId', '=', relationshipId)
    .execute()
  return { ...relationship, superviseeIds: supervisees.map(({ personId }) => personId) }
}

test('two people begin without an organisation, by a policy of their own', async () => {
  const mentor = await givenMember(world, null, { knownAs: 'Mentor' })
  const worker = await givenMember(world, null, { knownAs: 'Worker' })
  const token = await invitedBy(worker, { organisationId: null, relationship: asSupervisor })
  const accepted = await accept(mentor, token)
  assert.ok(accepted.ok)
  const { ownPolicy, ...relationship } = await relationshipOf(accepted.value.relationshipId)
  assert.deepEqual(relationship, {
    supervisorId: mentor.personId,
    kind: 'professional',
    fromDay: '2026-11-18',
    organisationId: null,
    superviseeIds: [worker.personId],
  })
  assert.ok(ownPolicy)
  const again = await invitedBy(worker, { organisationId: null, relationship: asSupervisor })
  assert.equal(await refusalOf(mentor, again), 'is-so-already')
})

test('nobody supervises themselves, and nothing comes of trying', async () => {
  const alone = await givenMember(world, null, { knownAs: 'Alone' })
  const token = await invitedBy(alone, { organisationId: null, relationship: asSupervisee() })
  assert.equal(await refusalOf(alone, token), 'supervises-themselves')
  const other = await givenMember(world, null, { knownAs: 'Other' })
  assert.equal((await accept(other, token)).ok, true, 'the invitation still waits for whoever was meant')
})

test('whoever has not said how they are known says so first', async () => {
  const worker = await givenMember(world, null, { knownAs: 'Worker' })
  const token = await invitedBy(worker, { organisationId: null, relationship: asSupervisor })
  assert.equal(await refusalOf(await givenPractitioner(world), token), 'has-no-profile')
})

test('in an organisation both are members, and its policy says who may supervise', async () => {
  const organisationId = await givenOrganisation(world)
  const worker = await givenMember(world, organisationId, { knownAs: 'Worker' })
  const manager = await givenMember(world, organisationId, { knownAs: 'Manager', isRegistered: false })
  const outsider = await givenMember(world, null, { knownAs: 'Outsider' })
  const token = await invitedBy(worker, { organisationId, relationship: asSupervisor })
  assert.equal(await refusalOf(outsider, token), 'is-not-a-member')
  assert.equal(await refusalOf(manager, token), 'professional-part-not-registered')
  const managed = await invitedBy(manager, { organisationId, relationship: asSupervisee() })
  const accepted = await accept(worker, managed)
  assert.ok(accepted.ok)
  const { supervisorId, ownPolicy } = await relationshipOf(accepted.value.relationshipId)
  assert.deepEqual([supervisorId, ownPolicy], [manager.personId, null])
})

test('joining and supervision can be one question, answered whole or not at all', async () => {
  const organisationId = await givenOrganisation(world)
  const administrator = await givenMember(world, organisationId, {
    knownAs: 'Ada',
    roles: ['administrator'],
    isRegistered: false,
  })
  const join = { teamId: null, jobRole: 'social worker', role: null }
  const newcomer = await givenMember(world, null, { knownAs: 'New' })
  const professional = await invitedBy(administrator, {
    organisationId,
    join,
    relationship: asSupervisee('professional'),
  })
  assert.equal(await refusalOf(newcomer, professional), 'professional-part-not-registered')
  const members = () =>
    world.database.read
      .selectFrom('membership')
      .select('personId')
      .where('organisationId', '=', organisationId)
      .execute()
  assert.equal((await members()).length, 1)
  const managed = await invitedBy(administrator, { organisationId, join, relationship: asSupervisee() })
  assert.equal((await accept(newcomer, managed)).ok, true)
  assert.equal((await members()).length, 2)
})

test('nobody makes themselves an auditor by an invitation, and no administrator becomes one', async () => {
  const organisationId = await givenOrganisation(world)
  const administrator = (knownAs: string) =>
    givenMember(world, organisationId, { knownAs, roles: ['administrator'] })
  const [ada, bea] = [await administrator('Ada'), await administrator('Bea')]
  const join = { teamId: null, jobRole: 'social worker', role: 'auditor' } as const
  const token = await invitedBy(ada, { organisationId, join })
  assert.equal(await refusalOf(ada, token), 'auditor-by-themselves')
  assert.equal(await refusalOf(bea, token), 'administrator-and-auditor')
  const colleague = await givenMember(world, organisationId, { knownAs: 'Col' })
  assert.equal(await refusalOf(colleague, token), 'accepted')
})

test('what only an administrator gives is not had from whoever is none any more', async () => {
  const organisationId = await givenOrganisation(world)
  const ada = await givenMember(world, organisationId, { knownAs: 'Ada', roles: ['administrator'] })
  const join = { teamId: null, jobRole: 'social worker', role: null }
  const token = await invitedBy(ada, { organisationId, join })
  await world.database.write.deleteFrom('organisationRole').where('personId', '=', ada.personId).execute()
  const newcomer = await givenMember(world, null, { knownAs: 'New' })
  assert.equal(await refusalOf(newcomer, token), 'not-valid')
})

test('whoever lost their role while they waited for the organisation changes nothing in it', async () => {
  const organisationId = await givenOrganisation(world)
  const ada = await givenMember(world, organisationId, { knownAs: 'Ada', roles: ['administrator'] })
  const col = await givenMember(world, organisationId, { knownAs: 'Col' })
  const now = world.clock.now()
  const asAda = { organisationId, by: ada.personId, now }
  const before = await databaseContents(world.connectionString)
  const { write } = world.database
  const tried: Promise<Result<unknown, unknown>>[] = []
  await write.transaction().execute(async db => {
    await lockOrganisation(db, organisationId)
    await db.deleteFrom('organisationRole').where('personId', '=', ada.personId).execute()
    const typed = { teamId: '', jobRole: 'x', roles: ['administrator'] }
    const join = { teamId: null, jobRole: 'x', role: null }
    const email = 'somebody@example.org'
    tried.push(
      write
        .transaction()
        .execute(tx => changeMember(tx, { ...asAda, personId: col.personId, typed, shown: '' })),
      write
        .transaction()
        .execute(tx =>
          endMembership(
            tx,
            { queue: world.app.queue, timeZone: 'Europe/London' },
            { ...asAda, personId: col.personId, today },
          ),
        ),
      write.transaction().execute(tx => nameOrganisation(tx, { ...asAda, name: 'x' }, '')),
      write
        .transaction()
        .execute(tx =>
          invite(tx, world.app.queue, { ...asAda, email, join, relationship: null, formId: randomUUID() }),
        ),
    )
  })
  const kinds = (await Promise.all(tried)).map(one => one.ok)
  assert.deepEqual(kinds, [false, false, false, false])
  await givenRole(organisationId, ada.personId)
  assert.deepEqual(await databaseContents(world.connectionString), before)
})

function givenRole(organisationId: string, personId: string) {
  const role = { organisationId, personId, role: 'administrator', givenAt: world.clock.now() }
  return world.database.write.insertInto('organisationRole').values(role).execute()
}

test('a group is joined once, and not by its supervisor', async () => {
  const organisationId = await givenOrganisation(world)
  const [supervisor, first, second] = [
    await givenMember(world, organisationId, { knownAs: 'Sup' }),
    await givenMember(world, organisationId, { knownAs: 'First' }),
    await givenMember(world, organisationId, { knownAs: 'Second' }),
  ]
  const relationshipId = await givenRelationship(world, {
    organisationId,
    supervisor,
    supervisees: [first],
    kind: 'group',
  })
  const asked = {
    organisationId,
    relationship: { part: 'supervisee', kind: 'group', relationshipId },
  } as const
  const token = await invitedBy(supervisor, asked)
  assert.equal(await refusalOf(supervisor, token), 'supervises-themselves')
  assert.equal(await refusalOf(first, token), 'is-so-already')
  assert.deepEqual(await accept(second, token), { ok: true, value: { organisationId, relationshipId } })
  const { superviseeIds } = await relationshipOf(relationshipId)
  assert.deepEqual(superviseeIds.toSorted(), [first.personId, second.personId].toSorted())
  assert.equal(await refusalOf(second, token), 'not-valid')
})

test('an invitation is answered once, however many answer at the same moment', async () => {
  const worker = await givenMember(world, null, { knownAs: 'Worker' })
  const token = await invitedBy(worker, { organisationId: null, relationship: asSupervisor })
  const [one, other] = [
    await givenMember(world, null, { knownAs: 'One' }),
    await givenMember(world, null, { knownAs: 'Other' }),
  ]
  const outcomes = await Promise.all([refusalOf(one, token), refusalOf(other, token)])
  assert.deepEqual(outcomes.toSorted(), ['accepted', 'not-valid'])
})

test('only an administrator asks anybody to join, and only a member asks within an organisation', async () => {
  const organisationId = await givenOrganisation(world)
  const member = (roles: readonly OrganisationRole[]) =>
    givenMember(world, organisationId, { knownAs: 'Member', roles })
  const join = { teamId: null, jobRole: 'social worker', role: 'administrator' } as const
  const kindOf = async (by: Practitioner, asked: Asked) => {
    const invited = await world.database.write.transaction().execute(db =>
      invite(db, world.app.queue, {
        email: 'somebody@example.org',
        join: null,
        relationship: null,
        ...asked,
        by: by.personId,
        formId: randomUUID(),
        now: world.clock.now(),
      }),
    )
    return invited.ok ? 'invited' : invited.refusal.kind
  }
  const auditor = await member(['auditor', 'principal-social-worker'])
  const outsider = await givenMember(world, null, { knownAs: 'Outsider' })
  assert.equal(await kindOf(auditor, { organisationId, join }), 'not-theirs-to-ask')
  assert.equal(await kindOf(auditor, { organisationId, relationship: asSupervisor }), 'invited')
  assert.equal(await kindOf(outsider, { organisationId, relationship: asSupervisor }), 'not-theirs-to-ask')
  assert.equal(await kindOf(outsider, { organisationId: null, join }), 'not-theirs-to-ask')
  const group = await givenRelationship(world, {
    organisationId,
    supervisor: auditor,
    supervisees: [],
    kind: 'group',
  })
  const joinGroup = { part: 'supervisee', kind: 'group', relationshipId: group } as const
  assert.equal(await kindOf(auditor, { organisationId, relationship: joinGroup }), 'invited')
  const other = await member([])
  assert.equal(await kindOf(other, { organisationId, relationship: joinGroup }), 'not-theirs-to-ask')
  assert.equal(await kindOf(await member(['administrator']), { organisationId, join }), 'invited')
})
