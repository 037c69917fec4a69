import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { takeConsoleErrors } from '../support/chromium.ts'
import {
  completePiece,
  givenDraft,
  givenPractitioner,
  signInBrowser,
  type Practitioner,
} from '../support/given.ts'
import { checkStep } from '../support/page-checks.ts'
import { raiseStage } from './stage.ts'
import { arrive, headingOf, ownFetchesAreIn, press, said, visit, write } from './steps.ts'

const stage = raiseStage()

const hours = 3_600_000

test('somebody who signs in again in place is where they were, with everything saved', async () => {
  const { page, practitioner, pieceId } = await openDraft()
  const learning = page.getByLabel('What did you learn from it?')
  stage.world.clock.advance(13 * hours)
  await learning.pressSequentially(' Typed after twelve hours.')
  await said(page, /^Saved on this device only: you are signed out/)
  await learning.press('Home')
  const caret = () => learning.evaluate(box => (box as HTMLTextAreaElement).selectionStart)
  const before = await caret()
  await signInAgain(page, practitioner)
  await said(page, /^Saved as a draft\./)
  assert.equal(await caret(), before)
  assert.equal(await learning.evaluate(box => box === document.activeElement), true)
  assert.match(await savedText(practitioner, pieceId), /Typed after twelve hours\./)
  takeConsoleErrors(page)
  // The page's own forms go on working.
  await write(page, { impact: 'And more.' })
  await press(page, 'Check your answers')
  assert.equal(await headingOf(page), 'Check your answers')
})

test('a wrong password is said in the window, and nothing is lost by it', async () => {
  const { page, practitioner } = await openDraft()
  stage.world.clock.advance(13 * hours)
  await write(page, { learning: 'Still here.' })
  await said(page, /^Saved on this device only: you are signed out/)
  await page.getByRole('button', { name: 'Sign in again' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await dialog.getByLabel('E-mail address').fill(practitioner.email)
  await dialog.getByLabel('Password', { exact: true }).fill('not this one at all')
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await dialog.getByText('The e-mail address or the password is not right').waitFor()
  await checkStep(page)
  await page.keyboard.press('Escape')
  assert.equal(await page.getByLabel('What did you learn from it?').inputValue(), 'Still here.')
})

test('“Sign out” of a session that has run out offers to save what is only here', async () => {
  const { page, practitioner, pieceId } = await openDraft()
  stage.world.clock.advance(13 * hours)
  await write(page, { learning: 'Not to be deleted.' })
  await said(page, /^Saved on this device only: you are signed out/)
  takeConsoleErrors(page)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Some of what you typed is on this device only' })
  await dialog.getByText('You are signed out already').waitFor()
  await checkStep(page)
  await dialog.getByRole('button', { name: 'Sign in again to save it' }).click()
  await fillInAgain(page, practitioner)
  await said(page, /^Saved as a draft\./)
  assert.match(await savedText(practitioner, pieceId), /Not to be deleted/)
  takeConsoleErrors(page)
})

test('whoever signed out in another tab is not told that they did nothing for long', async () => {
  const { page } = await openDraft()
  await page.context().clearCookies()
  await write(page, { learning: 'Typed after that.' })
  await page.getByText('You are signed out. What you typed is still on this page.').waitFor()
  assert.doesNotMatch(await page.getByRole('main').innerText(), /for a long time/)
  takeConsoleErrors(page)
})

test('signing in as somebody else sends nothing of what the first one typed', async () => {
  const { page, practitioner, pieceId } = await openDraft()
  const other = await givenPractitioner(stage.world)
  stage.world.clock.advance(13 * hours)
  await write(page, { learning: 'Not for the other account.' })
  await said(page, /^Saved on this device only: you are signed out/)
  await signInAgain(page, other)
  await page.getByText('You signed in with another account').waitFor()
  await page.waitForTimeout(2500)
  assert.doesNotMatch(await savedText(practitioner, pieceId), /Not for the other account/)
})

test('signing in in another tab does as well', async () => {
  const { page, practitioner, pieceId } = await openDraft()
  stage.world.clock.advance(13 * hours)
  await write(page, { learning: 'Saved by the other tab’s sign-in.' })
  await said(page, /^Saved on this device only: you are signed out/)
  const tab = await stage.chromium.open({ besides: page })
  await signInOnPage(tab, practitioner)
  await tab.close()
  await page.bringToFront()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await said(page, /^Saved as a draft\./)
  assert.match(await savedText(practitioner, pieceId), /other tab’s sign-in/)
})

test('somebody else’s sign-in in another tab holds the text back only until its writer is signed in again', async () => {
  const { page, practitioner, pieceId } = await openDraft()
  const other = await givenPractitioner(stage.world)
  const tab = await stage.chromium.open({ besides: page })
  await tab.context().clearCookies()
  await signInOnPage(tab, other)
  await write(page, { learning: 'Typed while somebody else was signed in.' })
  await said(page, /^Not saved: somebody else is signed in/)
  await tab.context().clearCookies()
  await signInOnPage(tab, practitioner)
  await tab.close()
  await page.bringToFront()
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await said(page, /^Saved as a draft\./)
  assert.match(await savedText(practitioner, pieceId), /Typed while somebody else/)
  takeConsoleErrors(page)
})

test('a warning comes in time, and one press is enough to stay', async () => {
  const { page } = await openDraft()
  stage.world.clock.advance(12 * hours - 5 * 60_000)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.getByText('You will be signed out in 5 minutes').waitFor()
  await checkStep(page)
  await page.getByRole('button', { name: 'Stay signed in' }).click()
  await page.getByText('You will be signed out').waitFor({ state: 'detached' })
  stage.world.clock.advance(11 * hours)
  await write(page, { learning: 'Half a day later.' })
  await said(page, /^Saved as a draft\./)
})

test('what was typed when somebody was signed out elsewhere is set aside, and the device keeps nothing', async () => {
  const { page, practitioner } = await openDraft()
  await practitioner.browser.get('/')
  await practitioner.browser.post('/sign-out')
  await write(page, { learning: 'Typed after that.' })
  await said(page, /set aside/)
  await page.waitForLoadState('networkidle')
  takeConsoleErrors(page)
  assert.equal(await waitForRecords(page, 0), 0)
  await arrive(page, () => page.goto('/sign-in'))
  await signInOnPage(page, practitioner)
  assert.equal(new URL(page.url()).pathname, '/set-aside')
  await press(page, /^Send it now/)
  assert.equal(await page.getByLabel('What did you learn from it?').inputValue(), 'Typed after that.')
})

test('signing out takes what is on the device with it', async () => {
  const { page } = await openDraft()
  await write(page, { learning: 'Sent before signing out.' })
  await arrive(page, () => page.getByRole('button', { name: 'Sign out' }).click())
  assert.equal(await headingOf(page), 'You have signed out')
  assert.equal(await waitForRecords(page, 0), 0)
})

test('of what has not reached Confer somebody says first that it may go', async () => {
  const { page, practitioner, pieceId } = await openDraft()
  await page.route('**/edit', route =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await write(page, { learning: 'Only here.' })
  await said(page, /^Saved on this device only/)
  await page.getByRole('button', { name: 'Sign out' }).click()
  const dialog = page.getByRole('dialog', { name: 'Some of what you typed is on this device only' })
  await dialog.getByText(completePiece.title).waitFor()
  takeConsoleErrors(page)
  await checkStep(page)
  await dialog.getByRole('button', { name: 'Stay signed in' }).click()
  await page.unroute('**/edit')
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await said(page, /^Saved as a draft\./)
  takeConsoleErrors(page)
  assert.match(await savedText(practitioner, pieceId), /Only here\./)
})

test('on a shared computer nothing is kept on the device', async () => {
  const practitioner = await givenPractitioner(stage.world)
  const page = await stage.chromium.open()
  await visit(page, '/sign-in')
  await page.getByLabel('This is a shared computer: keep nothing on it').check()
  await signInOnPage(page, practitioner)
  await visit(page, '/cpd/new')
  await page.context().setOffline(true)
  await write(page, { title: 'In a library' })
  await said(page, /^Not saved: we cannot reach Confer\. Keep this page open/)
  takeConsoleErrors(page)
  assert.equal(await waitForRecords(page, 0), 0)
  await page.context().setOffline(false)
  await said(page, /^Saved as a draft\./)
  assert.equal(await waitForRecords(page, 0), 0)
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0)
})

test('a device whose browser was closed clears itself once its owner has signed out everywhere', async () => {
  const { page, practitioner } = await openDraft()
  await write(page, { learning: 'Kept here as a copy.' })
  await said(page, /^Saved as a draft\./)
  // Closing the browser takes the cookies along, and not what the device keeps.
  await page.context().clearCookies()
  const elsewhere = stage.world.browse('192.0.2.77')
  await signInBrowser(stage.world, practitioner.personId, elsewhere)
  await elsewhere.get('/settings/sessions')
  assert.equal((await elsewhere.postOnce('/settings/sessions/end-others')).status, 303)
  await visit(page, '/sign-in')
  assert.equal(await waitForRecords(page, 0), 0)
})

test('whoever signs in as on a shared computer leaves nothing of what they kept there before', async () => {
  const { page, practitioner } = await openDraft()
  await write(page, { learning: 'Kept here as a copy.' })
  await said(page, /^Saved as a draft\./)
  await page.context().clearCookies()
  await visit(page, '/sign-in')
  await page.getByLabel('This is a shared computer: keep nothing on it').check()
  await signInOnPage(page, practitioner)
  assert.equal(await waitForRecords(page, 0), 0)
})

test('without a network nobody sees what somebody before them left there', async () => {
  const { page, practitioner } = await openDraft()
  await write(page, { learning: 'Not for whoever comes next.' })
  await said(page, /^Saved as a draft\./)
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active)
  await page.context().clearCookies()
  const next = await givenPractitioner(stage.world)
  await visit(page, '/sign-in')
  await page.getByLabel('This is a shared computer: keep nothing on it').check()
  await signInOnPage(page, next)
  await page.waitForTimeout(500)
  await page.context().setOffline(true)
  await page.goto('/cpd')
  await page.getByRole('heading', { name: 'You are offline' }).waitFor()
  assert.ok(!(await page.getByRole('main').innerText()).includes(completePiece.title))
  await page.context().setOffline(false)
  // Nobody writes on this page: with the network the one that was asked for comes by itself.
  await page.getByRole('heading', { level: 1, name: 'Your CPD' }).waitFor()
  await page.waitForLoadState('networkidle')
  takeConsoleErrors(page)
  // The owner, signed in again, has it all.
  await page.context().clearCookies()
  await signInOnPage(page, practitioner)
  await visit(page, '/cpd')
  assert.ok((await page.getByRole('main').innerText()).includes(completePiece.title))
})

async function openDraft() {
  const { page, practitioner } = await stage.practitioner()
  const pieceId = await givenDraft(practitioner.browser)
  await visit(page, `/cpd/pieces/${pieceId}/edit`)
  await ownFetchesAreIn(page)
  return { page, practitioner, pieceId }
}

async function signInAgain(page: Page, practitioner: Practitioner): Promise<void> {
  await page.getByRole('button', { name: 'Sign in again' }).click()
  await fillInAgain(page, practitioner)
}

async function fillInAgain(page: Page, { email, password }: Practitioner): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await dialog.getByLabel('E-mail address').fill(email)
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function signInOnPage(page: Page, { email, password }: Practitioner): Promise<void> {
  if (new URL(page.url()).pathname !== '/sign-in') await visit(page, '/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await press(page, 'Sign in')
}

async function savedText({ personId }: Practitioner, pieceId: string): Promise<string> {
  const row = await stage.world.database.read
    .selectFrom('piece')
    .select('draft')
    .where('personId', '=', personId)
    .where('pieceId', '=', pieceId)
    .executeTakeFirstOrThrow()
  return JSON.stringify(row.draft)
}

/** How many records the device has in all its stores; waits a little for it to be as many as they should be. */
async function waitForRecords(page: Page, expected: number): Promise<number> {
  for (let tries = 0; ; tries++) {
    const count = await recordsOnDevice(page)
    if (count === expected || tries === 30) return count
    await page.waitForTimeout(100)
  }
}

function recordsOnDevice(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const known = await indexedDB.databases()
    let count = 0
    for (const { name } of known) {
      const opening = indexedDB.open(name ?? '')
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.addEventListener('success', () => resolve(opening.result))
        opening.addEventListener('error', () => reject(opening.error))
      })
      for (const store of database.objectStoreNames) {
        const asked = database.transaction(store).objectStore(store).count()
        count += await new Promise<number>(resolve =>
          asked.addEventListener('success', () => resolve(asked.result)),
        )
      }
      database.close()
    }
    return count
  })
}
