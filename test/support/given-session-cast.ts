import { givenMember, givenOrganisation, givenRelationship, givenSession } from './given-supervision.ts'
import type { Practitioner } from './given.ts'
import type { World } from './world.ts'

/** Everybody who can stand to a session in a way of their own, and the session. */
export interface SessionCast {
  readonly organisationId: string
  readonly relationshipId: string
  readonly sessionId: string
  /** Where everything of the session is. */
  readonly at: string
  readonly supervisor: Practitioner
  readonly supervisee: Practitioner
  /** Line manager of the supervisor. */
  readonly manager: Practitioner
  readonly auditor: Practitioner
  readonly administrator: Practitioner
  readonly colleague: Practitioner
  /** Of another organisation. */
  readonly stranger: Practitioner
  readonly formerSupervisor: Practitioner
}

interface GivenCast {
  readonly startsAt?: string
  readonly state?: 'planned' | 'held' | 'cancelled'
}

export async function givenSessionCast(
  world: World,
  { startsAt = '2026-11-16T10:00:00Z', state = 'held' }: GivenCast = {},
): Promise<SessionCast> {
  const organisationId = await givenOrganisation(world)
  const member = (knownAs: string, roles: readonly ('administrator' | 'auditor')[] = []) =>
    givenMember(world, organisationId, { knownAs, roles })
  const supervisor = await member('Sam Supervisor')
  const supervisee = await member('Nic Supervisee')
  const manager = await member('Max Manager')
  const formerSupervisor = await member('Fay Former')
  await givenRelationship(world, { organisationId, supervisor: manager, supervisees: [supervisor] })
  await givenRelationship(world, {
    organisationId,
    supervisor: formerSupervisor,
    supervisees: [supervisee],
    to: '2026-10-31',
  })
  const relationshipId = await givenRelationship(world, {
    organisationId,
    supervisor,
    supervisees: [supervisee],
  })
  const sessionId = await givenSession(world, {
    relationshipId,
    by: supervisor,
    startsAt,
    state,
    attended: [supervisee],
  })
  return {
    organisationId,
    relationshipId,
    sessionId,
    at: `/supervision/${relationshipId}/sessions/${sessionId}`,
    supervisor,
    supervisee,
    manager,
    auditor: await member('Ari Auditor', ['auditor']),
    administrator: await member('Ada Administrator', ['administrator']),
    colleague: await member('Col Colleague'),
    stranger: await givenMember(world, await givenOrganisation(world, 'Elsewhere'), {
      knownAs: 'Str Anger',
      roles: ['auditor'],
    }),
    formerSupervisor,
  }
}

export async function givenDoor(
  world: World,
  relationshipId: string,
  { personId }: Practitioner,
  openedAs: 'manager' | 'auditor',
): Promise<void> {
  const now = world.clock.now()
  await world.database.write
    .insertInto('door')
    .values({
      relationshipId,
      personId,
      openedAs,
      reason: 'A look at how decisions are recorded.',
      openedAt: now,
      closesAt: new Date(now.getTime() + 86_400_000),
    })
    .execute()
}

/** Who gets what for a page: `nobody` is sent to sign in. */
export async function statusesFor(
  world: World,
  cast: SessionCast,
  url: string,
): Promise<Readonly<Record<string, number>>> {
  const { supervisor, supervisee, manager, auditor, administrator, colleague, stranger, formerSupervisor } =
    cast
  const people = {
    supervisor,
    supervisee,
    manager,
    auditor,
    administrator,
    colleague,
    stranger,
    formerSupervisor,
  }
  const statuses: Record<string, number> = { nobody: (await world.browse().getOnce(url)).status }
  for (const [who, { browser }] of Object.entries(people)) statuses[who] = (await browser.getOnce(url)).status
  return statuses
}

/** What `statusesFor` tells of a page that only these may see. */
export function onlyFor(...allowed: readonly string[]): Readonly<Record<string, number>> {
  const everybody = [
    'supervisor',
    'supervisee',
    'manager',
    'auditor',
    'administrator',
    'colleague',
    'stranger',
    'formerSupervisor',
  ]
  return {
    nobody: 303,
    ...Object.fromEntries(everybody.map(who => [who, allowed.includes(who) ? 200 : 404])),
  }
}

/** How often somebody read what of a relationship, as the trace tells. */
export async function readingsOf(world: World, relationshipId: string): Promise<readonly string[]> {
  const rows = await world.database.read
    .selectFrom('supervisionReading')
    .select('what')
    .where('relationshipId', '=', relationshipId)
    .orderBy('readingId')
    .execute()
  return rows.map(({ what }) => what)
}

/** The same supervisor with a group of two, and a session that was held with both. */
export async function givenGroupSession(
  world: World,
  cast: Pick<SessionCast, 'organisationId' | 'supervisor' | 'supervisee'>,
  knownAs: string,
): Promise<Pick<SessionCast, 'relationshipId' | 'sessionId' | 'at'> & { readonly second: Practitioner }> {
  const { organisationId, supervisor, supervisee } = cast
  const second = await givenMember(world, organisationId, { knownAs })
  const supervisees = [supervisee, second]
  const relationshipId = await givenRelationship(world, {
    organisationId,
    supervisor,
    supervisees,
    kind: 'group',
  })
  const sessionId = await givenSession(world, {
    relationshipId,
    by: supervisor,
    startsAt: '2026-11-16T10:00:00Z',
    attended: supervisees,
    form: 'group',
  })
  return { second, relationshipId, sessionId, at: `/supervision/${relationshipId}/sessions/${sessionId}` }
}
