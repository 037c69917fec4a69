import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { lastReply } from '../support/chromium.ts'
import { checkStep } from '../support/page-checks.ts'
import type { World } from '../support/world.ts'

/** What a practitioner does at the keyboard, in the words that are on the screen. */

/** A piece of CPD as its writer thinks of it. */
export interface Writing {
  readonly title: string
  /** As the list of types names it. */
  readonly type: string
  readonly date: DateTyped
  readonly description: string
  readonly learning: string
  readonly impact: string
}

export type DateTyped = readonly [day: string, month: string, year: string]

/** What is written under P. */
export interface PeerTalk {
  readonly learnt: string
  readonly peers: readonly { readonly category: string; readonly role: string }[]
  readonly how: readonly string[]
}

/** Presses the button, or follows the link, with these words, and waits for the page it leads to. */
export async function press(page: Page, words: string | RegExp): Promise<void> {
  await arrive(page, () => pressable(page, words).click())
}

export function pressable(page: Page, words: string | RegExp): Locator {
  const options = { name: words, exact: true }
  const main = page.getByRole('main')
  return main.getByRole('button', options).or(main.getByRole('link', options)).first()
}

/** Like `press`, for the bar at the top, which a narrow window folds behind "Menu" where there is JavaScript. */
export async function pressInNavigation(page: Page, words: string): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: words, exact: true })
  const menu = page.getByRole('button', { name: 'Menu', exact: true })
  if (!(await link.isVisible()) && (await menu.isVisible())) await menu.click()
  await arrive(page, () => link.click())
}

/** Does what leads to another page, waits until that is shown, and looks whether all is well with it. */
export async function arrive(page: Page, act: () => Promise<unknown>): Promise<void> {
  const loaded = page.waitForEvent('load')
  await act()
  await loaded
  await checkStep(page)
}

export async function visit(page: Page, address: string): Promise<void> {
  await arrive(page, () => page.goto(address))
}

/**
 * What a page of somebody who is signed in fetches by itself is there: asked for any later, it would be refused to whoever is
 * signed out by then, and the browser would report that.
 */
export async function ownFetchesAreIn(page: Page): Promise<void> {
  // Drafts are the last that is fetched. A page on a very busy machine may have given up opening the device: it fetches none.
  const copiesAreHere = () =>
    localStorage.getItem('confer-copies')?.startsWith(`${document.body.dataset['person']} `) === true
  await page.waitForFunction(copiesAreHere, undefined, { timeout: 5_000 }).catch(() => undefined)
  await page.waitForLoadState('networkidle')
}

/**
 * Waits until the line below the answers says where the text is. What is read out keeps what it said last while a newer text
 * is on its way, so it is not asked.
 */
export async function said(page: Page, words: RegExp): Promise<void> {
  await page.locator('.confer-saved').filter({ hasText: words }).waitFor({ timeout: 15_000 })
}

export async function headingOf(page: Page): Promise<string> {
  return (await page.getByRole('heading', { level: 1 }).innerText()).replaceAll(/\s+/g, ' ')
}

export async function mainText(page: Page): Promise<string> {
  return (await page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ')
}

export async function statusOf(page: Page): Promise<number> {
  return (await lastReply(page)).status
}

const boxes = {
  description: 'What did you do, and why is it relevant to you?',
  learning: 'What did you learn from it?',
  impact: 'What positive impact has it had, or will it have',
} as const

export const peerQuestion = /Describe what you have learnt from discussing this CPD activity with a peer/

export async function typeDate(
  page: Page,
  question: string | RegExp,
  [day, month, year]: DateTyped,
): Promise<void> {
  const group = page.getByRole('group', { name: question })
  await group.getByLabel('Day').fill(day)
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Year').fill(year)
}

/** Fills in whichever of the questions are on the page. */
export async function write(page: Page, writing: Partial<Writing>): Promise<void> {
  const { title, type, date } = writing
  if (title !== undefined) await page.getByLabel('What is the title of this piece of CPD?').fill(title)
  if (type !== undefined) await page.getByLabel('What type of CPD is it?').selectOption({ label: type })
  if (date !== undefined) await typeDate(page, 'When did it take place?', date)
  for (const box of ['description', 'learning', 'impact'] as const) {
    const text = writing[box]
    if (text !== undefined) await page.getByLabel(boxes[box]).fill(text)
  }
}

export async function writePeerTalk(page: Page, { learnt, peers, how }: PeerTalk): Promise<void> {
  await page.getByLabel(peerQuestion).fill(learnt)
  for (const [index, { category, role }] of peers.entries()) {
    if (index > 0) await press(page, 'Add another peer')
    const only = index === 0
    const row = index + 1
    const who = page.getByLabel(only ? 'Who is your peer?' : `Who is peer ${row}?`, { exact: true })
    await who.selectOption({ label: category })
    const job = page.getByLabel(only ? 'Their job role' : `Job role of peer ${row}`, { exact: true })
    await job.fill(role)
  }
  for (const setting of how) await page.getByLabel(setting, { exact: true }).check()
}

/** From the page with the form: check the answers, then submit them. */
export async function checkAndSubmit(page: Page, button: 'Submit' | 'Resubmit' = 'Submit'): Promise<void> {
  await press(page, 'Check your answers')
  assert.equal(await headingOf(page), 'Check your answers')
  await press(page, button)
  assert.equal(
    await headingOf(page),
    button === 'Submit' ? 'This piece is submitted' : 'This piece is resubmitted',
  )
}

export async function openNewPiece(page: Page): Promise<void> {
  await pressInNavigation(page, 'Your CPD')
  await press(page, 'Record new CPD')
  assert.match(await mainText(page), /Record new CPD/)
}

export async function openPiece(page: Page, title: string): Promise<void> {
  await pressInNavigation(page, 'Your CPD')
  await press(page, title)
  assert.equal(await headingOf(page), title)
}

/** What home says of the year: the sentence that leads it, and what counts so far. */
export async function standing(
  page: Page,
): Promise<{ sentence: string; pieces: string; withPeerReflection: string }> {
  await pressInNavigation(page, 'Home')
  const tally = (key: string) =>
    page.locator('.govuk-summary-list__row', { hasText: key }).locator('dd').innerText()
  return {
    sentence: await headingOf(page),
    pieces: await tally('Pieces that count'),
    withPeerReflection: await tally('With a peer reflection'),
  }
}

/** The link in the last mail to an address, as a path: the mail has the product's public address. */
export async function mailedLink(world: World, email: string): Promise<string> {
  const mail = (await world.mails()).findLast(({ to }) => to === email)
  const link = /http:\/\/confer\.test(\/\S+)/.exec(mail?.text ?? '')?.[1]
  assert.ok(link, `a mail to ${email} with a link in it`)
  return link
}

/** From the first page to being signed in: the form, the mail, the password again. */
export async function signUp(page: Page, world: World, email: string, password: string): Promise<void> {
  await visit(page, '/')
  await press(page, 'Create an account')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Registration number').fill('SW123456')
  await typeDate(page, 'The date you went on the register', ['1', '9', '2015'])
  await page.getByLabel('I joined it').check()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await press(page, 'Create account')
  assert.equal(await headingOf(page), 'Check your e-mail')
  await visit(page, await mailedLink(world, email))
  await page.getByLabel('The password you chose', { exact: true }).fill(password)
  await press(page, 'Confirm and sign in')
}
