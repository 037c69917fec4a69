import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'
import type { Answers } from '../../src/cpd/answers.ts'
import { takeConsoleErrors, type WindowOptions } from '../support/chromium.ts'
import type { IsIt } from '../support/faulty-line.ts'
import { whatIsKept, type Kept, type KeptPiece } from '../support/what-is-kept.ts'
import { pressable } from '../journeys/steps.ts'
import type { Ground, Person } from './ground.ts'

/** How long to wait for what must come, in milliseconds. */
const patience = 12_000

/** What happens on the screen while things go wrong, and what must be found afterwards. */

/** Where the status line says that the text is. */
export const on = {
  server: /^(?:Saved as a draft|Your changes are saved)/,
  thisDeviceOnly: /^Saved on this device only/,
  nowhere: /^Not saved:/,
} as const

/** A save of a form of a piece: in the background, by a button, or either. */
export const isSave: IsIt = sent => sent.startsWith('POST /cpd/')
export const isBackgroundSave: IsIt = sent => isSave(sent) && /^accept: application\/json/im.test(sent)

let texts = 0

/** A text that is none other: with what goes wrong where characters are counted, cut or escaped. */
export function someText(about: string): string {
  texts += 1
  return `${about} (${texts}): “quoted” & <b>marked</b>, 100 % naïve 👩🏽‍⚕️ e\u0301\n\n\tsecond paragraph; ünd \\n no line.`
}

export function learning(page: Page): Locator {
  return page.getByLabel('What did you learn from it?')
}

export function impact(page: Page): Locator {
  return page.getByLabel('What positive impact has it had, or will it have')
}

export async function said(page: Page, words: RegExp): Promise<void> {
  const line = page.locator('.confer-saved')
  await until(async () => words.test((await line.textContent()) ?? ''))
  assert.match((await line.textContent()) ?? '', words)
}

/** Opens a page; that something is out of reach is no surprise here. */
export async function visitAnyhow(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'load' })
  expectLostRequests(page)
}

/** Presses the button, or follows the link, with these words, whatever the network has been doing. */
export async function pressAnyhow(page: Page, words: string | RegExp): Promise<void> {
  await arriveAnyhow(page, () => pressable(page, words).click({ noWaitAfter: true }))
}

export async function arriveAnyhow(page: Page, act: () => Promise<unknown>): Promise<void> {
  const loaded = page.waitForEvent('load', { timeout: patience })
  await act()
  await loaded
  expectLostRequests(page)
}

/** Waits for the page that a browser shows where it got none. */
export async function noPageCame(page: Page): Promise<void> {
  await until(async () => page.url().startsWith('chrome-error:'))
  // Its address is there before it can be reloaded.
  await sleep(250)
}

/** The browser reports each request that came to nothing; anything else in its console is ours to mend. */
export function expectLostRequests(page: Page): void {
  const lost = /Failed to load resource: |An unknown error occurred when fetching the script/
  for (const error of takeConsoleErrors(page)) assert.match(error, lost)
}

/** What a browser tells its pages when it finds a network again: then they need not wait for their next try. */
export async function tellOfNetwork(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
}

/** The page gives a text back, to the character. */
export async function expectGivenBack(page: Page, text: string): Promise<void> {
  const boxes = await page.locator('.confer-as-typed').allTextContents()
  assert.ok(boxes.includes(text), `given back: ${JSON.stringify(boxes)}`)
}

export async function signInOnPage(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
}

/** Somebody at the form of a piece that they began a while ago. */
export async function begun(ground: Ground, options: WindowOptions = {}, answers: Partial<Answers> = {}) {
  const person = await ground.person()
  const pieceId = await ground.draft(person, answers)
  const page = await ground.window(person, options)
  await formOf(page, ground, pieceId)
  return { person, page, pieceId }
}

/** All that a piece needs to be submitted. */
export const complete = {
  texts: {
    title: 'Reading about hoarding',
    description: 'A chapter about hoarding.',
    learning: 'It comes back.',
    impact: 'I will ask first.',
  },
  type: 'reading',
  date: { day: '12', month: '10', year: '2026' },
} satisfies Partial<Answers>

export async function formOf(page: Page, ground: Pick<Ground, 'address'>, pieceId: string): Promise<void> {
  await visitAnyhow(page, `${ground.address}/cpd/pieces/${pieceId}/edit`)
}

/** The tab's process ends, with nothing said to the page. */
export async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  void page.goto('chrome://crash').catch(() => undefined)
  await crashed
}

export async function until(holds: () => Promise<boolean>, milliseconds = patience): Promise<void> {
  const giveUp = Date.now() + milliseconds
  while (!(await holds()) && Date.now() < giveUp) await sleep(50)
}

/** Waits until the learning on the screen is that, and fails with the difference where it never is. */
export async function shown(page: Page, text: string): Promise<void> {
  await until(async () => (await learning(page).inputValue()) === text)
  assert.equal(await learning(page).inputValue(), text)
}

export async function kept(ground: Pick<Ground, 'database'>, person: Person): Promise<Kept> {
  return whatIsKept(ground.database.write, person.personId)
}

/** The one piece there is, which has nothing twice. */
export async function onlyPiece(ground: Pick<Ground, 'database'>, person: Person): Promise<KeptPiece> {
  const { pieces } = await kept(ground, person)
  assert.equal(pieces.length, 1, 'exactly one piece')
  const [piece] = pieces
  assert.ok(piece)
  const versions = [...piece.earlier, ...(piece.draft === null ? [] : [piece.draft])]
  assert.equal(
    new Set(versions.map(version => JSON.stringify(version))).size,
    versions.length,
    'no version twice',
  )
  return piece
}

export function learningIn(answers: Answers | null | undefined): string | undefined {
  return answers?.texts['learning']
}

interface Besides {
  readonly earlier?: readonly string[]
  readonly submissions?: readonly string[]
}

/** The draft of the one piece says that, to the character; and that is all that came of it. */
export async function expectDraft(
  ground: Pick<Ground, 'database'>,
  person: Person,
  text: string,
  { earlier, submissions = [] }: Besides = {},
): Promise<KeptPiece> {
  const piece = await onlyPiece(ground, person)
  assert.equal(learningIn(piece.draft), text)
  if (earlier) assert.deepEqual(piece.earlier.map(learningIn), earlier, 'earlier versions')
  assert.deepEqual(piece.submissions.map(learningIn), submissions, 'submissions')
  return piece
}

/** The same, once it has arrived by itself: what a page left behind is sent by the next one. */
export async function expectDraftToArrive(
  ground: Pick<Ground, 'database'>,
  person: Person,
  text: string,
  besides: Besides = {},
): Promise<KeptPiece> {
  await until(async () => learningIn((await kept(ground, person)).pieces[0]?.draft) === text)
  return expectDraft(ground, person, text, besides)
}
