import type { RelationshipKind } from '../../src/supervision/relationship.ts'
import { standardPolicy } from '../../src/supervision/policy/policy.ts'
import { day, givenPractitioner, type Practitioner } from './given.ts'
import type { World } from './world.ts'

/** Supervision as it is kept, made without its pages. */

export interface GivenMember {
  readonly knownAs: string
  readonly teamId?: string
  readonly roles?: readonly ('administrator' | 'principal-social-worker' | 'auditor')[]
  readonly newlyQualifiedFrom?: string
  readonly isRegistered?: boolean
  readonly from?: string
}

export async function givenOrganisation(world: World, name = 'Northshire Council'): Promise<string> {
  const db = world.database.write
  const { organisationId } = await db
    .insertInto('organisation')
    .values({ name, createdAt: world.clock.now() })
    .returning('organisationId')
    .executeTakeFirstOrThrow()
  const founder = await givenPractitioner(world)
  const { version, from, ...content } = standardPolicy(day('2020-01-01'))
  await db
    .insertInto('supervisionPolicy')
    .values({
      organisationId,
      version,
      fromDay: from,
      content: JSON.stringify(content),
      madeAt: world.clock.now(),
      madeBy: founder.personId,
    })
    .execute()
  return organisationId
}

export async function givenTeam(world: World, organisationId: string, name: string): Promise<string> {
  const { teamId } = await world.database.write
    .insertInto('team')
    .values({ organisationId, name })
    .returning('teamId')
    .executeTakeFirstOrThrow()
  return teamId
}

/** Somebody with an account and a profile; in the organisation, where one is given. */
export async function givenMember(
  world: World,
  organisationId: string | null,
  { knownAs, teamId, roles = [], newlyQualifiedFrom, isRegistered = true, from = '2026-09-01' }: GivenMember,
): Promise<Practitioner> {
  const practitioner = await givenPractitioner(world)
  const db = world.database.write
  const { personId } = practitioner
  await db
    .insertInto('supervisionProfile')
    .values({ personId, knownAs, isRegistered, newlyQualifiedFrom: newlyQualifiedFrom ?? null })
    .execute()
  if (organisationId === null) return practitioner
  await db
    .insertInto('membership')
    .values({ organisationId, personId, fromDay: from, teamId: teamId ?? null, jobRole: 'social worker' })
    .execute()
  for (const role of roles)
    await db
      .insertInto('organisationRole')
      .values({ organisationId, personId, role, givenAt: world.clock.now() })
      .execute()
  return practitioner
}

interface GivenRelationship {
  readonly organisationId: string | null
  readonly supervisor: Practitioner
  readonly supervisees: readonly Practitioner[]
  readonly kind?: RelationshipKind
  readonly from?: string
  readonly to?: string
}

export async function givenRelationship(
  world: World,
  {
    organisationId,
    supervisor,
    supervisees,
    kind = 'line-management',
    from = '2026-09-01',
    to,
  }: GivenRelationship,
): Promise<string> {
  const db = world.database.write
  const { version: _version, from: _from, ...ownPolicy } = standardPolicy(day('2020-01-01'))
  const { relationshipId } = await db
    .insertInto('relationship')
    .values({
      organisationId,
      supervisorId: supervisor.personId,
      kind,
      fromDay: from,
      toDay: to ?? null,
      ownPolicy: organisationId === null ? JSON.stringify(ownPolicy) : null,
    })
    .returning('relationshipId')
    .executeTakeFirstOrThrow()
  for (const { personId } of supervisees)
    await db
      .insertInto('relationshipSupervisee')
      .values({ relationshipId, personId, fromDay: from, toDay: to ?? null })
      .execute()
  return relationshipId
}

interface GivenSession {
  readonly relationshipId: string
  readonly by: Practitioner
  readonly startsAt: string
  readonly state?: 'planned' | 'held' | 'cancelled'
  readonly attended?: readonly Practitioner[]
  readonly minutes?: number
  readonly form?: 'one-to-one' | 'group' | 'remote' | 'observed'
}

export async function givenSession(
  world: World,
  {
    relationshipId,
    by,
    startsAt,
    state = 'held',
    attended = [],
    minutes = 90,
    form = 'one-to-one',
  }: GivenSession,
): Promise<string> {
  const db = world.database.write
  const { sessionId } = await db
    .insertInto('supervisionSession')
    .values({
      relationshipId,
      kind: 'planned',
      form,
      startsAt,
      minutes,
      state,
      heldMinutes: state === 'held' ? minutes : null,
      wasInterrupted: state === 'held' ? false : null,
    })
    .returning('sessionId')
    .executeTakeFirstOrThrow()
  const changes = state === 'planned' ? (['planned'] as const) : (['planned', state] as const)
  for (const [i, change] of changes.entries())
    await db
      .insertInto('sessionChange')
      .values({
        sessionId,
        number: i + 1,
        change,
        changedAt: startsAt,
        changedBy: by.personId,
        startsAt,
        reason: change === 'cancelled' ? 'An emergency.' : null,
      })
      .execute()
  if (state === 'held')
    for (const { personId } of attended)
      await db.insertInto('sessionAttendance').values({ sessionId, personId }).execute()
  return sessionId
}

/** Two people who supervise in an organisation, and somebody in it who has nothing to do with them. */
export interface Pair {
  readonly organisationId: string
  readonly relationshipId: string
  readonly supervisor: Practitioner
  readonly supervisee: Practitioner
  readonly stranger: Practitioner
}

export async function givenPair(
  world: World,
  about: Pick<GivenRelationship, 'kind' | 'from'> & { readonly newlyQualifiedFrom?: string } = {},
): Promise<Pair> {
  const { newlyQualifiedFrom, ...relationship } = about
  const organisationId = await givenOrganisation(world)
  const supervisor = await givenMember(world, organisationId, { knownAs: 'Sam Supervisor' })
  const supervisee = await givenMember(world, organisationId, {
    knownAs: 'Nic Newcomer',
    ...(newlyQualifiedFrom === undefined ? {} : { newlyQualifiedFrom }),
  })
  const stranger = await givenMember(world, organisationId, { knownAs: 'Col League' })
  const relationshipId = await givenRelationship(world, {
    organisationId,
    supervisor,
    supervisees: [supervisee],
    ...relationship,
  })
  return { organisationId, relationshipId, supervisor, supervisee, stranger }
}

/** Each route asked by nobody and by a stranger: neither learns whether there is anything. */
export async function refusesOthers(
  world: World,
  stranger: Practitioner,
  routes: readonly {
    readonly method: 'GET' | 'POST'
    readonly url: string
    readonly fields?: Record<string, string>
  }[],
): Promise<string[]> {
  const nobody = world.browse()
  await stranger.browser.get('/')
  await nobody.get('/sign-in')
  const broken: string[] = []
  for (const { method, url, fields = {} } of routes) {
    const ask = (browser: Practitioner['browser']) =>
      method === 'GET' ? browser.getOnce(url) : browser.postOnce(url, fields)
    const asNobody = await ask(nobody)
    const isTurnedAway =
      method === 'GET' ? asNobody.location?.startsWith('/sign-in') === true : asNobody.status === 403
    if (!isTurnedAway) broken.push(`nobody: ${method} ${url}: ${asNobody.status}`)
    const asStranger = await ask(stranger.browser)
    if (asStranger.status !== 404) broken.push(`a stranger: ${method} ${url}: ${asStranger.status}`)
  }
  return broken
}
