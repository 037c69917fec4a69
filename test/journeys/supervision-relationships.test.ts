import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { takeConsoleErrors } from '../support/chromium.ts'
import {
  givenMember,
  givenPair,
  givenRelationship,
  givenSession,
  type Pair,
} from '../support/given-supervision.ts'
import { signInBrowser, type Practitioner } from '../support/given.ts'
import { raiseStage } from './stage.ts'
import {
  arrive,
  headingOf,
  mainText,
  press,
  pressInNavigation,
  statusOf,
  typeDate,
  said,
  visit,
} from './steps.ts'

const stage = raiseStage()

async function windowOf(practitioner: Practitioner, javaScript = true): Promise<Page> {
  return stage.chromium.open({ javaScript, cookies: practitioner.browser.cookies })
}

const answers: readonly (readonly [question: string | RegExp, answer: string])[] = [
  [/does the supervisee expect/, 'Time to think, and an honest word.'],
  [/does the supervisor expect/, 'That I hear early of what goes wrong.'],
  ['How often do you meet?', 'Every 2 weeks.'],
]

const isSaved = /^Saved as a draft that everybody in this supervision sees\.$/

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with' : 'without'

  test(`an agreement, a series by it, a session held: ${how} JavaScript`, async () => {
    stage.world.clock.set('2026-11-18T14:00:00Z')
    const pair = await givenPair(stage.world)
    const nic = await windowOf(pair.supervisee, javaScript)
    await visit(nic, '/')
    await pressInNavigation(nic, 'Supervision')
    await press(nic, /^Open/)
    assert.equal(await headingOf(nic), 'Supervision by Sam Supervisor')
    await visit(nic, `/supervision/${pair.relationshipId}/agreement`)
    await press(nic, 'Write the agreement')
    for (const [question, answer] of answers) await nic.getByLabel(question).fill(answer)
    await press(nic, 'Check the agreement')
    assert.match(await mainText(nic), /Time to think, and an honest word\./)
    await press(nic, 'Offer it for signature')
    await press(nic, 'Sign this agreement')
    assert.match(await mainText(nic), /waits for the signature of Sam Supervisor/)

    const sam = await windowOf(pair.supervisor, javaScript)
    await visit(sam, '/supervision')
    await press(sam, 'Read and sign the agreement')
    await press(sam, 'Sign this agreement')
    assert.match(await mainText(sam), /Version 1 is in force since 18 November 2026/)

    await visit(sam, `/supervision/${pair.relationshipId}`)
    await press(sam, 'Plan several sessions')
    assert.match(await mainText(sam), /Your agreement says every 2 weeks\./)
    await typeDate(sam, 'On which day is the first one?', ['19', '11', '2026'])
    await sam.getByLabel('At what time does it begin?').fill('10:00')
    await press(sam, 'Show the dates')
    await sam.getByLabel('17 December 2026 at 10:00am').uncheck()
    await press(sam, 'Plan these sessions')
    assert.match(await mainText(sam), /19 November 2026 at 10:00am.*3 December 2026 at 10:00am/)
    assert.doesNotMatch(await mainText(sam), /17 December/)

    await visit(nic, '/supervision')
    await press(nic, '19 November 2026 at 10:00am')
    await nic.getByLabel('Put something on the agenda').fill('My first court report.')
    await press(nic, 'Add to the agenda')
    assert.match(await mainText(nic), /My first court report\. Put there by you/)

    stage.world.clock.set('2026-11-19T12:00:00Z')
    await signInBrowser(stage.world, pair.supervisor.personId, pair.supervisor.browser)
    const samNextDay = await windowOf(pair.supervisor, javaScript)
    await visit(samNextDay, '/supervision')
    await press(samNextDay, 'Say what became of the session on 19 November 2026 at 10:00am')
    await press(samNextDay, 'Say that it was held')
    await samNextDay.getByLabel('No', { exact: true }).check()
    await press(samNextDay, 'Say that it was held')
    assert.match(await mainText(samNextDay), /Held for 90 minutes, without interruption/)
  })
}

test('what two people write at the same time saves itself and is brought together', async () => {
  stage.world.clock.set('2026-11-18T14:00:00Z')
  const pair = await givenPair(stage.world)
  const address = `/supervision/${pair.relationshipId}/agreement/draft`
  const nic = await windowOf(pair.supervisee)
  await visit(nic, address)
  await nic.getByLabel(/does the supervisee expect/).fill('Typed by Nic.')
  await said(nic, isSaved)
  const sam = await windowOf(pair.supervisor)
  await visit(sam, address)
  assert.equal(await sam.getByLabel(/does the supervisee expect/).inputValue(), 'Typed by Nic.')
  await sam.getByLabel(/does the supervisor expect/).fill('Typed by Sam.')
  await said(sam, isSaved)
  // Nic’s page learns of it with its next save.
  await nic.getByLabel('How often do you meet?').fill('Every month.')
  await nic
    .getByText(/“What the supervisor expects” was changed somewhere else/)
    .first()
    .waitFor()
  assert.equal(await nic.getByLabel(/does the supervisor expect/).inputValue(), 'Typed by Sam.')

  // The same answer: the page asks, with both texts.
  await sam.getByLabel('How often do you meet?').fill('Every week.')
  await sam
    .getByText(/Not saved/)
    .first()
    .waitFor()
  await press(sam, 'Save draft')
  assert.equal(await statusOf(sam), 409)
  assert.match(
    await mainText(sam),
    /Typed here, not saved yet Every week\. Saved by Nic Newcomer, .* Every month\./,
  )
  await sam.getByLabel('Both, one after the other').check()
  await press(sam, 'Keep what I chose')
  await visit(nic, `/supervision/${pair.relationshipId}/agreement/check`)
  assert.match(await mainText(nic), /Every month\. Every week\./)
})

test('what was typed while Confer was out of reach is sent as soon as it is back', async () => {
  stage.world.clock.set('2026-11-18T14:00:00Z')
  const pair = await givenPair(stage.world)
  const address = `/supervision/${pair.relationshipId}/agreement/draft`
  const nic = await windowOf(pair.supervisee)
  await visit(nic, address)
  await nic.context().setOffline(true)
  await nic.getByLabel('How long is a session?').fill('Two hours, typed on a train.')
  await nic.getByText('Saved on this device only').first().waitFor()
  await nic.context().setOffline(false)
  await said(nic, isSaved)
  // The browser reports the saves that did not get through.
  takeConsoleErrors(nic)
  await visit(nic, `/supervision/${pair.relationshipId}/agreement/check`)
  assert.match(await mainText(nic), /Two hours, typed on a train\./)
})

test('a group session of six is held with the five who came', async () => {
  stage.world.clock.set('2026-11-18T14:00:00Z')
  const pair: Pair = await givenPair(stage.world)
  const names = ['Bea', 'Cal', 'Dee', 'Eli']
  const members = await Promise.all(
    names.map(knownAs => givenMember(stage.world, pair.organisationId, { knownAs })),
  )
  const relationshipId = await givenRelationship(stage.world, {
    organisationId: pair.organisationId,
    supervisor: pair.supervisor,
    supervisees: [pair.supervisee, ...members],
    kind: 'group',
  })
  const sessionId = await givenSession(stage.world, {
    relationshipId,
    by: pair.supervisor,
    startsAt: '2026-11-18T10:00:00Z',
    state: 'planned',
    form: 'group',
  })
  const sam = await windowOf(pair.supervisor)
  await visit(sam, `/supervision/${relationshipId}/sessions/${sessionId}`)
  await press(sam, 'Say that it was held')
  await sam.getByLabel('Eli', { exact: true }).uncheck()
  await sam.getByLabel('No', { exact: true }).check()
  await press(sam, 'Say that it was held')
  assert.match(await mainText(sam), /Supervised /)
  assert.match(await mainText(sam), /Bea/)
  assert.doesNotMatch(await mainText(sam), /Eli/)
})

test('a supervision ends, and another begins', async () => {
  stage.world.clock.set('2026-11-18T14:00:00Z')
  const pair = await givenPair(stage.world)
  const nic = await windowOf(pair.supervisee)
  await visit(nic, `/supervision/${pair.relationshipId}`)
  await press(nic, 'End this supervision')
  await typeDate(nic, 'What is the last day?', ['18', '11', '2026'])
  await nic.getByLabel('Why?').fill('I move to another team.')
  await press(nic, 'End this supervision')
  await givenRelationship(stage.world, {
    organisationId: pair.organisationId,
    supervisor: pair.stranger,
    supervisees: [pair.supervisee],
    from: '2026-11-19',
  })
  stage.world.clock.set('2026-11-19T14:00:00Z')
  for (const one of [pair.supervisee, pair.supervisor])
    await signInBrowser(stage.world, one.personId, one.browser)
  const next = await windowOf(pair.supervisee)
  await visit(next, '/supervision')
  assert.match(
    await mainText(next),
    /Who supervises you Col League.*Earlier or still to begin Sam Supervisor/,
  )
  const sam = await windowOf(pair.supervisor)
  await arrive(sam, () => sam.goto(`/supervision/${pair.relationshipId}`))
  assert.equal(await statusOf(sam), 404)
})
