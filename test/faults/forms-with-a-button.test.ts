import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Dialog, Locator, Page } from 'playwright-core'
import { arrive, headingOf, mainText, pressable, visit } from '../journeys/steps.ts'
import { givenSessionCast, type SessionCast } from '../support/given-session-cast.ts'
import { signInBrowser, type Practitioner } from '../support/given.ts'
import { checkPage } from '../support/page-checks.ts'
import { raiseWorldGround, type WorldGround } from './ground.ts'
import { expectLostRequests, until } from './steps.ts'

/** Forms with a box for free text that are sent by their button alone: nothing of them is kept anywhere before that. */

let ground: WorldGround
before(async () => {
  ground = await raiseWorldGround()
})
beforeEach(() => ground.line.mend())
after(() => ground.close())

async function windowOf({ personId, browser }: Practitioner, javaScript = true): Promise<Page> {
  await signInBrowser(ground.world, personId, browser)
  return ground.chromium.open({ cookies: browser.cookies, javaScript })
}

/** As somebody does it at the keyboard: browsers ask nothing for a page that nobody has touched. */
async function type(box: Locator, text: string): Promise<void> {
  await box.click()
  await box.page().keyboard.insertText(text)
}

/** What the browser asks when that is done. Whoever asked waits for an answer. */
async function question(page: Page, act: () => Promise<unknown>): Promise<Dialog> {
  const asked = page.waitForEvent('dialog')
  // A click is over only when the question is answered.
  act().catch(() => undefined)
  const dialog = await asked
  assert.equal(dialog.type(), 'beforeunload')
  return dialog
}

const reload = (page: Page) => page.evaluate(() => window.setTimeout(() => location.reload()))

/** Fails for any question that is asked from now on. */
function expectNoQuestion(page: Page): readonly string[] {
  const asked: string[] = []
  page.on('dialog', dialog => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  return asked
}

const decision = (page: Page) => page.getByLabel('What was decided?')

async function typeDecision(page: Page): Promise<void> {
  await type(page.getByLabel('Case reference'), 'C-4711')
  await type(decision(page), 'The visits go on weekly.')
  await type(page.getByLabel('Why?'), 'The last three told us little.')
}

async function decisionsOf({ sessionId }: SessionCast): Promise<readonly string[]> {
  const rows = await ground.database.read
    .selectFrom('caseDecision')
    .select('decision')
    .where('sessionId', '=', sessionId)
    .execute()
  return rows.map(row => row.decision ?? '')
}

const notSent = /^Not sent: we cannot reach Confer\. What you typed is still here/

test('reloading any of them with something typed in it asks first, and whoever stays has every word', async () => {
  const { world } = ground
  const held = await givenSessionCast(world)
  const planned = await givenSessionCast(world, { state: 'planned', startsAt: '2026-11-25T10:00:00Z' })
  const cases: readonly (readonly [Practitioner, string, string])[] = [
    [held.supervisor, `${held.at}/case-decisions`, 'What was decided?'],
    [held.supervisor, `${held.at}/actions`, 'What is to be done?'],
    [planned.supervisee, planned.at, 'Put something on the agenda'],
    [planned.supervisor, `${planned.at}/move`, 'Why?'],
    [planned.supervisor, `${planned.at}/cancel`, 'Why?'],
    [held.manager, `/supervision/${held.relationshipId}/open`, 'Why do you need to open it?'],
    [held.administrator, `/organisations/${held.organisationId}/policy/new`, 'Why so long'],
  ]
  for (const [who, address, label] of cases) {
    const page = await windowOf(who)
    await visit(page, address)
    const box = page.getByLabel(label)
    const before = await box.inputValue()
    await type(box, 'Typed at length.')
    const dialog = await question(page, () => reload(page))
    await dialog.dismiss()
    assert.ok((await box.inputValue()).includes('Typed at length.'), address)
    // Taken back, there is nothing to ask about.
    await box.fill(before)
    const asked = expectNoQuestion(page)
    await arrive(page, () => reload(page))
    assert.deepEqual(asked, [], address)
    await page.context().close()
  }
})

test('a link asks too; whoever goes all the same and comes back finds it, but for a case decision', async () => {
  const planned = await givenSessionCast(ground.world, { state: 'planned', startsAt: '2026-11-25T10:00:00Z' })
  const his = await windowOf(planned.supervisee)
  await visit(his, planned.at)
  const box = his.getByLabel('Put something on the agenda')
  await type(box, 'My first court report.')
  const link = his.getByRole('navigation', { name: 'Main' }).getByRole('link').first()
  const first = await question(his, () => link.click({ noWaitAfter: true }))
  await first.dismiss()
  assert.equal(await box.inputValue(), 'My first court report.')
  const second = await question(his, () => link.click({ noWaitAfter: true }))
  await arrive(his, () => second.accept())
  await arrive(his, () => his.evaluate(() => window.setTimeout(() => history.back())))
  assert.equal(await box.inputValue(), 'My first court report.')
  // It is asked about as if it had just been typed.
  await box.click()
  await (await question(his, () => reload(his))).dismiss()

  const held = await givenSessionCast(ground.world)
  const hers = await windowOf(held.supervisor)
  await visit(hers, `${held.at}/case-decisions`)
  await typeDecision(hers)
  const dialog = await question(hers, () => hers.locator('.govuk-back-link').click({ noWaitAfter: true }))
  await arrive(hers, () => dialog.accept())
  await arrive(hers, () => hers.evaluate(() => window.setTimeout(() => history.back())))
  assert.equal(await decision(hers).inputValue(), '')
})

for (const how of ['the device has no network', 'the line to Confer is cut'] as const)
  test(`${how} at the press: the text stays on the page, and goes once when it is pressed again`, async () => {
    const cast = await givenSessionCast(ground.world)
    const page = await windowOf(cast.supervisor)
    await visit(page, `${cast.at}/case-decisions`)
    await page.waitForLoadState('networkidle')
    await typeDecision(page)
    const asked = expectNoQuestion(page)
    const isOffline = how === 'the device has no network'
    if (isOffline) await page.context().setOffline(true)
    else ground.line.cut()
    const button = pressable(page, 'Add this decision')
    await button.click()
    const line = page.locator('.confer-not-sent')
    await line.waitFor()
    assert.match((await line.textContent()) ?? '', notSent)
    await until(async () => notSent.test((await page.getByRole('status').last().textContent()) ?? ''))
    assert.match((await page.getByRole('status').last().textContent()) ?? '', notSent)
    assert.equal(await headingOf(page), 'Case decisions')
    assert.equal(await decision(page).inputValue(), 'The visits go on weekly.')
    assert.deepEqual(await decisionsOf(cast), [])
    const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
    assert.doesNotMatch(stored, /visits go on|C-4711|told us little/)
    await page.context().setOffline(false)
    ground.line.mend()
    expectLostRequests(page)
    await checkPage(page)
    // Double presses within a second are dropped by the button itself.
    await page.waitForTimeout(1_100)
    await arrive(page, () => button.click({ noWaitAfter: true }))
    assert.match(await mainText(page), /The decision is added\./)
    assert.deepEqual(await decisionsOf(cast), ['The visits go on weekly.'])
    assert.deepEqual(asked, [])
  })

test('a press that the line holds up says what it waits for, and goes through when the line does', async () => {
  const cast = await givenSessionCast(ground.world)
  const page = await windowOf(cast.supervisor)
  await visit(page, `${cast.at}/case-decisions`)
  await page.waitForLoadState('networkidle')
  await typeDecision(page)
  const held = ground.line.holdAt('after', sent => sent.startsWith('GET /session '))
  await pressable(page, 'Add this decision').click()
  const release = await held
  await page.locator('.confer-not-sent', { hasText: 'Reaching Confer' }).waitFor()
  await arrive(page, async () => release())
  assert.deepEqual(await decisionsOf(cast), ['The visits go on weekly.'])
})

test('what Confer did not take is asked about as well', async () => {
  const cast = await givenSessionCast(ground.world)
  const page = await windowOf(cast.supervisor)
  await visit(page, `${cast.at}/case-decisions`)
  await type(decision(page), 'The visits go on weekly.')
  await arrive(page, () => pressable(page, 'Add this decision').click({ noWaitAfter: true }))
  assert.equal(await decision(page).inputValue(), 'The visits go on weekly.')
  await decision(page).click()
  await (await question(page, () => reload(page))).dismiss()
  assert.equal(await decision(page).inputValue(), 'The visits go on weekly.')
})

test('without JavaScript a press sends the form as ever', async () => {
  const cast = await givenSessionCast(ground.world)
  const page = await windowOf(cast.supervisor, false)
  await visit(page, `${cast.at}/case-decisions`)
  await typeDecision(page)
  await arrive(page, () => pressable(page, 'Add this decision').click({ noWaitAfter: true }))
  assert.deepEqual(await decisionsOf(cast), ['The visits go on weekly.'])
})
