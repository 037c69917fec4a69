import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { headingOf, press, statusOf, visit } from '../journeys/steps.ts'
import { startChromium, type Chromium } from '../support/chromium.ts'
import {
  givenDoor,
  givenHold,
  givenOpenAction,
  givenSignedAgreement,
} from '../support/given-kept-supervision.ts'
import {
  givenMember,
  givenOrganisation,
  givenRelationship,
  givenSession,
  givenTeam,
} from '../support/given-supervision.ts'
import type { Practitioner } from '../support/given.ts'
import { checkPage } from '../support/page-checks.ts'
import { startWorld, type World } from '../support/world.ts'

/** Every page of openings, holds and figures in every state that looks different, through every check. */

let world: World
let chromium: Chromium
let cast: Cast
before(async () => {
  world = await startWorld()
  chromium = await startChromium(await world.listen())
  cast = await makeCast()
})
after(async () => {
  await chromium.close()
  await world.close()
})

type Who = 'administrator' | 'auditor' | 'manager' | 'supervisor' | 'supervisee' | 'newcomer'

interface Cast {
  readonly people: Readonly<Record<Who, Practitioner>>
  readonly organisationId: string
  readonly newOrganisationId: string
  readonly opened: string
  readonly untouched: string
}

const longWord = 'aVeryLongNameThatNobodyWouldEverBreakAnywhereInItsMiddleByThemselves'

async function makeCast(): Promise<Cast> {
  const organisationId = await givenOrganisation(world)
  const newOrganisationId = await givenOrganisation(world, 'A new organisation')
  const teamIds: string[] = []
  for (let i = 0; i < 101; i++)
    teamIds.push(await givenTeam(world, organisationId, `Team ${i} ${i === 3 ? longWord : ''}`))
  let next = 0
  const member = (knownAs: string, roles: readonly ('administrator' | 'auditor')[] = []) =>
    givenMember(world, organisationId, { knownAs, roles, teamId: teamIds[next++ % teamIds.length] ?? '' })
  const people = {
    administrator: await member('Ada Administrator', ['administrator']),
    auditor: await member('Ari Auditor', ['auditor']),
    manager: await member('Max Manager'),
    supervisor: await member(`Sam ${longWord}`),
    supervisee: await member('Nic Supervisee'),
    newcomer: await givenMember(world, newOrganisationId, {
      knownAs: 'New',
      roles: ['administrator', 'auditor'],
    }),
  }
  const { manager, supervisor, supervisee, auditor, administrator } = people
  await givenRelationship(world, { organisationId, supervisor: manager, supervisees: [supervisor] })
  const opened = await givenRelationship(world, { organisationId, supervisor, supervisees: [supervisee] })
  const untouched = await givenRelationship(world, {
    organisationId,
    supervisor,
    supervisees: [supervisee, administrator],
    kind: 'group',
    from: '2025-01-01',
    to: '2026-06-30',
  })
  const sessionId = await givenSession(world, {
    relationshipId: opened,
    by: supervisor,
    startsAt: '2026-10-01T13:00:00Z',
    attended: [supervisee],
  })
  await givenOpenAction(world, opened, sessionId, supervisee, '2026-11-01')
  await givenSignedAgreement(world, opened, [supervisor, supervisee], '2026-09-02T10:00:00Z')
  await givenDoor(world, opened, auditor, 'auditor', {
    reason: `An audit.\n\nOf ${longWord} & <b>others</b>`,
  })
  for (const what of ['joint-record', 'agreement'])
    await world.database.write
      .insertInto('supervisionReading')
      .values({
        relationshipId: opened,
        sessionId,
        personId: auditor.personId,
        what,
        readAt: world.clock.now(),
      })
      .execute()
  await givenHold(world, opened, administrator, `A court has asked for it. ${longWord}`)
  // Sixty more, so that there is a second page of them.
  const rest = Array.from({ length: 60 }, () => null)
  for (const _ of rest)
    await givenRelationship(world, {
      organisationId,
      supervisor,
      supervisees: [supervisee],
      from: '2024-01-01',
      to: '2024-02-01',
    })
  // A team for each number, so that there is a second page of those too.
  for (const teamId of teamIds)
    await world.database.write.transaction().execute(async db => {
      const { personId } = await db
        .insertInto('person')
        .values({
          email: `${teamId}@example.org`,
          emailKey: `${teamId}@example.org`,
          passwordHash: '',
          createdAt: world.clock.now(),
        })
        .returning('personId')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('membership')
        .values({ organisationId, personId, fromDay: '2026-09-01', teamId, jobRole: 'social worker' })
        .execute()
    })
  const job = world.app.jobHandlers.find(({ name }) => name === 'assurance-reckon')
  await job?.run({ organisationId }, world.clock.now())
  return { people, organisationId, newOrganisationId, opened, untouched }
}

interface Look {
  readonly who: Who
  readonly at: () => string
  readonly act?: (page: Page) => Promise<unknown>
  readonly status?: number
  readonly heading: string
}

const figures = 'How supervision goes'
const looks: Readonly<Record<string, Look>> = {
  'what may be opened': {
    who: 'manager',
    at: () => '/supervision/openings',
    heading: 'Supervision that you may open',
  },
  'what may be opened, with one open': {
    who: 'auditor',
    at: () => '/supervision/openings',
    heading: 'Supervision that you may open',
  },
  'what may be opened, second page': {
    who: 'auditor',
    at: () => '/supervision/openings?page=2',
    heading: 'Supervision that you may open',
  },
  'nothing may be opened': {
    who: 'supervisee',
    at: () => '/supervision/openings',
    heading: 'Supervision that you may open',
  },
  'opening one': {
    who: 'manager',
    at: () => `/supervision/${cast.opened}/open`,
    heading: 'Open their supervision',
  },
  'opening one without a reason': {
    who: 'manager',
    at: () => `/supervision/${cast.opened}/open`,
    act: page => press(page, 'Open it and tell them'),
    status: 422,
    heading: 'Open their supervision',
  },
  'opening one that is open': {
    who: 'auditor',
    at: () => `/supervision/${cast.opened}/open`,
    act: async page => {
      await page.getByLabel('Why do you need to open it?').fill('Again')
      await press(page, 'Open it and tell them')
    },
    status: 409,
    heading: 'Open their supervision',
  },
  'who has opened it': {
    who: 'supervisee',
    at: () => `/supervision/${cast.opened}/openings`,
    heading: 'Who has opened this supervision',
  },
  'who has opened it, for the opener': {
    who: 'auditor',
    at: () => `/supervision/${cast.opened}/openings`,
    act: page => page.locator('summary').first().click(),
    heading: 'Who has opened this supervision',
  },
  'nobody has opened it': {
    who: 'supervisee',
    at: () => `/supervision/${cast.untouched}/openings`,
    heading: 'Who has opened this supervision',
  },
  'figures before the first night': {
    who: 'newcomer',
    at: () => `/organisations/${cast.newOrganisationId}/assurance`,
    heading: figures,
  },
  figures: {
    who: 'administrator',
    at: () => `/organisations/${cast.organisationId}/assurance`,
    heading: figures,
  },
  'figures of a year, second page': {
    who: 'administrator',
    at: () => `/organisations/${cast.organisationId}/assurance?months=12&page=2`,
    act: page => page.locator('summary').first().click(),
    heading: figures,
  },
  'my figures': { who: 'supervisee', at: () => '/supervision/mine', heading: 'Your supervision in figures' },
  'no figures of mine': {
    who: 'newcomer',
    at: () => '/supervision/mine',
    heading: 'Your supervision in figures',
  },
  'figures of those I supervise': {
    who: 'supervisor',
    at: () => '/supervision/supervisees',
    heading: 'Those you supervise, in figures',
  },
  'nobody to supervise': {
    who: 'supervisee',
    at: () => '/supervision/supervisees',
    heading: 'Those you supervise, in figures',
  },
  holds: {
    who: 'administrator',
    at: () => `/organisations/${cast.organisationId}/holds`,
    heading: 'Records that are not to be deleted',
  },
  'nothing to hold': {
    who: 'newcomer',
    at: () => `/organisations/${cast.newOrganisationId}/holds`,
    heading: 'Records that are not to be deleted',
  },
  'a hold': {
    who: 'administrator',
    at: () => `/organisations/${cast.organisationId}/holds/${cast.opened}`,
    heading: 'Hold these records',
  },
  'a hold without a reason': {
    who: 'administrator',
    at: () => `/organisations/${cast.organisationId}/holds/${cast.untouched}`,
    act: page => press(page, 'Place this hold'),
    status: 422,
    heading: 'Hold these records',
  },
}

for (const [name, { who, at, act, status = 200, heading }] of Object.entries(looks))
  test(`${name}: nothing is wrong with it`, async () => {
    const page = await chromium.open({ cookies: cast.people[who].browser.cookies })
    await visit(page, at())
    await act?.(page)
    assert.equal(await statusOf(page), status)
    assert.equal(await headingOf(page), heading)
    await checkPage(page)
    await page.context().close()
  })

test('a form is refused without JavaScript too, and keeps what was typed', async () => {
  const page = await chromium.open({ javaScript: false, cookies: cast.people.manager.browser.cookies })
  await visit(page, `/supervision/${cast.untouched}/open`)
  await page.getByLabel('14 days').check()
  await press(page, 'Open it and tell them')
  assert.equal(await statusOf(page), 422)
  assert.ok(await page.getByLabel('14 days').isChecked())
  await page.context().close()
})
