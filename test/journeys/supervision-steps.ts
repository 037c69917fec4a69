import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { signInBrowser, type Practitioner } from '../support/given.ts'
import { checkPage } from '../support/page-checks.ts'
import { sendForm } from '../support/send-form.ts'
import type { World } from '../support/world.ts'
import type { Stage } from './stage.ts'
import { headingOf, mailedLink, mainText, press, typeDate, visit, type DateTyped } from './steps.ts'

/** What people in supervision do, in the words that are on the screen; some of it also without a window. */

/** How somebody sits before Confer in one run of a story. */
export interface Seat {
  readonly javaScript: boolean
  readonly width?: number
}

/** The clock moves there, and they sign in again, as on another day. */
export async function signInAt(world: World, moment: string, ...people: Practitioner[]): Promise<void> {
  world.clock.set(moment)
  for (const { personId, browser } of people) await signInBrowser(world, personId, browser)
}

/** A window of theirs at that moment. */
export async function windowAt(
  { world, chromium }: Stage,
  moment: string,
  practitioner: Practitioner,
  seat: Seat,
): Promise<Page> {
  await signInAt(world, moment, practitioner)
  return chromium.open({ ...seat, cookies: practitioner.browser.cookies })
}

const picturesIn = process.env['PICTURES']

/** A page that everybody comes by: it is looked at whole. `PICTURES=folder` keeps what it looks like. */
export async function look(page: Page, { javaScript }: Seat, name: string): Promise<void> {
  if (!javaScript) return
  await checkPage(page)
  if (picturesIn === undefined) return
  const before = page.viewportSize()
  for (const width of [1024, 320]) {
    await page.setViewportSize({ width, height: 800 })
    await page.screenshot({ path: `${picturesIn}/${name}-${width}.png`, fullPage: true })
  }
  if (before) await page.setViewportSize(before)
}

interface Known {
  readonly knownAs: string
  readonly newlyQualifiedFrom?: DateTyped
}

export async function sayHowKnown(page: Page, { knownAs, newlyQualifiedFrom }: Known): Promise<void> {
  assert.equal(await headingOf(page), 'How you are known in supervision')
  await page.getByLabel('Name you are known by').fill(knownAs)
  await page.getByLabel('Yes', { exact: true }).check()
  if (newlyQualifiedFrom) await typeDate(page, /^If you are newly qualified/, newlyQualifiedFrom)
  await press(page, 'Save')
}

/** From the link in the last mail to them. */
export async function openInvitation(page: Page, world: World, { email }: Practitioner): Promise<void> {
  await visit(page, await mailedLink(world, email))
}

/** Somebody asks somebody else to be supervised by them. */
export async function askToSupervise(
  page: Page,
  { email, kind, organisation }: { email: string; kind: string; organisation: string },
): Promise<void> {
  await visit(page, '/supervision/start')
  await page.getByLabel('What is their e-mail address?').fill(email)
  await page.getByLabel('Somebody I supervise').check()
  await page.getByLabel(kind, { exact: true }).check()
  await page.getByLabel(organisation, { exact: true }).check()
  await press(page, 'Send the invitation')
}

/** From the page of a session to one that was held, as long as planned and without interruption. */
export async function sayHeld(page: Page): Promise<void> {
  await press(page, 'Say that it was held')
  await page.getByLabel('No', { exact: true }).check()
  await press(page, 'Say that it was held')
  assert.match(await mainText(page), /Held for 90 minutes, without interruption/)
}

interface Action {
  readonly what: string
  readonly owner: string
  readonly by: DateTyped
}

/** On the page of agreed actions. */
export async function agreeAction(page: Page, { what, owner, by }: Action): Promise<void> {
  await page.getByLabel('What is to be done?').fill(what)
  await page.getByLabel(owner, { exact: true }).check()
  await typeDate(page, 'By when?', by)
  await press(page, 'Agree this action')
  assert.match(await mainText(page), /The action is agreed\./)
}

/** On the page of agreed actions: the first that whoever looks may close. */
export async function closeFirstAction(page: Page, outcome: string): Promise<void> {
  await page.locator('summary', { hasText: 'Close this action' }).first().click()
  await page.locator('details[open]').getByLabel('What was done?').fill(outcome)
  await press(page, 'Close this action')
  assert.match(await mainText(page), /The action is closed\./)
}

/** From the page of a session to its signed record. */
export async function writeAndSign(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  await press(page, /^Open joint record$/)
  for (const [question, text] of Object.entries(texts))
    await page.getByLabel(question, { exact: true }).fill(text)
  await press(page, 'Read it through and sign')
  await press(page, 'Sign the record')
  assert.match(await mainText(page), /You have signed the record/)
}

export async function agreeWithRecord(page: Page): Promise<void> {
  await page.getByLabel('I agree', { exact: true }).check()
  await press(page, 'Sign with this answer')
  assert.match(await mainText(page), /Your word on the record is kept beside it\./)
}

/** Where each session of a relationship is that was planned for a day. */
export async function sessionOn(world: World, relationshipId: string, day: string): Promise<string> {
  const sessions = await world.database.read
    .selectFrom('supervisionSession')
    .select(['sessionId', 'startsAt'])
    .where('relationshipId', '=', relationshipId)
    .where('state', '<>', 'cancelled')
    .execute()
  const found = sessions.find(({ startsAt }) => startsAt.toISOString().startsWith(day))
  assert.ok(found, `a session on ${day}`)
  return `/supervision/${relationshipId}/sessions/${found.sessionId}`
}

/** The same as through the screens, by the same forms: held, recorded, signed by one and agreed by the others. */
export async function heldByForms(
  at: string,
  supervisor: Practitioner,
  supervisees: readonly Practitioner[],
): Promise<void> {
  await sendForm(supervisor.browser, { page: `${at}/held`, typed: { interrupted: 'no' } })
  await signByForms(at, supervisor)
  for (const { browser } of supervisees)
    await sendForm(browser, {
      page: `${at}/record`,
      action: `${at}/record/answer`,
      typed: { agrees: 'yes' },
    })
}

export async function signByForms(at: string, { browser }: Practitioner): Promise<void> {
  const typed = { workload: 'As much as was agreed.', press: 'draft' }
  await sendForm(browser, { page: `${at}/record`, typed })
  await sendForm(browser, { page: `${at}/record/sign` })
}

/** What a page says beside a key. */
export async function valueOf(page: Page, key: string): Promise<string> {
  const row = page.locator('.govuk-summary-list__row').filter({
    has: page.locator('dt', { hasText: new RegExp(`^\\s*${key}\\s*$`) }),
  })
  return (await row.locator('dd').first().innerText()).replaceAll(/\s+/g, ' ').trim()
}
