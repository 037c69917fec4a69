import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { givenDoor, givenHold } from '../../../test/support/given-kept-supervision.ts'
import {
  givenMember,
  givenOrganisation,
  givenRelationship,
  givenSession,
} from '../../../test/support/given-supervision.ts'
import { signInBrowser, type Practitioner } from '../../../test/support/given.ts'
import { databaseContents } from '../../../test/support/database-contents.ts'
import { startWorld, type World } from '../../../test/support/world.ts'
import { commitReading } from '../actions/commit-reading.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

interface Cast {
  readonly organisationId: string
  readonly relationshipId: string
  readonly supervisor: Practitioner
  readonly supervisee: Practitioner
  readonly manager: Practitioner
  readonly auditor: Practitioner
  readonly colleague: Practitioner
}

async function givenCast(): Promise<Cast> {
  const organisationId = await givenOrganisation(world)
  const member = (knownAs: string, roles: readonly ('administrator' | 'auditor')[] = []) =>
    givenMember(world, organisationId, { knownAs, roles })
  const cast = {
    supervisor: await member('Sam Supervisor'),
    supervisee: await member('Nic Supervisee'),
    manager: await member('Max Manager'),
    auditor: await member('Ari Auditor', ['auditor']),
    colleague: await member('Col Colleague', ['administrator']),
  }
  const { supervisor, supervisee, manager } = cast
  await givenRelationship(world, { organisationId, supervisor: manager, supervisees: [supervisor] })
  const relationshipId = await givenRelationship(world, {
    organisationId,
    supervisor,
    supervisees: [supervisee],
  })
  return { organisationId, relationshipId, ...cast }
}

const typed = { reason: 'Zephyrine complaint of last week', hours: '4' }

async function open(
  { browser }: Practitioner,
  relationshipId: string,
  fields: Record<string, string> = typed,
) {
  await browser.get('/supervision/openings')
  return browser.postOnce(`/supervision/${relationshipId}/open`, fields)
}

suite('opening what two people share', () => {
  test('is for the supervisor’s line manager and an auditor; everybody else finds nothing and changes nothing', async () => {
    const { relationshipId, supervisor, supervisee, manager, auditor, colleague } = await givenCast()
    for (const { browser } of [supervisor, supervisee, colleague]) {
      assert.equal((await browser.getOnce(`/supervision/${relationshipId}/open`)).status, 404)
      await browser.get('/supervision/openings')
      const before = await databaseContents(world.connectionString)
      assert.equal((await browser.postOnce(`/supervision/${relationshipId}/open`, typed)).status, 404)
      assert.deepEqual(await databaseContents(world.connectionString), before)
    }
    const { browser: nobody } = { browser: world.browse() }
    assert.match(
      (await nobody.getOnce(`/supervision/${relationshipId}/open`)).location ?? '',
      /^\/sign-in\?next=/,
    )
    for (const opener of [manager, auditor]) {
      const form = await opener.browser.getOnce(`/supervision/${relationshipId}/open`)
      assert.equal(form.status, 200)
      assert.match(form.text, /Sam Supervisor supervises Nic Supervisee/)
      assert.equal((await open(opener, relationshipId)).location, `/supervision/${relationshipId}/openings`)
    }
  })

  test('tells everybody whose it is, by a mail without names or reason', async () => {
    const { relationshipId, supervisor, supervisee, manager } = await givenCast()
    const seen = (await world.mails()).length
    await open(manager, relationshipId)
    const mails = (await world.mails()).slice(seen)
    assert.deepEqual(mails.map(({ to }) => to).toSorted(), [supervisor.email, supervisee.email].toSorted())
    for (const { subject, text } of mails) {
      assert.doesNotMatch(`${subject} ${text}`, /Zephyrine|Manager|Sam|Nic|Max/i)
      assert.ok(text.includes(`/supervision/${relationshipId}/openings`))
    }
  })

  test('shows both sides who it was, as what, why, until when, and every reading through it', async () => {
    const { relationshipId, supervisor, supervisee, manager } = await givenCast()
    const sessionId = await givenSession(world, {
      relationshipId,
      by: supervisor,
      startsAt: '2026-11-12T14:00:00Z',
      attended: [supervisee],
    })
    await open(manager, relationshipId)
    await commitReading(world.database.write, {
      relationshipId,
      sessionId,
      personId: manager.personId,
      what: 'joint-record',
      at: world.clock.now(),
    })
    // What they read is told; what the two read themselves is not.
    await commitReading(world.database.write, {
      relationshipId,
      sessionId: null,
      personId: supervisor.personId,
      what: 'agreement',
      at: world.clock.now(),
    })
    for (const { browser } of [supervisor, supervisee]) {
      const { text } = await browser.get(`/supervision/${relationshipId}/openings`)
      assert.match(text, /Max Manager, as the supervisor’s line manager/)
      assert.match(text, /Zephyrine complaint of last week/)
      assert.match(text, /Opened 18 November 2026 at 2:00pm/)
      assert.match(text, /Open until 18 November 2026 at 6:00pm/)
      assert.match(
        text,
        /18 November 2026 at 2:00pm: the joint record of the session on 12 November 2026 at 2:00pm/,
      )
      assert.doesNotMatch(text, /the agreement/)
      assert.match(text, /Supervision records can be ordered by a court/)
    }
  })

  test('tells an opener of their own openings only, and a supervisee of none from before they came', async () => {
    const { organisationId, supervisor, supervisee, manager, auditor, colleague } = await givenCast()
    const relationshipId = await givenRelationship(world, {
      organisationId,
      supervisor,
      supervisees: [supervisee, colleague],
      kind: 'group',
    })
    const db = world.database.write
    // Who came on 18 November, and who left with October.
    for (const [{ personId }, days] of [
      [colleague, { fromDay: '2026-11-18' }],
      [supervisee, { toDay: '2026-10-31' }],
    ] as const)
      await db
        .updateTable('relationshipSupervisee')
        .set(days)
        .where('relationshipId', '=', relationshipId)
        .where('personId', '=', personId)
        .execute()
    const doorId = await givenDoor(world, relationshipId, manager, 'manager', { reason: 'Of October' })
    await db
      .updateTable('door')
      .set({ openedAt: new Date('2026-10-05T09:00:00Z'), closesAt: new Date('2026-10-05T13:00:00Z') })
      .where('doorId', '=', doorId)
      .execute()
    await givenDoor(world, relationshipId, manager, 'manager', { reason: 'Of the manager' })
    await givenDoor(world, relationshipId, auditor, 'auditor', { reason: 'Of the auditor' })
    await givenHold(world, relationshipId, manager)
    const reasons = ['Of October', 'Of the manager', 'Of the auditor', 'Held because']
    const shownTo = async ({ browser }: Practitioner) => {
      const { status, text } = await browser.get(`/supervision/${relationshipId}/openings`)
      assert.equal(status, 200)
      return reasons.filter(reason => text.includes(reason))
    }
    assert.deepEqual(await shownTo(supervisor), reasons)
    assert.deepEqual(await shownTo(supervisee), reasons)
    assert.deepEqual(await shownTo(colleague), ['Of the manager', 'Of the auditor', 'Held because'])
    assert.deepEqual(await shownTo(manager), ['Of October', 'Of the manager'])
    assert.deepEqual(await shownTo(auditor), ['Of the auditor'])
  })

  test('asks for a reason and a time, and keeps what was typed', async () => {
    const { relationshipId, manager } = await givenCast()
    const before = await databaseContents(world.connectionString)
    for (const [fields, message] of [
      [{ reason: ' ', hours: '4' }, /Enter why you need to open it/],
      [{ reason: 'Zephyrine', hours: '5' }, /Select for how long you need it/],
      [{ reason: 'Zephyrine', hours: '337' }, /Select for how long you need it/],
      [{ reason: 'z'.repeat(1001), hours: '1' }, /must be 1000 characters or fewer/],
    ] as const) {
      const refused = await open(manager, relationshipId, fields)
      assert.equal(refused.status, 422)
      assert.match(refused.title, /^Error: /)
      assert.match(refused.text, message)
      assert.ok(refused.html.includes(fields.reason))
    }
    assert.deepEqual(await databaseContents(world.connectionString), before)
  })

  test('is done once at a time: a second press is told so, and keeps what was typed', async () => {
    const { relationshipId, manager } = await givenCast()
    await open(manager, relationshipId)
    const again = await open(manager, relationshipId, { reason: 'Zephyrine, another', hours: '1' })
    assert.equal(again.status, 409)
    assert.match(again.text, /You have it open already, until 18 November 2026 at 6:00pm/)
    assert.ok(again.html.includes('Zephyrine, another'))
    const doors = await world.database.read
      .selectFrom('door')
      .selectAll()
      .where('relationshipId', '=', relationshipId)
      .execute()
    assert.equal(doors.length, 1)
  })

  test('ends by itself, or as soon as whoever opened it closes it', async () => {
    const { relationshipId, manager, auditor } = await givenCast()
    const openings = `/supervision/${relationshipId}/openings`
    assert.equal((await manager.browser.getOnce(openings)).status, 404)
    await open(manager, relationshipId)
    await open(auditor, relationshipId)
    assert.equal((await manager.browser.getOnce(openings)).status, 200)
    const now = world.clock.now()

    const doorId = /openings\/([0-9a-f-]{36})\/close/.exec((await manager.browser.get(openings)).html)?.[1]
    assert.ok(doorId)
    await auditor.browser.get(openings)
    assert.equal((await auditor.browser.postOnce(`${openings}/${doorId}/close`)).status, 404)
    await manager.browser.get(openings)
    const closed = await manager.browser.postOnce(`${openings}/${doorId}/close`)
    assert.equal(closed.location, '/supervision/openings')
    assert.equal((await manager.browser.getOnce(openings)).status, 404)
    // A second press does no harm.
    await manager.browser.get('/supervision/openings')
    assert.equal((await manager.browser.postOnce(`${openings}/${doorId}/close`)).status, 303)

    world.clock.advance(4 * 3_600_000 - 1)
    await signInBrowser(world, auditor.personId, auditor.browser)
    assert.equal((await auditor.browser.getOnce(openings)).status, 200)
    world.clock.advance(1)
    assert.equal((await auditor.browser.getOnce(openings)).status, 404)
    world.clock.set(now)
    const events = await world.database.read
      .selectFrom('auditEvent')
      .select(['event', 'detail'])
      .where('personId', '=', manager.personId)
      .where('event', 'like', 'supervision-%')
      .orderBy('at')
      .execute()
    assert.deepEqual(events.map(({ event, detail }) => `${event} ${detail}`).toSorted(), [
      'supervision-closed null',
      'supervision-opened 4',
    ])
  })

  test('reads no longer once they are no manager any more', async () => {
    const { relationshipId, manager, supervisor } = await givenCast()
    await open(manager, relationshipId)
    await world.database.write
      .updateTable('relationshipSupervisee')
      .set({ toDay: '2026-11-17' })
      .where('personId', '=', supervisor.personId)
      .execute()
    assert.equal((await manager.browser.getOnce(`/supervision/${relationshipId}/openings`)).status, 404)
  })
})

suite('what somebody may open', () => {
  test('is listed by names, kind and organisation, and nothing else', async () => {
    const { relationshipId, manager, auditor, colleague, supervisor } = await givenCast()
    const ofManager = await manager.browser.get('/supervision/openings')
    assert.match(ofManager.text, /Sam Supervisor supervises Nic Supervisee/)
    assert.match(ofManager.text, /Line management, since 1 September 2026\. Northshire Council\./)
    assert.doesNotMatch(ofManager.text, /Max Manager supervises/)
    const ofAuditor = await auditor.browser.get('/supervision/openings')
    assert.match(ofAuditor.text, /Sam Supervisor supervises Nic Supervisee/)
    assert.match(ofAuditor.text, /Max Manager supervises Sam Supervisor/)
    for (const { browser } of [colleague, supervisor])
      assert.match((await browser.get('/supervision/openings')).text, /There is none/)
    await givenDoor(world, relationshipId, manager, 'manager')
    assert.match(
      (await manager.browser.get('/supervision/openings')).text,
      /You have it open until 19 November 2026 at 2:00pm/,
    )
  })

  test('is every one that can be opened, and no other', async () => {
    const { organisationId, manager, auditor, supervisor, supervisee, colleague } = await givenCast()
    for (const [from, to] of [
      ['2025-01-01', '2026-01-01'],
      ['2026-10-01', null],
    ] as const)
      await givenRelationship(world, {
        organisationId,
        supervisor,
        supervisees: [colleague, supervisee],
        kind: 'group',
        from,
        ...(to !== null && { to }),
      })
    const all = await world.database.read.selectFrom('relationship').select('relationshipId').execute()
    for (const { browser } of [manager, auditor, supervisor, colleague]) {
      const { html } = await browser.get('/supervision/openings')
      for (const { relationshipId } of all) {
        const { status } = await browser.getOnce(`/supervision/${relationshipId}/open`)
        assert.equal(html.includes(`/supervision/${relationshipId}/open"`), status === 200, relationshipId)
      }
    }
  })
})
