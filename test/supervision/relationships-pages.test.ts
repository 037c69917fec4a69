import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { agreementQuestions } from '../../src/supervision/agreements/agreement-questions.ts'
import { arrive, press, statusOf, visit } from '../journeys/steps.ts'
import { startChromium, type Chromium } from '../support/chromium.ts'
import {
  givenMember,
  givenPair,
  givenRelationship,
  givenSession,
  type Pair,
} from '../support/given-supervision.ts'
import { givenPractitioner, type Practitioner } from '../support/given.ts'
import { checkPage } from '../support/page-checks.ts'
import { startWorld, type World } from '../support/world.ts'

/** Every page about relationships, agreements, sessions and the calendar, in every state that looks different. */

let world: World
let chromium: Chromium
let pair: Pair
before(async () => {
  world = await startWorld()
  chromium = await startChromium(await world.listen())
  pair = await givenPair(world, { newlyQualifiedFrom: '2026-09-01' })
})
after(async () => {
  await chromium.close()
  await world.close()
})

async function windowOf(practitioner: Practitioner): Promise<Page> {
  return chromium.open({ cookies: practitioner.browser.cookies })
}

/** A page as it is first shown, and what it looks like once something was pressed on it. */
async function look(page: Page, address: string): Promise<void> {
  await visit(page, address)
  await checkPage(page)
}

const picturesIn = process.env['PICTURES']

/** For whoever wants to see the pages: `PICTURES=folder npm test -- …` */
async function picture(page: Page, name: string): Promise<void> {
  if (picturesIn === undefined) return
  for (const width of [1024, 320]) {
    await page.setViewportSize({ width, height: 800 })
    await page.screenshot({ path: `${picturesIn}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1024, height: 800 })
}

const base = () => `/supervision/${pair.relationshipId}`

test('before anything there is, and starting it', async () => {
  const newcomer = await windowOf(await givenPractitioner(world))
  await look(newcomer, '/supervision')
  await look(newcomer, '/supervision/start')
  const page = await windowOf(pair.supervisor)
  await look(page, '/supervision/start')
  await press(page, 'Send the invitation')
  assert.equal(await statusOf(page), 422)
  await checkPage(page)
  await page.getByLabel('What is their e-mail address?').fill('asked@example.org')
  await page.getByLabel('Somebody I supervise').check()
  await page.getByLabel('Professional').check()
  await press(page, 'Send the invitation')
  await checkPage(page)
  await arrive(page, () => page.getByRole('button', { name: 'Take it back' }).click())
  await checkPage(page)
})

test('one’s supervision with something of everything', async () => {
  const { relationshipId, supervisor, supervisee, organisationId } = pair
  const of = { relationshipId, by: supervisor }
  const heldId = await givenSession(world, {
    ...of,
    startsAt: '2026-11-04T10:00:00Z',
    attended: [supervisee],
  })
  await givenSession(world, { ...of, startsAt: '2026-11-12T10:00:00Z', state: 'cancelled' })
  await givenSession(world, { ...of, startsAt: '2026-11-16T10:00:00Z', state: 'planned' })
  const actions = ['Read the policy on working alone.', 'Ask for a smaller caseload in December.']
  for (const [index, what] of actions.entries())
    await world.database.write
      .insertInto('supervisionAction')
      .values({
        relationshipId,
        actionId: randomUUID(),
        sessionId: heldId,
        what,
        ownerId: index === 0 ? supervisee.personId : supervisor.personId,
        byDay: index === 0 ? '2026-11-10' : '2026-12-01',
      })
      .execute()
  const manager = await givenMember(world, organisationId, { knownAs: 'Max Manager', isRegistered: false })
  const unregistered = await givenRelationship(world, {
    organisationId,
    supervisor: manager,
    supervisees: [supervisee],
  })
  const page = await windowOf(supervisee)
  await look(page, '/supervision')
  await picture(page, 'supervision')
  await look(page, base())
  await picture(page, 'relationship')
  await look(page, `/supervision/${unregistered}`)
  await look(page, `${base()}/end`)
  await press(page, 'End this supervision')
  assert.equal(await statusOf(page), 422)
  await checkPage(page)
})

test('two people’s own policy', async () => {
  const relationshipId = await givenRelationship(world, {
    organisationId: null,
    supervisor: pair.supervisor,
    supervisees: [pair.stranger],
    kind: 'professional',
  })
  const page = await windowOf(pair.stranger)
  await look(page, `/supervision/${relationshipId}/policy`)
  await page.getByLabel('Why so long?').fill('')
  await press(page, 'Save our policy')
  assert.equal(await statusOf(page), 422)
  await checkPage(page)
})

test('the agreement, from its first draft to signatures', async () => {
  const page = await windowOf(pair.supervisee)
  await look(page, `${base()}/agreement`)
  await look(page, `${base()}/agreement/draft`)
  await picture(page, 'agreement-draft')
  await press(page, 'Check the agreement')
  await checkPage(page)
  await press(page, 'Offer it for signature')
  assert.equal(await statusOf(page), 422)
  await checkPage(page)
  await visit(page, `${base()}/agreement/draft`)
  for (const { id, label, question } of agreementQuestions)
    await page.getByLabel(question).fill(`${label}: as we said, in ${id}.`)
  await page.getByLabel('How is a session structured?').fill('By kelly.marsh@example.org.')
  await press(page, 'Check the agreement')
  await checkPage(page)
  await press(page, 'Offer it for signature')
  assert.equal(await statusOf(page), 422)
  await checkPage(page)
  await picture(page, 'agreement-asked')
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Change it/ })
    .first()
    .click()
  await page.getByLabel('How is a session structured?').fill('By both.')
  await press(page, 'Check the agreement')
  await press(page, 'Offer it for signature')
  await checkPage(page)
  await press(page, 'Sign this agreement')
  await checkPage(page)
  const other = await windowOf(pair.supervisor)
  await look(other, `${base()}/agreement`)
  await press(other, 'Read it and sign')
  await press(other, 'Sign this agreement')
  await checkPage(other)
  world.clock.advance(11 * 60_000)
  await visit(other, `${base()}/agreement/draft`)
  await other
    .getByLabel('Where do you meet, and how is it private?')
    .fill('In room five, with the door closed.')
  await press(other, 'Save draft')
  await checkPage(other)
  await press(other, 'Check the agreement')
  await press(other, 'Offer it for signature')
  await checkPage(other)
  await picture(other, 'agreement-version')
  await look(other, `${base()}/agreement`)
  await picture(other, 'agreement')
  await look(other, `${base()}/agreement/draft/earlier`)
  await other.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await checkPage(other)
})

test('the same answer changed by both', async () => {
  const page = await windowOf(pair.supervisee)
  await visit(page, `${base()}/agreement/draft`)
  const other = await windowOf(pair.supervisor)
  await visit(other, `${base()}/agreement/draft`)
  const length = 'How long is a session?'
  await other.getByLabel(length).fill('Two hours.')
  await press(other, 'Save draft')
  await page.getByLabel(length).fill('An hour and a half.')
  await press(page, 'Save draft')
  assert.equal(await statusOf(page), 409)
  await checkPage(page)
  await picture(page, 'choose-texts')
  await press(page, 'Keep what I chose')
  assert.equal(await statusOf(page), 422)
  await checkPage(page)
})

test('planning', async () => {
  const page = await windowOf(pair.supervisor)
  await look(page, `${base()}/plan`)
  await press(page, 'Plan this session')
  assert.equal(await statusOf(page), 422)
  await checkPage(page)
  await picture(page, 'plan-wrong')
  await page.getByLabel('Day', { exact: true }).fill('29')
  await page.getByLabel('Month', { exact: true }).fill('11')
  await page.getByLabel('Year', { exact: true }).fill('2026')
  await page.getByLabel('At what time does it begin?').fill('1:30')
  await page.getByLabel('How many minutes is it to last?').fill('30')
  await press(page, 'Plan this session')
  assert.equal(await statusOf(page), 422)
  await checkPage(page)
  await picture(page, 'plan-asked')
  await look(page, `${base()}/plan-series`)
  await press(page, 'Show the dates')
  assert.equal(await statusOf(page), 422)
  await checkPage(page)
  await page.getByLabel('Day', { exact: true }).fill('2')
  await page.getByLabel('Month', { exact: true }).fill('12')
  await page.getByLabel('Year', { exact: true }).fill('2026')
  await page.getByLabel('At what time does it begin?').fill('2pm')
  await press(page, 'Show the dates')
  await checkPage(page)
  await picture(page, 'series')
})

test('one session in each of its states', async () => {
  const { relationshipId, supervisor, supervisee } = pair
  const of = { relationshipId, by: supervisor }
  const at = (sessionId: string, rest = '') => `${base()}/sessions/${sessionId}${rest}`
  const coming = await givenSession(world, { ...of, startsAt: '2026-11-25T10:00:00Z', state: 'planned' })
  const begun = await givenSession(world, { ...of, startsAt: '2026-11-18T10:00:00Z', state: 'planned' })
  const held = await givenSession(world, { ...of, startsAt: '2026-11-02T10:00:00Z', attended: [supervisee] })
  const cancelled = await givenSession(world, { ...of, startsAt: '2026-11-03T10:00:00Z', state: 'cancelled' })
  const page = await windowOf(supervisee)
  await look(page, at(coming))
  await page.getByLabel('Put something on the agenda').fill('My caseload after the team has moved.')
  await press(page, 'Add to the agenda')
  await checkPage(page)
  await picture(page, 'session')
  await press(page, 'Add to the agenda')
  assert.equal(await statusOf(page), 422)
  await checkPage(page)
  for (const sessionId of [held, cancelled, begun]) await look(page, at(sessionId))
  await look(page, at(coming, '/move'))
  await press(page, 'Move it')
  assert.equal(await statusOf(page), 422)
  await checkPage(page)
  await look(page, at(coming, '/cancel'))
  await press(page, 'Cancel this session')
  assert.equal(await statusOf(page), 422)
  await checkPage(page)
  await look(page, at(begun, '/held'))
  await press(page, 'Say that it was held')
  assert.equal(await statusOf(page), 422)
  await checkPage(page)
  // Somebody else changes it while the page is open.
  await visit(page, at(coming, '/cancel'))
  await world.database.write
    .updateTable('supervisionSession')
    .set({ version: 2 })
    .where('sessionId', '=', coming)
    .execute()
  await page.getByLabel('Why?').fill('I am in court that day.')
  await press(page, 'Cancel this session')
  assert.equal(await statusOf(page), 409)
  await checkPage(page)
})

test('a session that was held is corrected', async () => {
  const { organisationId, supervisor, supervisee, stranger } = pair
  const supervisees = [supervisee, stranger]
  const group = { organisationId, supervisor, supervisees, kind: 'group' } as const
  const relationshipId = await givenRelationship(world, group)
  const startsAt = '2026-11-02T10:00:00Z'
  const sessionId = await givenSession(world, {
    relationshipId,
    by: supervisor,
    startsAt,
    attended: supervisees,
    form: 'group',
  })
  const at = `/supervision/${relationshipId}/sessions/${sessionId}`
  const page = await windowOf(supervisor)
  await look(page, `${at}/correct`)
  await press(page, 'Correct it')
  assert.equal(await statusOf(page), 422)
  await checkPage(page)
  await page.getByLabel('Who was there', { exact: true }).check()
  await page.getByLabel('Why?').fill('Nothing is wrong after all.')
  await press(page, 'Correct it')
  assert.equal(await statusOf(page), 422)
  await checkPage(page)
  await picture(page, 'correct-session')
  await page.getByLabel('Nic Newcomer').uncheck()
  await press(page, 'Correct it')
  await checkPage(page)
  await picture(page, 'corrected-session')
  await look(page, `${at}/correct`)
  await page.getByLabel('It was not held').check()
  await page.getByLabel('Why?').fill('It was the week after.')
  await world.database.write
    .updateTable('supervisionSession')
    .set({ version: 9 })
    .where('sessionId', '=', sessionId)
    .execute()
  await press(page, 'Correct it')
  assert.equal(await statusOf(page), 409)
  await checkPage(page)
  await press(page, 'Correct it')
  await checkPage(page)
})

test('the calendar', async () => {
  const page = await windowOf(pair.supervisee)
  await look(page, '/supervision/calendar')
  await arrive(page, () => page.getByRole('button', { name: 'Make an address' }).click())
  await checkPage(page)
  await picture(page, 'calendar')
})
