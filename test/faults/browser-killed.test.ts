import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { startKillableChromium, type KillableChromium } from '../support/killable-chromium.ts'
import { raiseWorldGround, type Person, type WorldGround } from './ground.ts'
import {
  expectDraft,
  expectDraftToArrive,
  formOf,
  isBackgroundSave,
  learning,
  on,
  pressAnyhow,
  said,
  shown,
  signInOnPage,
  someText,
  visitAnyhow,
} from './steps.ts'

let ground: WorldGround
let browser: KillableChromium
before(async () => {
  ground = await raiseWorldGround()
  browser = await startKillableChromium()
})
after(async () => {
  await browser.close()
  await ground.close()
})

test('the browser is killed with a text on this device only, and one on the server: both are found', async () => {
  const { person, page, pieceId } = await signedInForm()
  const first = someText('on the server')
  await learning(page).fill(first)
  await said(page, on.server)
  const second = `${first} ${someText('on this device only')}`
  ground.line.cut()
  await learning(page).fill(second)
  await said(page, on.thisDeviceOnly)
  await browser.kill()
  await expectDraft(ground, person, first, { earlier: [] })

  ground.line.mend()
  await browser.startAgain()
  const { version, next } = await signInAgain(person, pieceId, second)
  assert.equal(version, 3)
  await next.close()
})

test('the browser is killed while a save is under way: it is saved once', async () => {
  const { person, page, pieceId } = await signedInForm()
  const text = someText('killed while saving')
  const held = ground.line.holdAt('after', isBackgroundSave)
  await learning(page).fill(text)
  const release = await held
  await browser.kill()
  release()
  await browser.startAgain()
  const { version } = await signInAgain(person, pieceId, text)
  assert.equal(version, 2)
})

async function signedInForm() {
  const person = await ground.person()
  const pieceId = await ground.draft(person)
  const page = await browser.open()
  await signIn(page, person)
  await formOf(page, ground, pieceId)
  return { person, page, pieceId }
}

async function signIn(page: Page, person: Person): Promise<void> {
  await page.context().clearCookies()
  await visitAnyhow(page, `${ground.address}/sign-in`)
  await signInOnPage(page, person)
  await pressAnyhow(page, 'Sign in')
}

/** A browser forgets who was signed in when it ends. */
async function signInAgain(person: Person, pieceId: string, text: string) {
  const next = await browser.open()
  await signIn(next, person)
  const { version } = await expectDraftToArrive(ground, person, text, { earlier: [] })
  await formOf(next, ground, pieceId)
  await shown(next, text)
  return { version, next }
}
