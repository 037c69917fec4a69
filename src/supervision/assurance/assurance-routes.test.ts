import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import {
  givenOpenAction,
  givenSignedAgreement,
  givenSignedRecord,
} from '../../../test/support/given-kept-supervision.ts'
import {
  givenMember,
  givenOrganisation,
  givenRelationship,
  givenSession,
  givenTeam,
} from '../../../test/support/given-supervision.ts'
import type { Practitioner } from '../../../test/support/given.ts'
import { startWorld, type World } from '../../../test/support/world.ts'

/**
 * Teams of five, six and two supervised people. In East everybody had both sessions that were due; in West the second
 * was missed; in the small team there was none.
 */
let world: World
let organisationId: string
let administrator: Practitioner
let principal: Practitioner
let supervisor: Practitioner
let west: readonly Practitioner[]
let east: readonly Practitioner[]
before(async () => {
  world = await startWorld()
  organisationId = await givenOrganisation(world)
  const teams = [
    await givenTeam(world, organisationId, '=East'),
    await givenTeam(world, organisationId, 'West'),
    await givenTeam(world, organisationId, 'Small'),
  ]
  const members = async (name: string, teamId: string, count: number) => {
    const people: Practitioner[] = []
    for (let i = 0; i < count; i++)
      people.push(
        await givenMember(world, organisationId, { knownAs: `${name} ${i}`, teamId, from: '2026-08-01' }),
      )
    return people
  }
  const [eastId = '', westId = '', smallId = ''] = teams
  administrator = await givenMember(world, organisationId, {
    knownAs: 'Ada',
    roles: ['administrator'],
    teamId: smallId,
  })
  principal = await givenMember(world, organisationId, {
    knownAs: 'Pru',
    roles: ['principal-social-worker'],
    teamId: eastId,
  })
  supervisor = await givenMember(world, organisationId, { knownAs: 'Sam Supervisor', teamId: westId })
  east = await members('Eastern', eastId, 5)
  west = await members('Western', westId, 6)
  const small = await members('Smallest', smallId, 2)
  for (const supervisee of [...east, ...west, ...small]) {
    const relationshipId = await givenRelationship(world, {
      organisationId,
      supervisor,
      supervisees: [supervisee],
      from: '2026-09-01',
    })
    if (small.includes(supervisee)) continue
    const held = (startsAt: string) =>
      givenSession(world, { relationshipId, by: supervisor, startsAt, attended: [supervisee] })
    const sessionId = await held('2026-10-01T13:00:00Z')
    if (east.includes(supervisee)) {
      await held('2026-11-02T14:00:00Z')
      await givenSignedAgreement(world, relationshipId, [supervisor, supervisee], '2026-09-02T10:00:00Z')
    }
    await givenSignedRecord(world, sessionId, {
      supervisor,
      supervisee,
      signedAt: '2026-10-02T10:00:00Z',
      answeredAt: east.includes(supervisee) ? '2026-10-05T10:00:00Z' : '2026-10-30T10:00:00Z',
    })
    await givenOpenAction(world, relationshipId, sessionId, supervisee, '2026-11-17')
  }
})
after(() => world.close())

const address = () => `/organisations/${organisationId}/assurance`

async function runNight(): Promise<void> {
  const job = world.app.jobHandlers.find(({ name }) => name === 'assurance-night')
  assert.ok(job)
  await job.run({}, world.clock.now())
  await world.mails()
}

suite('an organisation’s figures', () => {
  test('are for its administrators and principal social workers', async () => {
    const elsewhere = await givenMember(world, await givenOrganisation(world, 'Elsewhere'), {
      knownAs: 'Els',
      roles: ['administrator'],
    })
    assert.match((await world.browse().getOnce(address())).location ?? '', /^\/sign-in/)
    for (const { browser } of [elsewhere, supervisor, west[0]].filter(one => one !== undefined)) {
      assert.equal((await browser.getOnce(address())).status, 404)
      assert.equal((await browser.getOnce(`${address()}/file`)).status, 404)
    }
    for (const { browser } of [administrator, principal])
      assert.equal((await browser.getOnce(address())).status, 200)
    assert.equal((await administrator.browser.getOnce('/organisations/none/assurance')).status, 404)
  })

  test('come with the first night', async () => {
    assert.match((await administrator.browser.get(address())).text, /The first will be here tomorrow morning/)
    assert.equal((await administrator.browser.getOnce(`${address()}/file`)).status, 404)
  })

  test('are by team, and hide what is about fewer than five people', async () => {
    await runNight()
    const { text, html } = await administrator.browser.get(address())
    assert.match(text, /As it stood on the morning of 18 November 2026/)
    const rows = rowsIn(html)
    assert.deepEqual(rows['West'], {
      'People who have a supervisor': '6',
      // The supervisor.
      'People without a supervisor': 'hidden',
      'Due sessions held on time': '6 of 12',
      'Sessions held': '6',
      'Days since the last session': '48',
      'Cancelled sessions rebooked in time (last 12 months)': 'none',
      'Agreements in date': '0 of 6',
      'Records signed by both in time': '0 of 6',
      'Actions overdue': '6',
      // There is one supervisor in West.
      'Supervisees of each supervisor': 'hidden',
    })
    // From East and the whole, the two in the small team could be worked out.
    for (const team of ['=East', 'Small'])
      assert.deepEqual(new Set(Object.values(rows[team] ?? {})), new Set(['hidden']), team)
    assert.equal(rows['The whole organisation']?.['Due sessions held on time'], '16 of 26')
    assert.match(text, /hidden, and so are others from which it could be worked out/)
  })

  test('hold neither a name nor a word', async () => {
    for (const path of [address(), `${address()}?months=12`, `${address()}/file?months=6`]) {
      const { html } = await administrator.browser.getOnce(path)
      assert.doesNotMatch(html, /Eastern|Western|Smallest|Sam Supervisor|Zephyrine|Ada|Pru\b/)
    }
  })

  test('are the same in the file, where a team’s name is no formula', async () => {
    const { html: csv, headers } = await administrator.browser.getOnce(`${address()}/file?months=3`)
    assert.match(String(headers['content-type']), /^text\/csv/)
    const [head = '', whole = '', ofEast = '', , ofWest = ''] = csv.split('\r\n')
    assert.match(
      head,
      /^\u{feff}Team,People who have a supervisor,People without a supervisor,Due sessions held on time,Due/u,
    )
    assert.match(whole, /^The whole organisation,/)
    assert.match(ofEast, /^'=East,hidden,hidden,/)
    const spans = (await administrator.browser.getOnce(`${address()}/file?of=spans`)).html
    assert.match(spans, /^\u{feff}Supervisees,Supervisors\r\n1 to 3,hidden\r\n/u)
    assert.doesNotMatch(csv, /Supervisees,Supervisors/)
    assert.equal(ofWest, 'West,6,hidden,6,12,6,48,0,0,0,6,0,6,6,hidden')
  })

  test('do not change while somebody looks', async () => {
    const before = (await administrator.browser.get(address())).html
    const relationship = await world.database.read
      .selectFrom('relationshipSupervisee')
      .select('relationshipId')
      .where('personId', '=', west[0]?.personId ?? '')
      .executeTakeFirstOrThrow()
    await givenSession(world, {
      ...relationship,
      by: supervisor,
      startsAt: '2026-11-18T10:00:00Z',
      attended: west.slice(0, 1),
    })
    const after = (await administrator.browser.get(address())).html
    assert.deepEqual(rowsIn(after), rowsIn(before))
  })
})

suite('everybody’s own figures', () => {
  test('are those that the organisation adds up, with who else sees them', async () => {
    const { text } = await (east[0] ?? administrator).browser.get('/supervision/mine')
    assert.match(text, /Northshire Council/)
    assert.match(text, /Due sessions held on time 2 of 2/)
    assert.match(text, /Sessions held 2 /)
    assert.match(text, /Days since the last session 16/)
    assert.match(text, /Agreements in date 1 of 1/)
    assert.match(text, /Records signed by both in time 1 of 2/)
    assert.match(text, /Actions overdue 1/)
    assert.match(text, /administrators and principal social workers see them only added up for whole teams/)
    assert.match((await administrator.browser.get('/supervision/mine')).text, /Nobody supervised you/)
  })

  test('are by the policy that two chose where there is no organisation', async () => {
    const [one, other] = [
      await givenMember(world, null, { knownAs: 'Ind' }),
      await givenMember(world, null, { knownAs: 'Men Mentor' }),
    ]
    await givenRelationship(world, {
      organisationId: null,
      supervisor: other,
      supervisees: [one],
      from: '2026-09-01',
    })
    const { text } = await one.browser.get('/supervision/mine')
    assert.match(text, /With Men Mentor, without an organisation/)
    assert.match(text, /Due sessions held on time 0 of 2/)
    assert.match(text, /Men Mentor sees these figures\. Nobody else does\./)
    await world.database.write
      .updateTable('relationship')
      .set({ toDay: '2026-11-17' })
      .where('supervisorId', '=', other.personId)
      .execute()
    const after = (await one.browser.get('/supervision/mine')).text
    assert.match(after, /Nobody else sees these figures: Men Mentor supervises you no longer\./)
    assert.match((await other.browser.get('/supervision/supervisees')).text, /You supervise nobody today/)
  })
})

suite('whoever left a group and came back', () => {
  test('has each of its sessions once', async () => {
    const supervisee = await givenMember(world, organisationId, { knownAs: 'Came Back' })
    const relationshipId = await givenRelationship(world, {
      organisationId,
      supervisor,
      supervisees: [supervisee],
      kind: 'group',
      from: '2026-09-01',
    })
    const db = world.database.write
    await db
      .updateTable('relationshipSupervisee')
      .set({ toDay: '2026-10-10' })
      .where('relationshipId', '=', relationshipId)
      .execute()
    const { personId } = supervisee
    await db
      .insertInto('relationshipSupervisee')
      .values({ relationshipId, personId, fromDay: '2026-10-10' })
      .execute()
    const session = (startsAt: string, state: 'held' | 'cancelled' = 'held') =>
      givenSession(world, { relationshipId, by: supervisor, startsAt, state, attended: [supervisee] })
    await session('2026-09-29T13:00:00Z')
    await session('2026-10-10T13:00:00Z', 'cancelled')
    await session('2026-10-29T14:00:00Z')
    const { text } = await supervisee.browser.get('/supervision/mine')
    assert.match(text, /Sessions held 2 /)
    assert.match(text, /Records signed by both in time 0 of 2/)
    assert.match(text, /Cancelled sessions rebooked in time \d of 1/)
    await db.deleteFrom('relationship').where('relationshipId', '=', relationshipId).execute()
  })
})

suite('a supervisor’s figures', () => {
  test('are about those they supervise today, by name and not hidden', async () => {
    const rows = rowsIn((await supervisor.browser.get('/supervision/supervisees')).html)
    assert.equal(Object.keys(rows).length, 13)
    assert.equal(rows['Smallest 0']?.['Due sessions held on time'], '0 of 2')
    assert.equal(rows['Eastern 1']?.['Due sessions held on time'], '2 of 2')
    assert.match((await administrator.browser.get('/supervision/supervisees')).text, /You supervise nobody/)
  })

  test('leave out what others held, and whom they supervise no longer', async () => {
    const [other, supervisee] = [
      await givenMember(world, organisationId, { knownAs: 'Oth' }),
      await givenMember(world, organisationId, { knownAs: 'Two Supervisors' }),
    ]
    const relationship = (by: Practitioner, kind: 'line-management' | 'professional') =>
      givenRelationship(world, {
        organisationId,
        supervisor: by,
        supervisees: [supervisee],
        kind,
        from: '2026-09-01',
      })
    const relationshipId = await relationship(supervisor, 'line-management')
    const others = await relationship(other, 'professional')
    await givenSession(world, {
      relationshipId: others,
      by: other,
      startsAt: '2026-10-01T13:00:00Z',
      attended: [supervisee],
    })
    const seen = async () => rowsIn((await supervisor.browser.get('/supervision/supervisees')).html)
    assert.equal((await seen())['Two Supervisors']?.['Sessions held'], '0')
    assert.match((await supervisee.browser.get('/supervision/mine')).text, /Sessions held 1 /)
    await world.database.write
      .updateTable('relationship')
      .set({ toDay: '2026-11-17' })
      .where('relationshipId', '=', relationshipId)
      .execute()
    assert.equal((await seen())['Two Supervisors'], undefined)
  })
})

/** What the first table of a page says, by row and column. */
function rowsIn(html: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const body = /<table[\s\S]*?<\/table>/.exec(html)?.[0] ?? ''
  const cells = (row: string) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.trim())
  const [head = [], ...rows] = [...body.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) => cells(row))
  return Object.fromEntries(
    rows.map(row => [
      row[0] ?? '',
      Object.fromEntries(head.slice(1).map((name, i) => [name, row[i + 1] ?? ''])),
    ]),
  )
}
