import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import type { Compartment } from '../src/supervision/doors.ts'
import type { Route } from '../src/platform/web/route.ts'
import { databaseContents } from './support/database-contents.ts'
import { givenDoor, givenHold, givenSignedRecord } from './support/given-kept-supervision.ts'
import {
  givenMember,
  givenOrganisation,
  givenRelationship,
  givenSession,
  givenTeam,
} from './support/given-supervision.ts'
import type { Practitioner, Typed } from './support/given.ts'
import { startWorld, type World } from './support/world.ts'

/**
 * Everybody × every address of supervision and organisations. A route that is not in the table fails the test, and so does
 * one in the table that is gone.
 *
 * The relationship is a group, so that all who can be in one are: its supervisor, a supervisee, another one, and one who
 * has left it. The former supervisor is asked about one that has ended, in which the supervisee was too.
 */
const everybody = [
  'supervisor',
  'supervisee',
  'otherSupervisee',
  'formerSupervisee',
  'formerSupervisor',
  'manager',
  'managerWithDoor',
  'auditor',
  'auditorWithDoor',
  'colleague',
  'administrator',
  'principal',
  /** Administrator and auditor of another organisation, and a supervisor there. */
  'elsewhere',
] as const
type Who = (typeof everybody)[number]

const readers: readonly Who[] = ['supervisor', 'supervisee', 'otherSupervisee', 'formerSupervisee']
const throughDoors: readonly Who[] = ['managerWithDoor', 'auditorWithDoor']
const mayOpen: readonly Who[] = ['manager', 'managerWithDoor', 'auditor', 'auditorWithDoor']

interface Row {
  /** Who is answered. Everybody else finds nothing there, and whoever is not signed in is asked to sign in. */
  readonly for: readonly Who[]
  /** What of the relationship is read there: it leaves a row in `supervision_reading` for each who is answered. */
  readonly reads?: Compartment
  /** Of a POST: fields that do what it is for; the others are sent as the form shows them. */
  readonly typed?: (ids: Ids) => Typed
  /** Where the pattern with the ids in it is not enough, such as with something to ask for. */
  readonly at?: (ids: Ids) => string
  /** For whoever has the secret in the address, signed in or not: a guessed one is nothing. */
  readonly isSecret?: boolean
}

const members = everybody.filter(who => who !== 'elsewhere')
const administrator: readonly Who[] = ['administrator']
const policyMakers: readonly Who[] = ['administrator', 'principal']

/** What stands for each parameter of a pattern, by its name. */
type Ids = Readonly<Record<string, string>>

/**
 * POSTs are carried out in this order, after every refusal: one that shuts a door, or after which somebody is gone, comes
 * last.
 */
const table: Readonly<Record<string, Row>> = {
  'GET /supervision': { for: everybody },
  'GET /supervision/profile': { for: everybody },
  'GET /supervision/profile/absences': { for: everybody },
  'GET /organisations': { for: everybody },
  'GET /organisations/new': { for: everybody },
  'GET /organisations/:organisationId': { for: members },
  'GET /organisations/:organisationId/leave': { for: members },
  'GET /organisations/:organisationId/policy': { for: members },
  'GET /organisations/:organisationId/policy/versions/:version': { for: members },
  'GET /organisations/:organisationId/policy/new': { for: policyMakers },
  'GET /organisations/:organisationId/name': { for: administrator },
  'GET /organisations/:organisationId/teams': { for: administrator },
  'GET /organisations/:organisationId/teams/:teamId': { for: administrator },
  'GET /organisations/:organisationId/members': { for: administrator },
  'GET /organisations/:organisationId/members/:personId': { for: administrator },
  'GET /organisations/:organisationId/members/:personId/end': { for: administrator },
  'GET /organisations/:organisationId/invitations': { for: administrator },
  'GET /organisations/:organisationId/invitations/new': { for: administrator },
  'GET /invitations/:token': { for: [], isSecret: true },
  'GET /supervision/openings': { for: everybody },
  'GET /supervision/mine': { for: everybody },
  'GET /supervision/supervisees': { for: everybody },
  'GET /supervision/:relationshipId/openings': { for: [...readers, ...throughDoors], reads: 'openings' },
  'GET /supervision/:relationshipId/open': { for: mayOpen },
  'GET /organisations/:organisationId/assurance': { for: ['administrator', 'principal'] },
  'GET /organisations/:organisationId/assurance/file': { for: ['administrator', 'principal'] },
  'GET /organisations/:organisationId/holds': { for: ['administrator'] },
  'GET /organisations/:organisationId/holds/:relationshipId': { for: ['administrator'] },
  'POST /organisations/:organisationId/holds/:relationshipId': {
    for: ['administrator'],
    typed: () => ({ reason: 'Zephyrine tribunal' }),
  },
  'POST /organisations/:organisationId/holds/:relationshipId/lift': {
    for: ['administrator'],
    typed: ({ holdId = '' }) => ({ hold: holdId }),
  },
  'POST /supervision/:relationshipId/open': {
    for: mayOpen,
    typed: () => ({ reason: 'Zephyrine complaint', hours: '1' }),
  },
  'POST /organisations/new': { for: everybody, typed: () => ({ name: 'Another', jobRole: 'founder' }) },
  'POST /supervision/profile': {
    for: everybody,
    typed: () => ({ knownAs: 'Zephyrine', isRegistered: 'yes', weekdays: ['1', '2'] }),
  },
  'POST /supervision/profile/absences': {
    for: everybody,
    typed: () => ({ ...onDay('from'), ...onDay('to') }),
  },
  'POST /supervision/profile/absences/remove': {
    for: ['supervisee'],
    typed: ({ absenceId = '' }) => ({ absence: absenceId }),
  },
  'POST /organisations/:organisationId/name': { for: administrator, typed: () => ({ name: 'Southshire' }) },
  'POST /organisations/:organisationId/teams': { for: administrator, typed: () => ({ name: 'South' }) },
  'POST /organisations/:organisationId/teams/:teamId': {
    for: administrator,
    typed: () => ({ name: 'South-east' }),
  },
  'POST /organisations/:organisationId/policy/new': { for: policyMakers },
  'POST /organisations/:organisationId/invitations/new': {
    for: administrator,
    typed: () => ({ email: 'zephyrine@example.org', team: '', jobRole: 'social worker', role: '' }),
  },
  'POST /organisations/:organisationId/invitations/take-back': {
    for: administrator,
    typed: ({ invitationId = '' }) => ({ invitation: invitationId }),
  },
  'POST /invitations/:token': { for: [], isSecret: true, typed: () => ({ answer: 'accept' }) },
  'POST /organisations/:organisationId/members/:personId': {
    for: administrator,
    typed: ({ teamId = '' }) => ({ team: teamId, jobRole: 'student' }),
  },
  'POST /supervision/:relationshipId/openings/:doorId/close': { for: ['managerWithDoor'] },
  'POST /organisations/:organisationId/members/:personId/end': { for: administrator },
  'POST /organisations/:organisationId/leave': { for: members },
}

const prefixes = ['/supervision', '/organisations', '/invitations']

let world: World
let people: Readonly<Record<Who, Practitioner>>
let ids: Ids
/** Of the relationship that has ended. */
let endedIds: Ids
before(async () => {
  world = await startWorld()
  const organisationId = await givenOrganisation(world)
  const teamId = await givenTeam(world, organisationId, 'East')
  const member = (knownAs: string, ...roles: ('administrator' | 'principal-social-worker' | 'auditor')[]) =>
    givenMember(world, organisationId, { knownAs, teamId, roles })
  const elsewhereId = await givenOrganisation(world, 'Elsewhere')
  people = {
    supervisor: await member('Sam'),
    supervisee: await member('Nic'),
    otherSupervisee: await member('Oth'),
    formerSupervisee: await member('Fee'),
    formerSupervisor: await member('For'),
    manager: await member('Max'),
    managerWithDoor: await member('Mab'),
    auditor: await member('Ari', 'auditor'),
    auditorWithDoor: await member('Aud', 'auditor'),
    colleague: await member('Col'),
    administrator: await member('Ada', 'administrator'),
    principal: await member('Pru', 'principal-social-worker'),
    elsewhere: await givenMember(world, elsewhereId, {
      knownAs: 'Els',
      roles: ['administrator', 'auditor', 'principal-social-worker'],
    }),
  }
  const { supervisor, supervisee, otherSupervisee, formerSupervisee, formerSupervisor } = people
  const { manager, managerWithDoor, auditorWithDoor, administrator, elsewhere } = people
  for (const above of [manager, managerWithDoor])
    await givenRelationship(world, { organisationId, supervisor: above, supervisees: [supervisor] })
  await givenRelationship(world, {
    organisationId: elsewhereId,
    supervisor: elsewhere,
    supervisees: [await givenMember(world, elsewhereId, { knownAs: 'Est' })],
  })
  const relationshipId = await givenRelationship(world, {
    organisationId,
    supervisor,
    supervisees: [supervisee, otherSupervisee, formerSupervisee],
    kind: 'group',
  })
  await world.database.write
    .updateTable('relationshipSupervisee')
    .set({ toDay: '2026-10-31' })
    .where('personId', '=', formerSupervisee.personId)
    .execute()
  const ended = await givenRelationship(world, {
    organisationId,
    supervisor: formerSupervisor,
    supervisees: [supervisee],
    to: '2026-10-31',
  })
  const { personId } = await member('Spa')
  const shared = {
    organisationId,
    teamId,
    personId,
    version: '1',
    token: 'guessed',
    absenceId: await givenAbsence(supervisee),
    invitationId: await givenInvitation(organisationId, administrator),
  }
  ids = {
    ...shared,
    relationshipId,
    ...(await givenSessions(relationshipId, supervisor)),
    doorId: await givenDoor(world, relationshipId, managerWithDoor, 'manager'),
    holdId: await givenHold(world, relationshipId, administrator),
  }
  await givenDoor(world, relationshipId, auditorWithDoor, 'auditor')
  endedIds = {
    ...shared,
    relationshipId: ended,
    ...(await givenSessions(ended, formerSupervisor)),
    doorId: await givenDoor(world, ended, managerWithDoor, 'manager'),
    holdId: await givenHold(world, ended, administrator),
  }
  const reckon = world.app.jobHandlers.find(({ name }) => name === 'assurance-reckon')
  await reckon?.run({ organisationId }, world.clock.now())
})
after(() => world.close())

/** One that was held, with a record that both signed, and one that is planned. */
async function givenSessions(relationshipId: string, by: Practitioner): Promise<Ids> {
  const { supervisee } = people
  const sessionId = await givenSession(world, {
    relationshipId,
    by,
    startsAt: '2026-10-05T13:00:00Z',
    attended: [supervisee, people.otherSupervisee, people.formerSupervisee],
    form: 'group',
  })
  await givenSignedRecord(world, sessionId, {
    supervisor: by,
    supervisee,
    signedAt: '2026-10-06T10:00:00Z',
    answeredAt: '2026-10-07T10:00:00Z',
  })
  const plannedSessionId = await givenSession(world, {
    relationshipId,
    by,
    startsAt: '2026-12-07T14:00:00Z',
    state: 'planned',
    form: 'group',
  })
  return { sessionId, plannedSessionId }
}

test('every address of supervision and organisations is in the table, and everything in the table is an address', () => {
  assert.deepEqual(ourRoutes().map(keyOf).toSorted(), Object.keys(table).toSorted())
})

test('somebody is answered at every address, unless it is a secret', () => {
  for (const [key, row] of Object.entries(table)) assert.ok(row.isSecret === true || row.for.length > 0, key)
})

suite('reading', () => {
  for (const [key, row] of rowsOf('GET'))
    test(key, async () => {
      const nobody = await world.browse().getOnce(addressOf(key, row, ids))
      if (row.isSecret === true) assert.equal(nobody.status, 404)
      else assert.match(nobody.location ?? String(nobody.status), /^\/sign-in\?next=/)
      for (const who of everybody) {
        const before = await readingsBy(who)
        const reply = await people[who].browser.getOnce(addressOf(key, row, idsFor(who)))
        const isAnswered = row.for.includes(who)
        assert.equal(reply.status, isAnswered ? 200 : 404, `${who} got ${reply.status}`)
        const read = (await readingsBy(who)).slice(before.length)
        assert.equal(
          read.some(what => what === row.reads),
          isAnswered && row.reads !== undefined,
          `what ${who} read`,
        )
        if (!isAnswered) {
          assert.deepEqual(read, [], who)
          assertNothingTold(reply.html, who)
          // What is not theirs and what never was look the same.
          const never = await people[who].browser.getOnce(addressOf(key, row, nobodysIds(idsFor(who))))
          assert.equal(never.status, 404, who)
        }
      }
    })
})

suite('writing', () => {
  for (const [key, row] of rowsOf('POST'))
    test(`${key}: whoever may not changes nothing`, async () => {
      const before = await databaseContents(world.connectionString)
      const nobody = world.browse()
      await nobody.get('/sign-in')
      const refused = await nobody.postOnce(addressOf(key, row, ids), row.typed?.(ids) ?? {})
      assert.equal(refused.status, 403)
      for (const who of everybody.filter(one => !row.for.includes(one))) {
        const theirs = idsFor(who)
        await people[who].browser.get('/settings')
        const reply = await people[who].browser.postOnce(
          addressOf(key, row, theirs),
          row.typed?.(theirs) ?? {},
        )
        assert.equal(reply.status, 404, `${who} got ${reply.status}`)
        assertNothingTold(reply.html, who)
      }
      assert.deepEqual(await databaseContents(world.connectionString), before)
    })

  for (const [key, row] of rowsOf('POST').filter(([, { isSecret }]) => isSecret !== true))
    test(`${key}: whoever may is answered`, async () => {
      const statuses: number[] = []
      for (const who of row.for) {
        const theirs = idsFor(who)
        const { browser } = people[who]
        const address = addressOf(key, row, theirs)
        const shown = fieldsOfForm((await browser.get(address)).html, address)
        await browser.get('/settings')
        const { status } = await browser.postOnce(address, { ...shown, ...row.typed?.(theirs) })
        // Whoever comes second may find it done already.
        assert.ok([200, 303, 409, 422].includes(status), `${who} got ${status}`)
        statuses.push(status)
      }
      assert.ok(
        statuses.some(status => status === 303 || status === 200),
        `nobody could: ${statuses.join(', ')}`,
      )
    })
})

async function givenAbsence({ personId }: Practitioner): Promise<string> {
  const { absenceId } = await world.database.write
    .insertInto('absence')
    .values({ personId, fromDay: '2026-11-02', toDay: '2026-11-06' })
    .returning('absenceId')
    .executeTakeFirstOrThrow()
  return absenceId
}

async function givenInvitation(organisationId: string, by: Practitioner): Promise<string> {
  const now = world.clock.now()
  const { invitationId } = await world.database.write
    .insertInto('invitation')
    .values({
      organisationId,
      email: 'asked@example.org',
      emailKey: 'asked@example.org',
      jobRole: 'social worker',
      invitedBy: by.personId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + 14 * 86_400_000),
    })
    .returning('invitationId')
    .executeTakeFirstOrThrow()
  return invitationId
}

/** What a browser would send if somebody pressed the button of the form that posts there without changing anything. */
function fieldsOfForm(html: string, action: string): Typed {
  const form = [...html.matchAll(/<form action="([^"]*)"[\s\S]*?<\/form>/g)].find(([, to]) => to === action)
  const fields: Record<string, string[]> = {}
  const add = (name: string | undefined, value: string) => {
    if (name !== undefined && name !== '') fields[name] = [...(fields[name] ?? []), value]
  }
  for (const [tag] of (form?.[0] ?? '').matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
    const isChoice = /type="(?:radio|checkbox)"/.test(tag)
    if (!isChoice || /\schecked/.test(tag)) add(attribute('name'), unescaped(attribute('value') ?? ''))
  }
  for (const [, name, text] of (form?.[0] ?? '').matchAll(/<textarea[^>]*\bname="([^"]*)"[^>]*>([^<]*)</g))
    add(name, unescaped(text ?? ''))
  for (const [, name, options] of (form?.[0] ?? '').matchAll(
    /<select[^>]*\bname="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    add(name, /value="([^"]*)" selected/.exec(options ?? '')?.[1] ?? '')
  return fields
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
}

function onDay(prefix: string): Typed {
  return { [`${prefix}-day`]: '23', [`${prefix}-month`]: '11', [`${prefix}-year`]: '2026' }
}

function ourRoutes(): readonly Route[] {
  return world.app.routes.filter(({ path: { pattern } }) =>
    prefixes.some(prefix => pattern === prefix || pattern.startsWith(`${prefix}/`)),
  )
}

function keyOf({ method, path }: Route): string {
  return `${method} ${path.pattern}`
}

function rowsOf(method: Route['method']): readonly (readonly [key: string, row: Row])[] {
  return Object.entries(table).filter(([key]) => key.startsWith(`${method} `))
}

function idsFor(who: Who): Ids {
  return who === 'formerSupervisor' ? endedIds : ids
}

/** Ids that look like these, and are nobody's. */
function nobodysIds(of: Ids): Ids {
  return Object.fromEntries(
    Object.entries(of).map(([name, id]) => [name, id.includes('-') ? randomUUID() : id]),
  )
}

function addressOf(key: string, row: Row, of: Ids): string {
  if (row.at) return row.at(of)
  const [, pattern = ''] = key.split(' ')
  return pattern.replaceAll(/:(\w+)/g, (_, name: string) => {
    const id = of[name]
    assert.ok(id !== undefined, `there is nothing to put for :${name} in ${pattern}`)
    return id
  })
}

async function readingsBy(who: Who): Promise<readonly string[]> {
  const rows = await world.database.read
    .selectFrom('supervisionReading')
    .select('what')
    .where('personId', '=', people[who].personId)
    .orderBy('readingId')
    .execute()
  return rows.map(({ what }) => what)
}

/** A page that says that there is nothing names nobody. */
function assertNothingTold(html: string, who: Who): void {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
  assert.doesNotMatch(main, /\b(Sam|Nic|Oth|Fee|East|Northshire)\b/, who)
}
