import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import pg from 'pg'
import type { Invitation } from '../src/organisations/invitation.ts'
import type { Compartment } from '../src/supervision/doors.ts'
import type { Route } from '../src/platform/web/route.ts'
import type { Fetched } from './support/browser.ts'
import { databaseContents } from './support/database-contents.ts'
import {
  givenCompartments,
  givenPieceToShare,
  noteWords,
  wordOfNovember,
  words,
} from './support/given-compartments.ts'
import { givenDoor, givenHold } from './support/given-kept-supervision.ts'
import { givenMember, givenOrganisation, givenRelationship, givenTeam } from './support/given-supervision.ts'
import type { Practitioner, Typed } from './support/given.ts'
import { isOfSupervision } from './support/walked-elsewhere.ts'
import { startWorld, type World } from './support/world.ts'

/**
 * Everybody × every address of supervision and organisations. A route that is not in the table fails the test, and so does
 * one in the table that is gone.
 *
 * The relationship is a group, so that all who can be in one are: its supervisor, a supervisee, another one, and one who
 * has left it. The former supervisor is asked about one that has ended, in which the supervisee was too, and the finishing one
 * about one that ended two days ago, in which a record is still to be signed.
 */
const everybody = [
  'supervisor',
  'supervisee',
  'otherSupervisee',
  'formerSupervisee',
  'formerSupervisor',
  'finishingSupervisor',
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

/** Whoever is or was supervised. */
const supervised: readonly Who[] = ['supervisee', 'otherSupervisee', 'formerSupervisee']
const readers: readonly Who[] = ['supervisor', ...supervised]
const throughDoors: readonly Who[] = ['managerWithDoor', 'auditorWithDoor']
const allReaders: readonly Who[] = [...readers, ...throughDoors]
/** The supervisor, and those who are supervised now. */
const parties: readonly Who[] = ['supervisor', 'supervisee', 'otherSupervisee']
/** Whoever no longer supervises can still take case decisions out. */
const takesOut: readonly Who[] = ['supervisor', 'formerSupervisor', 'finishingSupervisor']
/** Whoever supervises, and whoever did until two days ago: of the session that is not finished, and of no other. */
const writers: readonly Who[] = ['supervisor', 'finishingSupervisor']
/** The same with whoever else reads there. */
const readersAndFinisher: readonly Who[] = [...allReaders, 'finishingSupervisor']
/** The two who also have a relationship without an organisation. */
const thePair: readonly Who[] = ['supervisor', 'supervisee']
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
  /** Of a POST: the page with its form, where that has another address. */
  readonly formAt?: (ids: Ids) => string
  /** For whoever has the secret in the address, signed in or not: a guessed one is nothing. */
  readonly isSecret?: boolean
}

const members = everybody.filter(who => who !== 'elsewhere')
const administrator: readonly Who[] = ['administrator']
const policyMakers: readonly Who[] = ['administrator', 'principal']

/** What stands for each parameter of a pattern, by its name. */
type Ids = Readonly<Record<string, string>>

/** An address of one of the sessions. */
const session =
  (name: string, rest = '') =>
  (ids: Ids) =>
    `/supervision/${ids['relationshipId']}/sessions/${ids[name]}${rest}`

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
  'GET /supervision/start': { for: everybody },
  'GET /supervision/calendar': { for: everybody },
  'GET /supervision/calendar/:token': { for: [], isSecret: true },
  'GET /supervision/:relationshipId': { for: allReaders, reads: 'sessions' },
  'GET /supervision/:relationshipId/end': { for: parties },
  'GET /supervision/:relationshipId/policy': {
    for: thePair,
    at: ({ privateId }) => `/supervision/${privateId}/policy`,
  },
  'GET /supervision/:relationshipId/agreement': { for: allReaders, reads: 'agreement' },
  'GET /supervision/:relationshipId/agreement/versions/:version': { for: allReaders, reads: 'agreement' },
  'GET /supervision/:relationshipId/agreement/draft': { for: parties, reads: 'agreement' },
  'GET /supervision/:relationshipId/agreement/check': { for: parties, reads: 'agreement' },
  'GET /supervision/:relationshipId/agreement/draft/earlier': { for: parties, reads: 'agreement' },
  'GET /supervision/:relationshipId/agreement/draft/earlier/:number': { for: parties, reads: 'agreement' },
  'GET /supervision/:relationshipId/plan': { for: parties },
  'GET /supervision/:relationshipId/plan-series': { for: parties },
  'GET /supervision/:relationshipId/sessions/:sessionId': { for: readersAndFinisher, reads: 'agenda' },
  'GET /supervision/:relationshipId/sessions/:sessionId/move': {
    for: parties,
    at: session('plannedSessionId', '/move'),
  },
  'GET /supervision/:relationshipId/sessions/:sessionId/cancel': {
    for: parties,
    at: session('plannedSessionId', '/cancel'),
  },
  'GET /supervision/:relationshipId/sessions/:sessionId/held': {
    for: [...parties, 'finishingSupervisor'],
    at: session('beganSessionId', '/held'),
  },
  'GET /supervision/:relationshipId/sessions/:sessionId/correct': {
    for: ['supervisor'],
    reads: 'sessions',
    at: session('draftSessionId', '/correct'),
  },
  'GET /supervision/:relationshipId/sessions/:sessionId/case-decisions': {
    for: readersAndFinisher,
    reads: 'case-decisions',
  },
  'GET /supervision/:relationshipId/sessions/:sessionId/case-decisions/:decisionId': {
    for: writers,
    reads: 'case-decisions',
  },
  'GET /supervision/:relationshipId/sessions/:sessionId/case-decisions-file': {
    for: takesOut,
    reads: 'case-decisions',
  },
  'GET /supervision/:relationshipId/sessions/:sessionId/take-out-case-decisions': {
    for: takesOut,
    reads: 'case-decisions',
  },
  'GET /supervision/:relationshipId/sessions/:sessionId/record': {
    for: readersAndFinisher,
    reads: 'joint-record',
  },
  'GET /supervision/:relationshipId/sessions/:sessionId/record/sign': {
    for: writers,
    reads: 'joint-record',
    at: session('draftSessionId', '/record/sign'),
  },
  'GET /supervision/:relationshipId/sessions/:sessionId/record/versions': {
    for: [...readers, 'finishingSupervisor'],
    reads: 'joint-record',
    at: session('draftSessionId', '/record/versions'),
  },
  'GET /supervision/:relationshipId/sessions/:sessionId/record/versions/:number': {
    for: [...readers, 'finishingSupervisor'],
    reads: 'joint-record',
    at: session('draftSessionId', '/record/versions/1'),
  },
  'GET /supervision/:relationshipId/sessions/:sessionId/actions': {
    for: readersAndFinisher,
    reads: 'actions',
  },
  'GET /supervision/:relationshipId/sessions/:sessionId/time-spent': { for: allReaders, reads: 'time-spent' },
  // The notes are their owner's alone. What is read of the relationship is that there is such a session.
  'GET /supervision/:relationshipId/sessions/:sessionId/notes': { for: supervised, reads: 'sessions' },
  'GET /supervision/:relationshipId/sessions/:sessionId/notes/versions': {
    for: supervised,
    reads: 'sessions',
  },
  'GET /supervision/:relationshipId/sessions/:sessionId/notes/versions/:number': {
    for: supervised,
    reads: 'sessions',
  },
  'GET /supervision/:relationshipId/sessions/:sessionId/notes/delete': { for: supervised, reads: 'sessions' },
  'GET /supervision/:relationshipId/sessions/:sessionId/share': { for: supervised, reads: 'shared-piece' },
  'GET /supervision/:relationshipId/sessions/:sessionId/share/:personId/:pieceId': {
    for: ['supervisor', 'supervisee'],
    reads: 'shared-piece',
    at: ids => session('sessionId', `/share/${people.supervisee.personId}/${ids['pieceId']}`)(ids),
  },
  'GET /supervision/:relationshipId/sessions/:sessionId/to-cpd': { for: supervised, reads: 'joint-record' },
  'GET /supervision/:relationshipId/openings': { for: allReaders, reads: 'openings' },
  'GET /supervision/:relationshipId/open': { for: mayOpen },
  'GET /organisations/:organisationId/assurance': { for: ['administrator', 'principal'] },
  'GET /organisations/:organisationId/assurance/file': { for: ['administrator', 'principal'] },
  'GET /supervision/:relationshipId/kept-longer': {
    for: thePair,
    at: ({ privateId }) => `/supervision/${privateId}/kept-longer`,
  },
  'POST /supervision/:relationshipId/kept-longer': {
    for: thePair,
    at: ({ privateId }) => `/supervision/${privateId}/kept-longer`,
    typed: () => ({ reason: 'Zephyrine tribunal' }),
  },
  'POST /supervision/:relationshipId/kept-longer/lift': {
    // Whoever placed it.
    for: ['supervisor'],
    at: ({ privateId }) => `/supervision/${privateId}/kept-longer/lift`,
    formAt: ({ privateId }) => `/supervision/${privateId}/kept-longer`,
    typed: ({ privateHoldId = '' }) => ({ hold: privateHoldId }),
  },
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
  'POST /supervision/start': {
    for: everybody,
    typed: () => ({
      email: 'zephyrine@example.org',
      part: 'supervisee',
      kind: 'professional',
      organisation: 'none',
    }),
  },
  'POST /supervision/invitations/:invitationId/take-back': {
    // Whoever asked; of one into the organisation too, an administrator takes it back there.
    for: ['supervisor'],
    at: ({ askedId }) => `/supervision/invitations/${askedId}/take-back`,
    formAt: () => '/supervision',
  },
  'POST /supervision/calendar': { for: everybody, typed: () => ({ press: 'make' }) },
  'POST /supervision/:relationshipId/policy': {
    for: thePair,
    at: ({ privateId }) => `/supervision/${privateId}/policy`,
  },
  'POST /supervision/:relationshipId/agreement/versions/:version': {
    for: parties,
    at: ({ relationshipId }) => `/supervision/${relationshipId}/agreement/versions/2`,
  },
  'POST /supervision/:relationshipId/agreement/draft': {
    for: parties,
    typed: () => ({ place: 'Zephyrine room' }),
  },
  'POST /supervision/:relationshipId/agreement/draft/earlier/:number': { for: parties },
  'POST /supervision/:relationshipId/agreement/check': { for: parties },
  'POST /supervision/:relationshipId/plan': {
    for: parties,
    typed: () => ({ ...onDay('date'), time: '10:00', minutes: '90', kind: 'planned', form: 'group' }),
  },
  'POST /supervision/:relationshipId/plan-series': {
    for: parties,
    typed: () => ({
      ...onDay('date'),
      time: '11:00',
      minutes: '90',
      form: 'group',
      count: '2',
      unit: 'weeks',
      every: '2',
    }),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/agenda': {
    for: parties,
    at: session('plannedSessionId', '/agenda'),
    formAt: session('plannedSessionId'),
    typed: () => ({ text: 'Zephyrine item' }),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/agenda/:itemId/remove': {
    // Whoever put it there.
    for: ['supervisee'],
    at: ids => session('plannedSessionId', `/agenda/${ids['itemId']}/remove`)(ids),
    formAt: session('plannedSessionId'),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/move': {
    for: parties,
    at: session('plannedSessionId', '/move'),
    typed: () => ({ reason: 'Zephyrine move', 'date-day': '8' }),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/cancel': {
    for: parties,
    at: session('plannedSessionId', '/cancel'),
    typed: () => ({ reason: 'Zephyrine cancelled' }),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/case-decisions': {
    for: writers,
    typed: () => ({ reference: 'Zephyrine 7', decision: 'Zephyrine', rationale: 'Zephyrine' }),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/case-decisions/:decisionId': {
    for: writers,
    typed: () => ({ reference: 'Zephyrine 8', decision: 'Zephyrine, changed', rationale: 'Zephyrine' }),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/take-out-case-decisions': {
    for: takesOut,
    typed: () => ({ filed: 'yes' }),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/actions': {
    for: [...parties, 'finishingSupervisor'],
    at: session('draftSessionId', '/actions'),
    typed: () => ({ what: 'Zephyrine action', owner: people.supervisee.personId, ...onDay('by') }),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/actions/:actionId/close': {
    // Whoever is to do it, and the supervisor.
    for: ['supervisee', ...writers],
    at: ids => session('draftSessionId', `/actions/${ids['actionId']}/close`)(ids),
    formAt: session('draftSessionId', '/actions'),
    typed: () => ({ outcome: 'Zephyrine done' }),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/actions/:actionId/reopen': {
    for: ['supervisee', ...writers],
    at: ids => session('draftSessionId', `/actions/${ids['closedActionId']}/reopen`)(ids),
    formAt: session('draftSessionId', '/actions'),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/held': {
    // After the actions: what was closed stays closed once a later session is held.
    for: [...parties, 'finishingSupervisor'],
    at: session('beganSessionId', '/held'),
    typed: () => ({ interrupted: 'no' }),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/correct': {
    for: ['supervisor'],
    at: session('beganSessionId', '/correct'),
    typed: () => ({
      correction: 'attendance',
      attended: [people.supervisee.personId],
      reason: 'Zephyrine correction',
    }),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/record': {
    for: writers,
    at: session('draftSessionId', '/record'),
    typed: () => ({ wellbeing: 'Zephyrine wellbeing' }),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/record/comment': {
    for: supervised,
    at: session('draftSessionId', '/record/comment'),
    formAt: session('draftSessionId', '/record'),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/record/versions/:number': {
    // The supervisor the sections, and the others their own comment.
    for: [...readers, 'finishingSupervisor'],
    at: session('draftSessionId', '/record/versions/1'),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/record/sign': {
    for: writers,
    at: session('draftSessionId', '/record/sign'),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/record/answer': {
    for: supervised,
    formAt: session('sessionId', '/record'),
    typed: () => ({ agrees: 'yes', words: '' }),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/record/additions': {
    // Those who were in that session, which another supervisee was not.
    for: ['supervisor', 'supervisee'],
    at: session('settledSessionId', '/record/additions'),
    formAt: session('settledSessionId', '/record'),
    typed: () => ({ addition: 'Zephyrine addition' }),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/time-spent': {
    for: parties,
    typed: () => ({ topics: ['cases'] }),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/notes': {
    for: supervised,
    at: session('draftSessionId', '/notes'),
    typed: () => ({ note: 'Zephyrine notes' }),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/notes/versions/:number': { for: supervised },
  'POST /supervision/:relationshipId/sessions/:sessionId/notes/delete': {
    for: supervised,
    at: session('draftSessionId', '/notes/delete'),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/share': {
    for: ['supervisee', 'otherSupervisee'],
    at: session('draftSessionId', '/share'),
    typed: ({ pieceId = '' }) => ({ version: `${pieceId} 1`, ...onDay('until') }),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/share/:pieceId/take-back': {
    for: supervised,
    formAt: session('sessionId', '/share'),
  },
  'POST /supervision/:relationshipId/sessions/:sessionId/to-cpd': {
    for: supervised,
    typed: () => ({ learning: 'other-activity', talked: 'no', recorded: 'no' }),
  },
  'POST /supervision/:relationshipId/openings/:doorId/close': { for: ['managerWithDoor'] },
  'POST /supervision/:relationshipId/open': {
    for: mayOpen,
    typed: () => ({ reason: 'Zephyrine complaint', hours: '1' }),
  },
  'POST /supervision/:relationshipId/end': {
    for: parties,
    typed: () => ({ ...onDay('last'), reason: 'Zephyrine end' }),
  },
  'POST /organisations/:organisationId/members/:personId/end': { for: administrator },
  'POST /organisations/:organisationId/leave': { for: members },
}

let world: World
let people: Readonly<Record<Who, Practitioner>>
let ids: Ids
/** Of the relationship that has ended. */
let endedIds: Ids
/** Of the one that ended two days ago; its session is the one that is not finished. */
let finishingIds: Ids
/** Of the one that two people have without an organisation. */
let privateIds: Ids
let elsewhereId: string
before(async () => {
  world = await startWorld()
  const organisationId = await givenOrganisation(world)
  const teamId = await givenTeam(world, organisationId, 'East')
  const member = (knownAs: string, ...roles: ('administrator' | 'principal-social-worker' | 'auditor')[]) =>
    givenMember(world, organisationId, { knownAs, teamId, roles })
  elsewhereId = await givenOrganisation(world, 'Elsewhere')
  people = {
    // Not a registered social worker: the page of the relationship says what the agreement has for that.
    supervisor: await givenMember(world, organisationId, { knownAs: 'Sam', teamId, isRegistered: false }),
    supervisee: await member('Nic'),
    otherSupervisee: await member('Oth'),
    formerSupervisee: await member('Fee'),
    formerSupervisor: await member('For'),
    finishingSupervisor: await member('Fin'),
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
  const privateId = await givenRelationship(world, {
    organisationId: null,
    supervisor,
    supervisees: [supervisee],
    kind: 'professional',
  })
  const ended = await givenRelationship(world, {
    organisationId,
    supervisor: formerSupervisor,
    supervisees: [supervisee],
    to: '2026-10-31',
  })
  const finishing = await givenRelationship(world, {
    organisationId,
    supervisor: people.finishingSupervisor,
    supervisees: [supervisee],
    to: '2026-11-16',
  })
  await world.database.write
    .updateTable('relationship')
    .set({ endedBy: supervisee.personId, endedAt: world.clock.now(), endReason: words.sessions })
    .where('relationshipId', 'in', [ended, finishing])
    .execute()
  const { personId } = await member('Spa')
  const pieceId = await givenPieceToShare(supervisee)
  const door = { reason: words.openings }
  const shared = {
    organisationId,
    teamId,
    personId,
    version: '1',
    token: 'guessed',
    privateId,
    privateHoldId: await givenHold(world, privateId, supervisor),
    absenceId: await givenAbsence(supervisee),
    invitationId: await givenInvitation(organisationId, administrator),
    askedId: await givenInvitation(organisationId, supervisor, {
      part: 'supervisee',
      relationshipKind: 'professional',
    }),
  }
  ids = {
    ...shared,
    relationshipId,
    ...(await givenCompartments(world, {
      relationshipId,
      supervisor,
      supervisee,
      others: [
        [noteWords.otherSupervisee, otherSupervisee],
        [noteWords.formerSupervisee, formerSupervisee],
      ],
      pieceId,
    })),
    doorId: await givenDoor(world, relationshipId, managerWithDoor, 'manager', door),
    holdId: await givenHold(world, relationshipId, administrator),
  }
  await givenDoor(world, relationshipId, auditorWithDoor, 'auditor', door)
  endedIds = {
    ...shared,
    relationshipId: ended,
    ...(await givenCompartments(world, {
      relationshipId: ended,
      supervisor: formerSupervisor,
      supervisee,
      others: [],
      pieceId,
    })),
    doorId: await givenDoor(world, ended, managerWithDoor, 'manager', door),
    holdId: await givenHold(world, ended, administrator),
  }
  const given = await givenCompartments(world, {
    relationshipId: finishing,
    supervisor: people.finishingSupervisor,
    supervisee,
    others: [],
    pieceId,
  })
  const sessionId = given['draftSessionId'] ?? ''
  await world.database.write
    .updateTable('caseDecision')
    .set({ sessionId })
    .where('decisionId', '=', given['decisionId'] ?? '')
    .execute()
  finishingIds = {
    ...shared,
    relationshipId: finishing,
    ...given,
    sessionId,
    doorId: await givenDoor(world, finishing, managerWithDoor, 'manager', door),
    holdId: await givenHold(world, finishing, administrator),
  }
  privateIds = {
    ...shared,
    relationshipId: privateId,
    ...(await givenCompartments(world, {
      relationshipId: privateId,
      supervisor,
      supervisee,
      others: [],
      pieceId,
    })),
    // Nobody can open such a door: there is no organisation whose manager or auditor they could be.
    doorId: await givenDoor(world, privateId, managerWithDoor, 'manager', door),
    holdId: ids['holdId'] ?? '',
  }
  await givenDoor(world, privateId, auditorWithDoor, 'auditor', door)
  await givenClosedDoor(relationshipId, manager)
  const reckon = world.app.jobHandlers.find(({ name }) => name === 'assurance-reckon')
  await reckon?.run({ organisationId }, world.clock.now())
})
after(() => world.close())

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
        assertOnlyTheirs(reply, who, (await readingsBy(who)).slice(before.length))
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

test('why a session was cancelled is told to those who may read it', async () => {
  const cancelled: readonly (readonly [name: string, told: readonly Who[]])[] = [
    ['cancelledSessionId', allReaders],
    ['laterSessionId', allReaders.filter(who => who !== 'formerSupervisee')],
  ]
  for (const [name, told] of cancelled)
    for (const who of everybody) {
      const before = await readingsBy(who)
      const reply = await people[who].browser.getOnce(session(name)(idsFor(who)))
      const read = (await readingsBy(who)).slice(before.length)
      assertOnlyTheirs(reply, who, read)
      assert.equal(reply.status, told.includes(who) ? 200 : 404, who)
      assert.equal(reply.html.includes(words.sessions), told.includes(who), who)
      assert.equal(read.length > 0, told.includes(who), who)
    }
})

// Otherwise the words that are looked for could be missing because they stand nowhere.
test('whoever may read a compartment was shown its text', () => {
  const asked = Object.keys(words).filter((one): one is Worded => one in words)
  const wanted = asked.flatMap(one => mayRead[one].map(who => `${who}: ${words[one]}`))
  const own = Object.entries(noteWords).map(([who, word]) => `${who}: ${word}`)
  assert.deepEqual(
    [...wanted, ...own].filter(one => !shown.has(one)),
    [],
  )
})

suite('reading with ids that do not belong together', () => {
  for (const [key, row] of rowsOf('GET').filter(([key]) => key.includes('/sessions/')))
    test(`${key}: a session of another relationship is none of this one`, async () => {
      // Both are in the group; one was in the other relationship too.
      const mixed = { ...endedIds, relationshipId: ids['relationshipId'] ?? '' }
      for (const who of ['supervisor', 'supervisee'] as const) await assertNothingThere(who, key, row, mixed)
    })

  for (const [key, row] of rowsOf('GET').filter(([key]) => key.includes('/:relationshipId')))
    test(`${key}: where there is no organisation, nobody but the two`, async () => {
      const isTheirs = key.startsWith('GET /supervision/')
      for (const who of everybody) {
        if (!isTheirs || !thePair.includes(who)) await assertNothingThere(who, key, row, privateIds)
        else if (row.for.includes(who)) {
          const reply = await people[who].browser.getOnce(addressOf(key, row, privateIds))
          assert.equal(reply.status, 200, `${who} got ${reply.status}`)
        }
      }
    })

  for (const [key, row] of rowsOf('GET').filter(([key]) => /\/sessions\/|\/versions\//.test(key)))
    if (key.startsWith('GET /supervision/'))
      test(`${key}: what came after them is not there for whoever has left`, async () => {
        const later = Object.fromEntries(
          Object.keys(ids)
            .filter(name => name.endsWith('essionId'))
            .flatMap(name => [[name, ids['laterSessionId'] ?? '']]),
        )
        const afterwards = { ...ids, ...later, version: '2' }
        await assertNothingThere('formerSupervisee', key, row, afterwards)
      })

  for (const [key, row] of rowsOf('GET').filter(([key]) => /^GET \/organisations\/.*\/:\w+.*\/:/.test(key)))
    test(`${key}: what another organisation has is none of one’s own`, async () => {
      const theirs = { ...ids, organisationId: elsewhereId }
      if (key.includes('/:version')) return
      await assertNothingThere('elsewhere', key, row, theirs)
    })
})

test('no page without an id in its address has text of a compartment, and no one’s notes', async () => {
  const pages = world.app.routes.filter(({ method, path }) => method === 'GET' && !path.pattern.includes(':'))
  assert.ok(pages.length > 20)
  for (const { path } of pages)
    for (const who of everybody.filter(one => one !== 'supervisee'))
      assertOnlyTheirs(await people[who].browser.getOnce(path.pattern), who, [])
  // What the supervisee took to a session is theirs, and so its title stands in their own record.
  for (const { path } of pages) {
    const { html } = await people.supervisee.browser.getOnce(path.pattern)
    const found = [...Object.values(words), ...Object.values(noteWords)].filter(word => html.includes(word))
    assert.deepEqual(
      found.filter(word => word !== words['shared-piece']),
      [],
      path.pattern,
    )
  }
})

test('a calendar says that there are sessions, and names nobody', async () => {
  for (const who of everybody) {
    const { browser } = people[who]
    await browser.get('/supervision/calendar')
    const made = await browser.postOnce('/supervision/calendar', { press: 'make' })
    const address = /\/supervision\/calendar\/[\w-]{20,}/.exec(made.html)?.[0]
    assert.ok(address !== undefined, who)
    const { status, html: calendar } = await world.browse().getOnce(address)
    assert.equal(status, 200)
    const hasEvents = calendar.includes('BEGIN:VEVENT')
    assert.equal(hasEvents, inSessions.includes(who), who)
    assertSaysNothing(calendar, who)
  }
})

suite('writing', () => {
  test('is refused without the token of our pages, from another site, and with a field that no page has', async () => {
    const before = await databaseContents(world.connectionString)
    for (const [key, row] of rowsOf('POST')) {
      const [who = 'supervisor'] = row.for
      const { browser } = people[who]
      const theirs = idsFor(who)
      const address = addressOf(key, row, theirs)
      await browser.get('/settings')
      const typed = row.typed?.(theirs) ?? {}
      const without = await browser.postOnce(address, { ...typed, formToken: '' })
      assert.equal(without.status, 403, key)
      await browser.get('/settings')
      const foreign = await browser.postOnce(address, typed, { 'sec-fetch-site': 'cross-site' })
      assert.equal(foreign.status, 403, key)
      await browser.get('/settings')
      const unknown = await browser.postOnce(address, { ...typed, colour: 'zephyrine' })
      assert.equal(unknown.status, 400, key)
    }
    assert.deepEqual(await databaseContents(world.connectionString), before)
  })

  for (const [key, row] of rowsOf('POST').filter(([key]) => key.includes('/:relationshipId')))
    test(`${key}: ids that do not belong together change nothing`, async () => {
      const before = await databaseContents(world.connectionString)
      for (const [who, mixed] of mixedIds(key)) {
        const { browser } = people[who]
        await browser.get('/settings')
        const { status } = await browser.postOnce(addressOf(key, row, mixed), {
          ...row.typed?.(mixed),
        })
        assert.equal(status, 404, `${who} got ${status}`)
      }
      assert.deepEqual(await databaseContents(world.connectionString), before)
    })

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
        assertOnlyTheirs(reply, who, [])
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
        const before = await readingsBy(who)
        const shown = fieldsOfForm((await browser.get(row.formAt?.(theirs) ?? address)).html, address)
        await browser.get('/settings')
        const reply = await browser.postOnce(address, { ...shown, ...row.typed?.(theirs) })
        const { status } = reply
        assertOnlyTheirs(reply, who, (await readingsBy(who)).slice(before.length))
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

test('no mail and no job that all of that led to says what is in a compartment, or how anybody is known', async () => {
  const client = new pg.Client({ connectionString: world.connectionString })
  await client.connect()
  const { rows } = await client.query<{ data: string }>('select data::text as data from pgboss.job_common')
  await client.end()
  assert.ok(rows.length > 0)
  for (const { data } of rows) assertSaysNothing(data, 'a job')
  const mails = await world.mails()
  assert.ok(mails.length > 0)
  for (const mail of mails) assertSaysNothing(JSON.stringify(mail), mail.subject)
})

/** Who may do it where the ids are right, with some that are of something else. */
function mixedIds(key: string): readonly (readonly [Who, Ids])[] {
  const relationshipId = ids['relationshipId'] ?? ''
  const { decisionId = '', actionId = '', closedActionId = '', itemId = '', doorId = '' } = endedIds
  const parts = { ...ids, decisionId, actionId, closedActionId, itemId, doorId }
  const isOfPart = /\/:(?:decisionId|actionId|itemId|doorId)\b/.test(key)
  return [
    ...(key.includes('/sessions/')
      ? ([
          ['supervisor', { ...endedIds, relationshipId }],
          ['supervisee', { ...endedIds, relationshipId }],
        ] as const)
      : []),
    ...(isOfPart
      ? ([
          ['supervisor', parts],
          ['supervisee', parts],
          ['managerWithDoor', parts],
        ] as const)
      : []),
    ...(key.includes('/organisations/')
      ? ([
          ['administrator', privateIds],
          ['elsewhere', { ...ids, organisationId: elsewhereId }],
        ] as const)
      : everybody
          .filter(who => !thePair.includes(who) && !key.includes('/openings/'))
          .map(who => [who, privateIds] as const)),
  ]
}

/** Nothing is told, and nothing was read. */
async function assertNothingThere(who: Who, key: string, row: Row, of: Ids): Promise<void> {
  const before = await readingsBy(who)
  const reply = await people[who].browser.getOnce(addressOf(key, row, of))
  assert.equal(reply.status, 404, `${who} got ${reply.status}`)
  assert.deepEqual((await readingsBy(who)).slice(before.length), [], `what ${who} read`)
  assertNothingTold(reply.html, who)
  assertOnlyTheirs(reply, who, [])
}

/** One that was open this morning. */
async function givenClosedDoor(relationshipId: string, opener: Practitioner): Promise<void> {
  const doorId = await givenDoor(world, relationshipId, opener, 'manager', { reason: words.openings })
  await world.database.write
    .updateTable('door')
    .set({ openedAt: new Date('2026-11-18T09:00:00Z'), closesAt: new Date('2026-11-18T13:59:00Z') })
    .where('doorId', '=', doorId)
    .execute()
}

async function givenAbsence({ personId }: Practitioner): Promise<string> {
  const { absenceId } = await world.database.write
    .insertInto('absence')
    .values({ personId, fromDay: '2026-11-02', toDay: '2026-11-06' })
    .returning('absenceId')
    .executeTakeFirstOrThrow()
  return absenceId
}

async function givenInvitation(
  organisationId: string,
  by: Practitioner,
  asked: Partial<Pick<Invitation, 'part' | 'relationshipKind'>> = {},
): Promise<string> {
  const now = world.clock.now()
  const { invitationId } = await world.database.write
    .insertInto('invitation')
    .values({
      organisationId,
      email: 'asked@example.org',
      emailKey: 'asked@example.org',
      jobRole: 'social worker',
      ...asked,
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
  return world.app.routes.filter(({ path }) => isOfSupervision(path.pattern))
}

function keyOf({ method, path }: Route): string {
  return `${method} ${path.pattern}`
}

function rowsOf(method: Route['method']): readonly (readonly [key: string, row: Row])[] {
  return Object.entries(table).filter(([key]) => key.startsWith(`${method} `))
}

function idsFor(who: Who): Ids {
  if (who === 'finishingSupervisor') return finishingIds
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

/** Those who have sessions in their calendar: whoever supervised and no longer does has none. */
const inSessions: readonly Who[] = readers

/** Neither a word of any compartment, nor how anybody is known. */
function assertSaysNothing(text: string, what: string): void {
  const found = [...Object.values(words), ...Object.values(noteWords), wordOfNovember, 'Zephyrine'].filter(
    word => text.includes(word),
  )
  assert.deepEqual(found, [], what)
  assert.doesNotMatch(text, /\b(Sam|Nic|Oth|Fee|Max|Mab|Aud)\b/, what)
}

/** A page that says that there is nothing names nobody. */
function assertNothingTold(html: string, who: Who): void {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
  assert.doesNotMatch(main, /\b(Sam|Nic|Oth|Fee|East|Northshire)\b/, who)
}

type Worded = keyof typeof words

/** Who was shown which word, in all that was asked so far. */
const shown = new Set<string>()

/** Who may read the text of a compartment. A piece is shared with the supervisor alone. */
const mayRead: Readonly<Record<Worded, readonly Who[]>> = {
  agreement: allReaders,
  sessions: allReaders,
  agenda: allReaders,
  'case-decisions': [...allReaders, 'formerSupervisor', 'finishingSupervisor'],
  'joint-record': readersAndFinisher,
  actions: readersAndFinisher,
  openings: allReaders,
  'shared-piece': ['supervisor', 'supervisee'],
}

/** Pages of one compartment that show text of another, which the trace of the first tells. */
const toldBy: Partial<Readonly<Record<Worded, readonly Compartment[]>>> = {
  // Why a session was moved or cancelled stands on the session's page, with its agenda.
  sessions: ['agenda'],
  // A record is signed with the actions that were agreed.
  actions: ['joint-record'],
}

/**
 * Whoever gets a page reads in it no text of a compartment that is not for them, nobody else's notes, nothing of after their
 * time; and whatever text of a compartment there is in it has left a trace.
 */
function assertOnlyTheirs({ html }: Fetched, who: Who, read: readonly string[]): void {
  for (const word of [...Object.values(words), ...Object.values(noteWords)])
    if (html.includes(word)) shown.add(`${who}: ${word}`)
  for (const compartment of Object.keys(words).filter((one): one is Worded => one in words)) {
    if (!html.includes(words[compartment])) continue
    assert.ok(mayRead[compartment].includes(who), `${who} was shown text of ${compartment}`)
    const traces: readonly string[] = [compartment, ...(toldBy[compartment] ?? [])]
    assert.ok(
      read.some(what => traces.includes(what)),
      `${who} was shown text of ${compartment} and left no trace`,
    )
  }
  for (const [owner, word] of Object.entries(noteWords))
    assert.ok(!html.includes(word) || owner === who, `${who} was shown the notes of ${owner}`)
  assert.ok(
    !html.includes(wordOfNovember) || who !== 'formerSupervisee',
    `${who} was shown what came after them`,
  )
}
