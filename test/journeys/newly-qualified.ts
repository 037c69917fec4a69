import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { givenMember, givenOrganisation } from '../support/given-supervision.ts'
import { day, givenPractitioner, type Practitioner } from '../support/given.ts'
import { sendForm } from '../support/send-form.ts'
import type { Stage } from './stage.ts'
import { headingOf, mainText, press, typeDate, visit } from './steps.ts'
import {
  agreeAction,
  agreeWithRecord,
  askToSupervise,
  look,
  openInvitation,
  sayHeld,
  sayHowKnown,
  sessionOn,
  windowAt,
  writeAndSign,
  type Seat,
} from './supervision-steps.ts'

/** How a newly qualified worker begins: joining, the agreement, the first two sessions, all through the screens. */

/** What the two hold on to, from the first day on. */
export interface Story extends Seat {
  readonly stage: Stage
  readonly nic: Practitioner
  readonly sam: Practitioner
  readonly relationshipId: string
  readonly open: (moment: string, who: Practitioner) => Promise<Page>
}

export async function joinAndBegin(stage: Stage, seat: Seat): Promise<Story> {
  const { world } = stage
  world.clock.set('2026-03-02T08:00:00Z')
  const name = `Northshire ${seat.javaScript ? 'with' : 'without'}`
  const organisationId = await givenOrganisation(world, name)
  const member = { from: '2025-09-01' }
  const ada = await givenMember(world, organisationId, {
    ...member,
    knownAs: 'Ada',
    roles: ['administrator'],
  })
  const sam = await givenMember(world, organisationId, { ...member, knownAs: 'Sam Supervisor' })
  const nic = await givenPractitioner(world, {
    periods: [{ from: day('2026-02-16'), to: null, kind: 'joined' }],
  })
  const open = (moment: string, who: Practitioner) => windowAt(stage, moment, who, seat)

  await sendForm(ada.browser, {
    page: `/organisations/${organisationId}/invitations/new`,
    typed: { email: nic.email, jobRole: 'newly qualified social worker' },
  })
  const nics = await open('2026-03-02T08:30:00Z', nic)
  await openInvitation(nics, world, nic)
  await press(nics, 'Say how you are known')
  await sayHowKnown(nics, { knownAs: 'Nic Newcomer', newlyQualifiedFrom: ['2', '3', '2026'] })
  await press(nics, 'Accept')
  assert.equal(await headingOf(nics), name)

  const sams = await open('2026-03-02T09:00:00Z', sam)
  await askToSupervise(sams, { email: nic.email, kind: 'Line management', organisation: name })
  await openInvitation(nics, world, nic)
  await press(nics, 'Accept')
  const { relationshipId } = await world.database.read
    .selectFrom('relationship')
    .select('relationshipId')
    .where('organisationId', '=', organisationId)
    .executeTakeFirstOrThrow()
  return { ...seat, stage, nic, sam, relationshipId, open }
}

export async function agree({ open, nic, sam, relationshipId }: Story): Promise<void> {
  const nics = await open('2026-03-02T10:00:00Z', nic)
  await visit(nics, '/supervision')
  await press(nics, /^Open/)
  await press(nics, 'Open the agreement')
  await press(nics, 'Write the agreement')
  await nics.getByLabel(/does the supervisee expect/).fill('Time to think, and an honest word.')
  await nics.getByLabel(/does the supervisor expect/).fill('That I hear early of what goes wrong.')
  await press(nics, 'Check the agreement')
  await press(nics, 'Offer it for signature')

  const sams = await open('2026-03-02T11:00:00Z', sam)
  await visit(sams, `/supervision/${relationshipId}/agreement`)
  await press(sams, 'Write a new version')
  await sams.getByLabel(/does the supervisor expect/).fill('That I hear at once of what goes wrong.')
  await press(sams, 'Check the agreement')
  await press(sams, 'Offer it for signature')
  await press(sams, 'Sign this agreement')
  await visit(nics, '/supervision')
  await press(nics, 'Read and sign the agreement')
  assert.match(await mainText(nics), /What it changes in version 1/)
  await press(nics, 'Sign this agreement')
  assert.match(await mainText(nics), /Version 2 is in force since 2 March 2026/)
}

export async function planByPolicy(page: Page, { relationshipId }: Story, first: string[], count: string) {
  const [d = '', m = ''] = first
  await visit(page, `/supervision/${relationshipId}`)
  await press(page, 'Plan several sessions')
  await typeDate(page, 'On which day is the first one?', [d, m, '2026'])
  await page.getByLabel('At what time does it begin?').fill('10:00')
  await page.getByLabel('As the supervision policy says').check()
  await page.getByLabel('How many sessions?').fill(count)
  await press(page, 'Show the dates')
  await press(page, 'Plan these sessions')
}

export const course = 'Ask for a place on the course on court skills.'
export const protectedTime = 'Ask for protected time for it.'

/** Through the screens: two actions, of which one is done by the third session and the other by the fifth. */
export async function firstTwo(story: Story): Promise<void> {
  const { stage, open, nic, sam, relationshipId } = story
  await planByPolicy(await open('2026-03-02T12:00:00Z', sam), story, ['5', '3'], '4')
  const nics = await open('2026-03-04T09:00:00Z', nic)
  await visit(nics, '/supervision')
  assert.match(await mainText(nics), /Your next session is on 5 March 2026 at 10:00am, with Sam Supervisor/)
  await look(nics, story, 'overview')
  await press(nics, '5 March 2026 at 10:00am')
  await nics.getByLabel('Put something on the agenda').fill('My first court report.')
  await press(nics, 'Add to the agenda')
  await look(nics, story, 'session-planned')

  const first = await sessionOn(stage.world, relationshipId, '2026-03-05')
  const sams = await open('2026-03-05T12:00:00Z', sam)
  await visit(sams, first)
  await sayHeld(sams)
  await press(sams, 'Open agreed actions')
  await agreeAction(sams, { what: course, owner: 'Nic Newcomer', by: ['19', '3', '2026'] })
  await visit(sams, first)
  await writeAndSign(sams, { Wellbeing: 'Settling in, and tired.', Reflection: 'How to begin a report.' })
  const answering = await open('2026-03-06T09:00:00Z', nic)
  await visit(answering, '/supervision')
  await press(answering, /^Answer the record of the session on 5 March/)
  await press(answering, 'Open joint record')
  await agreeWithRecord(answering)
  await look(answering, story, 'record')

  const second = await sessionOn(stage.world, relationshipId, '2026-03-12')
  const again = await open('2026-03-12T12:00:00Z', sam)
  await visit(again, second)
  assert.match(await mainText(again), /First: what is still to be done Ask for a place/)
  await sayHeld(again)
  await press(again, 'Open agreed actions')
  assert.match(await mainText(again), /Open from other sessions Ask for a place/)
  await agreeAction(again, { what: protectedTime, owner: 'Sam Supervisor', by: ['9', '4', '2026'] })
  await visit(again, second)
  await writeAndSign(again, { Workload: 'Eight families. It stays at that.' })
  const nicAgain = await open('2026-03-13T09:00:00Z', nic)
  await visit(nicAgain, `${second}/record`)
  await agreeWithRecord(nicAgain)
  await visit(nicAgain, second)
  await look(nicAgain, story, 'session-held')
}
