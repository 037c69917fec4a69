import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { takeConsoleErrors } from '../support/chromium.ts'
import { completePiece, givenDraft } from '../support/given.ts'
import { raiseStage } from './stage.ts'
import { arrive, headingOf, mainText, press, statusOf, said, visit, write } from './steps.ts'

const stage = raiseStage()

test('a new piece is saved when its writer pauses, and a reload shows it again', async () => {
  const { page } = await stage.practitioner()
  await visit(page, '/cpd/new')
  await write(page, { title: 'Saved by itself', learning: 'A thought that must not get lost 🙂' })
  await said(page, /^Saved as a draft\. It does not count until you submit it\.$/)
  await page.reload()
  assert.equal(await learning(page).inputValue(), 'A thought that must not get lost 🙂')
  assert.equal(await headingOf(page), 'Continue editing')
  await press(page, 'Check your answers')
  assert.match(await mainText(page), /A thought that must not get lost/)
})

test('with one question a page a new piece goes on from its background save', async () => {
  const { page, practitioner } = await stage.practitioner()
  await visit(page, `/cpd/pieces/${await givenDraft(practitioner.browser)}/edit`)
  await press(page, 'Switch to one question a page')
  await visit(page, '/cpd/new?type=supervision')
  await write(page, { title: 'One at a time' })
  await said(page, /^Saved as a draft\./)
  await press(page, 'Save and continue')
  assert.equal(await page.locator('#type').inputValue(), 'supervision')
})

test('while the network is away the page says so, and sends everything when it is back', async () => {
  const { page, pieceId } = await openDraft()
  await page.context().setOffline(true)
  await write(page, { learning: 'Written in a tunnel.' })
  await said(page, /^Saved on this device only: we cannot reach Confer/)
  expectLostRequests(page)
  await write(page, { learning: 'Written in a tunnel, and then some.' })
  await page.context().setOffline(false)
  await said(page, /^Saved as a draft\./)
  expectLostRequests(page)
  await visit(page, `/cpd/pieces/${pieceId}/edit`)
  assert.equal(await learning(page).inputValue(), 'Written in a tunnel, and then some.')
})

test('on a slow line a press is acknowledged at once', async () => {
  const { page } = await openDraft()
  await page.route('**/edit', async route => {
    await new Promise(resolve => setTimeout(resolve, 1_500))
    await route.continue()
  })
  await learning(page).fill('Saved on a slow line.')
  await arrive(page, async () => {
    await page.getByRole('button', { name: 'Save draft' }).click({ noWaitAfter: true })
    await said(page, /^Saving, then going on to the next page…$/)
  })
  assert.equal(await learning(page).inputValue(), 'Saved on a slow line.')
})

test('a reply that is lost does not make an own text look like somebody else’s', async () => {
  const { page, pieceId } = await openDraft()
  let lost = 0
  await page.route('**/edit', async route => {
    if (route.request().method() !== 'POST' || lost > 0) return await route.continue()
    lost += 1
    await route.fetch()
    return await route.abort()
  })
  await write(page, { learning: 'The reply to this is lost.' })
  await said(page, /^Saved on this device only/)
  expectLostRequests(page)
  await write(page, { learning: 'The reply to this is lost. This one arrives.' })
  await said(page, /^Saved as a draft\./)
  assert.equal(lost, 1)
  await visit(page, `/cpd/pieces/${pieceId}/edit`)
  assert.equal(await learning(page).inputValue(), 'The reply to this is lost. This one arrives.')
})

test('after a lost reply “Save draft” saves too, and is no clash', async () => {
  const { page } = await openDraft()
  let isLost = false
  await page.route('**/edit', async route => {
    if (route.request().method() !== 'POST' || isLost) return await route.continue()
    isLost = true
    await route.fetch()
    return await route.abort()
  })
  await write(page, { learning: 'First half.' })
  await said(page, /^Saved on this device only/)
  expectLostRequests(page)
  await write(page, { learning: 'First half. Second half.' })
  await press(page, 'Save draft')
  assert.equal(await statusOf(page), 200)
  assert.equal(await learning(page).inputValue(), 'First half. Second half.')
})

test('a press while a save is under way comes after it', async () => {
  const { page } = await openDraft()
  await page.route('**/edit', async route => {
    if (route.request().method() === 'POST' && route.request().headers()['accept'] === 'application/json')
      await new Promise(done => setTimeout(done, 1500))
    await route.continue()
  })
  await write(page, { learning: 'Slowly saved.' })
  await page.waitForRequest(
    request => request.headers()['accept'] === 'application/json' && request.method() === 'POST',
  )
  await press(page, 'Check your answers')
  assert.equal(await headingOf(page), 'Check your answers')
  assert.match(await mainText(page), /Slowly saved\./)
})

test('what another tab saved is never written over by itself', async () => {
  const { page, pieceId } = await openDraft()
  const other = await stage.chromium.open({ besides: page })
  await visit(other, `/cpd/pieces/${pieceId}/edit`)
  await write(other, { learning: 'From the other tab.' })
  await said(other, /^Saved as a draft\./)
  await write(page, { learning: 'From this tab.' })
  await said(page, /^Not saved: you changed the same answer in another tab/)
  await press(page, 'Save draft')
  assert.equal(await statusOf(page), 409)
  assert.match(await mainText(page), /not saved yet From this tab\. Saved elsewhere, .* From the other tab\./)
})

test('whoever is signed out elsewhere is told before the text is lost', async () => {
  const { page, practitioner } = await openDraft()
  await practitioner.browser.get('/')
  await practitioner.browser.post('/sign-out')
  await write(page, { learning: 'Still on the screen.' })
  await said(page, /you were signed out somewhere else/)
  assert.equal(await learning(page).inputValue(), 'Still on the screen.')
})

test('going back puts no old text over what was saved elsewhere meanwhile', async () => {
  const { page, pieceId } = await openDraft()
  await write(page, { learning: 'Typed here first.' })
  await said(page, /^Saved as a draft\./)
  await visit(page, '/cpd')
  const other = await stage.chromium.open({ besides: page })
  await visit(other, `/cpd/pieces/${pieceId}/edit`)
  await write(other, { learning: 'Typed in the other tab later.' })
  await said(other, /^Saved as a draft\./)
  await other.close()
  await arrive(page, () => page.goBack())
  await write(page, { impact: 'One more thing.' })
  await said(page, /^Saved as a draft\./)
  assert.equal(await learning(page).inputValue(), 'Typed in the other tab later.')
  await visit(page, `/cpd/pieces/${pieceId}/edit`)
  assert.equal(await learning(page).inputValue(), 'Typed in the other tab later.')
})

test('without JavaScript, what an old page puts over a newer text is among the earlier versions', async () => {
  const { page, practitioner } = await stage.practitioner({ javaScript: false })
  const pieceId = await givenDraft(practitioner.browser, completePiece)
  await visit(page, `/cpd/pieces/${pieceId}/edit`)
  await write(page, { learning: 'Typed here first.' })
  await press(page, 'Save draft')
  await visit(page, '/cpd')
  const newer = `Typed in the other tab later. ${'It goes on for a while. '.repeat(6)}`
  const other = await stage.chromium.open({ besides: page })
  await visit(other, `/cpd/pieces/${pieceId}/edit`)
  await write(other, { learning: newer })
  await press(other, 'Save draft')
  await arrive(page, () => page.goBack())
  await press(page, 'Save draft')
  const now = await learning(page).inputValue()
  await visit(page, `/cpd/pieces/${pieceId}/revisions`)
  const before = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll(links => links.length)
  assert.ok(now === newer || before > 1, 'the newer text stands, or is an earlier version')
})

test('a word that is taken back at once comes back from nowhere', async () => {
  const { page, pieceId } = await openDraft()
  const box = learning(page)
  const before = await box.inputValue()
  await box.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Mrs')
  await page.waitForTimeout(400)
  for (let letters = 0; letters < 4; letters++) await page.keyboard.press('Backspace')
  await said(page, /^Saved as a draft\./)
  await visit(page, '/cpd')
  await visit(page, `/cpd/pieces/${pieceId}/edit`)
  await page.waitForTimeout(1000)
  assert.equal(await learning(page).inputValue(), before)
})

test('after a press that leads nowhere, what is typed is saved as ever', async () => {
  const { page, pieceId } = await openDraft()
  await page.route('**/edit', route => {
    const { method, headers } = { method: route.request().method(), headers: route.request().headers() }
    const isPress = method === 'POST' && headers['accept'] !== 'application/json'
    return isPress ? route.fulfill({ status: 204 }) : route.continue()
  })
  await page.getByRole('button', { name: 'Save draft' }).click()
  await page.waitForTimeout(500)
  await write(page, { learning: 'Typed after the press.' })
  await said(page, /^Saved as a draft\./)
  await page.unroute('**/edit')
  await visit(page, `/cpd/pieces/${pieceId}/edit`)
  assert.equal(await learning(page).inputValue(), 'Typed after the press.')
})

async function openDraft() {
  const { page, practitioner } = await stage.practitioner()
  const pieceId = await givenDraft(practitioner.browser, completePiece)
  await visit(page, `/cpd/pieces/${pieceId}/edit`)
  return { page, practitioner, pieceId }
}

/** The browser reports each request that the network lost; anything else in its console is ours to mend. */
function expectLostRequests(page: Page): void {
  for (const error of takeConsoleErrors(page)) assert.match(error, /Failed to load resource: net::ERR_/)
}

function learning(page: Page) {
  return page.getByLabel('What did you learn from it?')
}
