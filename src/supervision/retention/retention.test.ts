import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import fc from 'fast-check'
import { keepNoteRevision } from '../notes/actions/keep-note-revision.ts'
import { addDays, daysBetween } from '../../platform/day.ts'
import { databaseContents } from '../../../test/support/database-contents.ts'
import {
  givenDoor,
  givenHold,
  givenOpenAction,
  givenSignedAgreement,
  givenSignedRecord,
} from '../../../test/support/given-kept-supervision.ts'
import {
  givenMember,
  givenOrganisation,
  givenRelationship,
  givenSession,
} from '../../../test/support/given-supervision.ts'
import { day, type Practitioner } from '../../../test/support/given.ts'
import { startWorld, type World } from '../../../test/support/world.ts'
import { contentOf } from '../../organisations/policy-of.ts'
import { standardPolicy } from '../policy/policy.ts'
import { retentionHandler } from './actions/delete-expired.ts'
import { isPast, keptUntil, retentionOn } from './retention.ts'

const policy = standardPolicy(day('2020-01-01'))

suite('until when it is kept', () => {
  test('is not known while the relationship lasts', () => {
    assert.deepEqual(keptUntil({ during: { from: day('2020-01-01'), to: null } }, policy), {
      until: null,
      years: 7,
      reason: policy.retention.reason,
    })
  })

  test('is that many years after its last day, on a leap day too', () => {
    const until = (to: string, years: number) =>
      keptUntil({ during: { from: day('2020-01-01'), to: day(to) } }, { retention: { years, reason: '' } })
        .until
    assert.equal(until('2026-11-18', 7), '2033-11-18')
    assert.equal(until('2028-02-29', 25), '2053-02-28')
    assert.equal(until('2026-11-18', 0), '2026-11-18')
  })

  test('includes that day, and is never over while the relationship lasts', () => {
    const ends = fc.integer({ min: 0, max: 20_000 }).map(days => addDays(day('1990-01-01'), days))
    fc.assert(
      fc.property(ends, fc.integer({ min: 0, max: 40 }), (to, years) => {
        const during = { from: day('1980-01-01'), to }
        const kept = keptUntil({ during }, { retention: { years, reason: '' } })
        assert.ok(kept.until)
        assert.ok(!isPast(kept, kept.until))
        assert.ok(isPast(kept, addDays(kept.until, 1)))
        assert.ok(Math.abs(daysBetween(to, kept.until) - 365.25 * years) <= 2)
        assert.ok(!isPast({ ...kept, until: null }, addDays(to, 50_000)))
      }),
    )
  })
})

suite('how long it is kept', () => {
  const version = (number: number, from: string, years: number) => ({
    ...policy,
    version: number,
    from: day(from),
    retention: { years, reason: `For ${years}` },
  })
  const years = (policies: Parameters<typeof retentionOn>[0], today: string) =>
    retentionOn(policies, day(today)).years

  test('a longer time counts at once, and a shorter one once it has been in force for 90 days', () => {
    const longer = [version(1, '2020-01-01', 7), version(2, '2026-06-01', 25)]
    assert.deepEqual(
      ['2026-05-31', '2026-06-01'].map(today => years(longer, today)),
      [7, 25],
    )
    const shorter = [version(1, '2020-01-01', 7), version(2, '2026-06-01', 1)]
    assert.deepEqual(
      ['2026-06-01', '2026-08-29', '2026-08-30'].map(today => years(shorter, today)),
      [7, 7, 1],
    )
  })

  test('a slip that is put right has deleted nothing', () => {
    const slip = [version(1, '2020-01-01', 25), version(2, '2026-06-01', 1), version(3, '2026-06-02', 25)]
    const days = fc.integer({ min: 0, max: 400 }).map(more => addDays(day('2026-05-01'), more))
    fc.assert(fc.property(days, today => retentionOn(slip, today).years === 25))
  })
})

suite('every night', () => {
  let world: World
  before(async () => {
    world = await startWorld()
  })
  after(() => world.close())

  async function runNight(): Promise<void> {
    const job = world.app.jobHandlers.find(({ name }) => name === 'supervision-retention')
    assert.ok(job)
    await job.run({}, world.clock.now())
  }

  interface Kept {
    readonly organisationId: string
    readonly relationshipId: string
    readonly people: readonly Practitioner[]
  }

  /** A relationship that ended on 30 June 2020, with something in every compartment. */
  async function givenEnded(own = false): Promise<Kept> {
    const organisationId = await givenOrganisation(world)
    const member = (knownAs: string) => givenMember(world, organisationId, { knownAs })
    const [supervisor, supervisee, manager] = [await member('Sam'), await member('Nic'), await member('Max')]
    const relationshipId = await givenRelationship(world, {
      organisationId: own ? null : organisationId,
      supervisor,
      supervisees: [supervisee],
      from: '2019-01-07',
      to: '2020-06-30',
    })
    const sessionId = await givenSession(world, {
      relationshipId,
      by: supervisor,
      startsAt: '2020-05-04T13:00:00Z',
      attended: [supervisee],
    })
    const db = world.database.write
    await givenSignedRecord(world, sessionId, {
      supervisor,
      supervisee,
      signedAt: '2020-05-05T10:00:00Z',
      answeredAt: '2020-05-06T10:00:00Z',
    })
    await givenSignedAgreement(world, relationshipId, [supervisor, supervisee], '2019-01-07T10:00:00Z')
    await givenOpenAction(world, relationshipId, sessionId, supervisee, '2020-06-01')
    await givenDoor(world, relationshipId, manager, 'manager')
    await db
      .insertInto('personalNote')
      .values({
        personId: supervisee.personId,
        sessionId,
        version: 1,
        text: 'Mine',
        changedAt: '2020-05-04',
      })
      .execute()
    await keepNoteRevision(db, {
      personId: supervisee.personId,
      sessionId,
      note: { text: 'Mine, before', changedAt: new Date('2020-05-04') },
      wasReplaced: false,
      now: new Date('2020-05-04'),
    })
    await db
      .insertInto('supervisionReading')
      .values({ relationshipId, personId: manager.personId, what: 'joint-record', readAt: '2020-05-07' })
      .execute()
    return { organisationId, relationshipId, people: [supervisor, supervisee, manager] }
  }

  async function isThere({ relationshipId }: Kept): Promise<boolean> {
    const found = await world.database.read
      .selectFrom('relationship')
      .select('relationshipId')
      .where('relationshipId', '=', relationshipId)
      .execute()
    return found.length === 1
  }

  async function rowsOfSupervision(): Promise<Readonly<Record<string, number>>> {
    const contents = await databaseContents(world.connectionString)
    const tables =
      /relationship|agreement|supervision_(session|action|reading|hold)|session_|joint_|personal_note|door/
    return Object.fromEntries(
      Object.entries(contents)
        .filter(([name]) => tables.test(name))
        .map(([name, hash]) => [name, Number.parseInt(hash, 10) || 0]),
    )
  }

  test('a relationship goes whole on the day after its last, and nobody’s account or membership with it', async () => {
    const before = await rowsOfSupervision()
    const kept = await givenEnded()
    world.clock.set('2027-06-30T03:30:00Z')
    await runNight()
    assert.ok(await isThere(kept))
    world.clock.set('2027-07-01T03:30:00Z')
    await runNight()
    assert.ok(!(await isThere(kept)))
    assert.deepEqual(await rowsOfSupervision(), before)
    for (const { personId } of kept.people) {
      for (const table of ['person', 'membership', 'supervisionProfile'] as const) {
        const rows = await world.database.read
          .selectFrom(table)
          .select('personId')
          .where('personId', '=', personId)
          .execute()
        assert.equal(rows.length, 1, table)
      }
    }
  })

  test('what two people chose for themselves is respected where there is no organisation', async () => {
    const kept = await givenEnded(true)
    await world.database.write
      .updateTable('relationship')
      .set({
        ownPolicy: JSON.stringify({ ...contentOf(policy), retention: { years: 2, reason: 'We chose it' } }),
      })
      .where('relationshipId', '=', kept.relationshipId)
      .execute()
    world.clock.set('2022-06-30T03:30:00Z')
    await runNight()
    assert.ok(await isThere(kept))
    world.clock.set('2022-07-01T03:30:00Z')
    await runNight()
    assert.ok(!(await isThere(kept)))
  })

  test('a hold keeps it, and once it is lifted it goes', async () => {
    const kept = await givenEnded()
    const [by] = kept.people
    assert.ok(by)
    const holdId = await givenHold(world, kept.relationshipId, by)
    world.clock.set('2030-01-01T03:30:00Z')
    await runNight()
    assert.ok(await isThere(kept))
    await world.database.write
      .updateTable('supervisionHold')
      .set({ liftedAt: world.clock.now() })
      .where('holdId', '=', holdId)
      .execute()
    await runNight()
    assert.ok(!(await isThere(kept)))
  })

  test('a policy that keeps longer, made afterwards, keeps it longer', async () => {
    const kept = await givenEnded()
    const { version: _version, from: _from, ...content } = policy
    await world.database.write
      .insertInto('supervisionPolicy')
      .values({
        organisationId: kept.organisationId,
        version: 2,
        fromDay: '2027-01-01',
        content: JSON.stringify({ ...content, retention: { years: 25, reason: 'Our schedule' } }),
        madeAt: world.clock.now(),
        madeBy: kept.people[0]?.personId ?? '',
      })
      .execute()
    world.clock.set('2028-01-01T03:30:00Z')
    await runNight()
    assert.ok(await isThere(kept))
  })

  test('a policy that keeps for a shorter time deletes nothing for 90 days', async () => {
    const kept = await givenEnded()
    const own = await givenEnded(true)
    const { version: _version, from: _from, ...content } = policy
    const shorter = JSON.stringify({ ...content, retention: { years: 1, reason: 'A slip' } })
    const db = world.database.write
    await db
      .insertInto('supervisionPolicy')
      .values({
        organisationId: kept.organisationId,
        version: 2,
        fromDay: '2023-01-02',
        content: shorter,
        madeAt: world.clock.now(),
        madeBy: kept.people[0]?.personId ?? '',
      })
      .execute()
    await db
      .updateTable('relationship')
      .set({
        ownPolicy: shorter,
        ownPolicyFrom: '2023-01-02',
        ownPoliciesBefore: JSON.stringify([{ from: '2020-01-01', content }]),
      })
      .where('relationshipId', '=', own.relationshipId)
      .execute()
    world.clock.set('2023-04-01T03:30:00Z')
    await runNight()
    assert.deepEqual([await isThere(kept), await isThere(own)], [true, true])
    world.clock.set('2023-04-02T03:30:00Z')
    await runNight()
    assert.deepEqual([await isThere(kept), await isThere(own)], [false, false])
  })

  test('somebody’s leaving deletes nothing', async () => {
    const organisationId = await givenOrganisation(world)
    const [supervisor, supervisee] = [
      await givenMember(world, organisationId, { knownAs: 'Sam' }),
      await givenMember(world, organisationId, { knownAs: 'Nic' }),
    ]
    const relationshipId = await givenRelationship(world, {
      organisationId,
      supervisor,
      supervisees: [supervisee],
      from: '2027-01-04',
    })
    await givenSession(world, { relationshipId, by: supervisor, startsAt: '2027-02-01T13:00:00Z' })
    world.clock.set('2028-02-01T03:30:00Z')
    const db = world.database.write
    await db
      .updateTable('membership')
      .set({ toDay: '2028-01-31' })
      .where('personId', '=', supervisee.personId)
      .execute()
    await db
      .updateTable('relationship')
      .set({ toDay: '2028-01-31' })
      .where('relationshipId', '=', relationshipId)
      .execute()
    const before = await databaseContents(world.connectionString)
    await runNight()
    assert.deepEqual(await databaseContents(world.connectionString), before)
  })

  test('the log gets counts, and neither a name nor an id', async () => {
    const lines: string[] = []
    const kept = await givenEnded()
    const other = await givenEnded()
    const [by] = other.people
    assert.ok(by)
    await givenHold(world, other.relationshipId, by)
    world.clock.set('2028-02-01T03:30:00Z')
    const { database } = world
    const job = retentionHandler({ database, timeZone: 'Europe/London', log: line => lines.push(line) })
    await job.run({}, world.clock.now())
    assert.deepEqual(lines, ['supervision-retention: 1 relationships deleted, 1 kept by a hold'])
    assert.ok(!(await isThere(kept)))
  })
})
