import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { press, statusOf, visit } from '../journeys/steps.ts'
import { startChromium, type Chromium } from '../support/chromium.ts'
import { givenMember, givenOrganisation, givenTeam } from '../support/given-supervision.ts'
import { givenPractitioner, type Practitioner } from '../support/given.ts'
import { checkPage } from '../support/page-checks.ts'
import { startWorld, type World } from '../support/world.ts'

/** Every page of organisations, invitations and profiles in every state that looks different. */

let world: World
let chromium: Chromium
let organisationId: string
let people: Readonly<Record<'administrator' | 'member' | 'newcomer' | 'known', Practitioner>>
let windows: Readonly<Record<keyof typeof people | 'nobody', Page>>
before(async () => {
  world = await startWorld()
  chromium = await startChromium(await world.listen())
  organisationId = await givenOrganisation(world, 'Northshire County Council, Adults and Communities')
  const teamId = await givenTeam(world, organisationId, 'Hospital discharge')
  await givenTeam(world, organisationId, 'A-team-with-a-very-long-name-that-nobody-would-ever-break-anywhere')
  people = {
    administrator: await givenMember(world, organisationId, { knownAs: 'Ada', roles: ['administrator'] }),
    member: await givenMember(world, organisationId, {
      knownAs: 'Somebody-with-a-very-long-name-that-has-no-space-in-it',
      teamId,
      roles: ['auditor', 'principal-social-worker'],
      newlyQualifiedFrom: '2026-09-01',
    }),
    newcomer: await givenPractitioner(world),
    known: await givenMember(world, null, { knownAs: 'Kim', isRegistered: false }),
  }
  for (let i = 0; i < 55; i++)
    await world.database.write
      .insertInto('membership')
      .values({
        organisationId,
        personId: people.known.personId,
        fromDay: `2025-01-${String((i % 28) + 1).padStart(2, '0')}`,
        toDay: '2025-02-01',
        jobRole: 'agency social worker',
      })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  const open = async ({ browser }: Practitioner) => await chromium.open({ cookies: browser.cookies })
  windows = {
    nobody: await chromium.open(),
    administrator: await open(people.administrator),
    member: await open(people.member),
    newcomer: await open(people.newcomer),
    known: await open(people.known),
  }
})
after(async () => {
  await chromium.close()
  await world.close()
})

interface Look {
  readonly who: keyof typeof windows
  readonly at: string | (() => string | Promise<string>)
  readonly act?: (page: Page) => Promise<unknown>
  readonly status?: number
}

async function invitation(email: string, role: string): Promise<string> {
  const path = `/organisations/${organisationId}/invitations/new`
  const { browser } = people.administrator
  await browser.get(path)
  await browser.postOnce(path, { newId: randomUUID(), email, jobRole: 'social worker', team: '', role })
  const mail = (await world.mails()).findLast(({ to }) => to === email)
  return /http:\/\/confer\.test(\/invitations\/\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

const inOrganisation =
  (rest = '') =>
  () =>
    `/organisations/${organisationId}${rest}`
const memberUrl =
  (rest = '') =>
  () =>
    `/organisations/${organisationId}/members/${people.member.personId}${rest}`

const looks: Readonly<Record<string, Look>> = {
  'supervision, for a newcomer': { who: 'newcomer', at: '/supervision' },
  'supervision, after an answer': { who: 'known', at: '/supervision?done=declined' },
  'a first profile': { who: 'newcomer', at: '/supervision/profile' },
  'a profile with everything missing': {
    who: 'newcomer',
    at: '/supervision/profile',
    status: 422,
    async act(page) {
      await page.getByLabel('Day', { exact: true }).fill('31')
      for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
        await page.getByLabel(day).uncheck()
      await press(page, 'Save')
    },
  },
  'a profile that is there': { who: 'member', at: '/supervision/profile?done=profile-saved' },
  'no absences': { who: 'known', at: '/supervision/profile/absences' },
  'an absence with mistakes': {
    who: 'known',
    at: '/supervision/profile/absences',
    status: 422,
    act: page => press(page, 'Add'),
  },
  'an absence': {
    who: 'known',
    at: '/supervision/profile/absences',
    async act(page) {
      const from = page.getByRole('group', { name: 'First day away' })
      await from.getByLabel('Day').fill('1')
      await from.getByLabel('Month').fill('12')
      await from.getByLabel('Year').fill('2026')
      await page.getByLabel('Until further notice').check()
      await press(page, 'Add')
    },
  },
  'no organisations': { who: 'newcomer', at: '/organisations' },
  organisations: { who: 'member', at: '/organisations?done=left' },
  'an organisation to be, without a profile': { who: 'newcomer', at: '/organisations/new' },
  'an organisation to be': { who: 'known', at: '/organisations/new' },
  'an organisation to be, with mistakes': {
    who: 'known',
    at: '/organisations/new',
    status: 422,
    act: page => press(page, 'Set it up'),
  },
  'an organisation, for a member': { who: 'member', at: inOrganisation() },
  'an organisation, for an administrator': { who: 'administrator', at: inOrganisation('?done=named') },
  'an organisation, for others': { who: 'known', at: inOrganisation(), status: 404 },
  'its name': { who: 'administrator', at: inOrganisation('/name') },
  'its name, missing': {
    who: 'administrator',
    at: inOrganisation('/name'),
    status: 422,
    async act(page) {
      await page.getByLabel('Name of the organisation').fill('')
      await press(page, 'Save')
    },
  },
  'its name, changed meanwhile': {
    who: 'administrator',
    at: inOrganisation('/name'),
    status: 409,
    async act(page) {
      await world.database.write
        .updateTable('organisation')
        .set({ name: 'Northshire County Council' })
        .where('organisationId', '=', organisationId)
        .execute()
      await press(page, 'Save')
    },
  },
  'its teams': { who: 'administrator', at: inOrganisation('/teams?done=team-added') },
  'its teams, with one that is there': {
    who: 'administrator',
    at: inOrganisation('/teams'),
    status: 422,
    async act(page) {
      await page.getByLabel('Name of the team').fill('hospital discharge')
      await press(page, 'Add team')
    },
  },
  'a team': {
    who: 'administrator',
    at: inOrganisation('/teams'),
    act: page => press(page, 'change the name of Hospital discharge'),
  },
  'its members': { who: 'administrator', at: inOrganisation('/members?done=member-changed') },
  'members on pages': { who: 'administrator', at: inOrganisation('/members?former=yes') },
  'a member': { who: 'administrator', at: memberUrl() },
  'a member, with mistakes': {
    who: 'administrator',
    at: memberUrl(),
    status: 422,
    async act(page) {
      await page.getByLabel('Job role').fill('')
      await press(page, 'Save')
    },
  },
  'the last administrator': {
    who: 'administrator',
    at: () => `/organisations/${organisationId}/members/${people.administrator.personId}`,
    status: 422,
    async act(page) {
      await page.getByLabel('Administrator').uncheck()
      await press(page, 'Save')
    },
  },
  'a member, changed meanwhile': {
    who: 'administrator',
    at: memberUrl(),
    status: 409,
    async act(page) {
      await world.database.write
        .updateTable('membership')
        .set({ jobRole: 'senior social worker' })
        .where('personId', '=', people.member.personId)
        .execute()
      await press(page, 'Save')
    },
  },
  'ending a membership': { who: 'administrator', at: memberUrl('/end') },
  leaving: { who: 'member', at: inOrganisation('/leave') },
  'leaving, for the last administrator': {
    who: 'administrator',
    at: inOrganisation('/leave'),
    status: 422,
    act: page => press(page, 'Leave today'),
  },
  'no invitations': { who: 'administrator', at: inOrganisation('/invitations') },
  'an invitation to be': { who: 'administrator', at: inOrganisation('/invitations/new') },
  'an invitation to be, with mistakes': {
    who: 'administrator',
    at: inOrganisation('/invitations/new'),
    status: 422,
    act: page => press(page, 'Send the invitation'),
  },
  'an invitation, for nobody': { who: 'nobody', at: () => invitation('a@example.org', 'auditor') },
  'an invitation, for a newcomer': { who: 'newcomer', at: () => invitation('b@example.org', 'none') },
  'an invitation, for somebody known': { who: 'known', at: () => invitation('c@example.org', 'none') },
  'an invitation, answered': {
    who: 'known',
    at: () => invitation('d@example.org', 'none'),
    act: page => press(page, 'Decline'),
  },
  'no invitation': { who: 'nobody', at: '/invitations/that-was-answered-long-ago', status: 404 },
  invitations: { who: 'administrator', at: inOrganisation('/invitations?done=invited') },
  'invitations, after the first page': {
    who: 'administrator',
    async at() {
      const now = world.clock.now()
      await world.database.write
        .insertInto('invitation')
        .values(
          Array.from({ length: 110 }, (_, index) => ({
            organisationId,
            email: `page-${index}@example.org`,
            emailKey: `page-${index}@example.org`,
            jobRole: 'social worker',
            invitedBy: people.administrator.personId,
            createdAt: now,
            expiresAt: new Date(now.getTime() + 86_400_000),
          })),
        )
        .execute()
      return inOrganisation('/invitations?page=2')()
    },
  },
  'a policy, for a member': { who: 'member', at: inOrganisation('/policy?done=policy-made') },
  'a version of a policy': { who: 'administrator', at: inOrganisation('/policy/versions/1') },
  'a policy to be': { who: 'member', at: inOrganisation('/policy/new') },
  'a policy to be, with mistakes': {
    who: 'member',
    at: inOrganisation('/policy/new'),
    status: 422,
    async act(page) {
      for (const box of await page.getByRole('main').locator('input[inputmode=numeric]').all())
        await box.fill('0')
      await page.getByLabel('Why so long').fill('')
      for (const form of ['One to one', 'In a group', 'Remote', 'Observed practice'])
        await page.getByLabel(form).uncheck()
      await press(page, 'Save this version')
    },
  },
  'a policy to be, changed meanwhile': {
    who: 'member',
    at: inOrganisation('/policy/new'),
    status: 409,
    async act(page) {
      const { version, ...policy } = await world.database.read
        .selectFrom('supervisionPolicy')
        .selectAll()
        .where('organisationId', '=', organisationId)
        .executeTakeFirstOrThrow()
      await world.database.write
        .insertInto('supervisionPolicy')
        .values({ ...policy, content: JSON.stringify(policy.content), version: version + 1 })
        .execute()
      await press(page, 'Save this version')
    },
  },
  'an account for somebody who is not on the register, with mistakes': {
    who: 'nobody',
    at: '/create-account?next=%2Finvitations%2Fabcdefghijklmnopqrst',
    status: 422,
    async act(page) {
      await page.getByLabel('I am not on the register').check()
      await page.getByLabel('Registration number').fill('SW1')
      await press(page, 'Create account')
    },
  },
}

for (const [name, { who, at, act, status = 200 }] of Object.entries(looks))
  test(name, async () => {
    const page = windows[who]
    await visit(page, typeof at === 'string' ? at : await at())
    await act?.(page)
    assert.equal(await statusOf(page), status)
    await checkPage(page)
  })
