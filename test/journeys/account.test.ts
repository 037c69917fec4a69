import assert from 'node:assert/strict'
import { test } from 'node:test'
import { raiseStage } from './stage.ts'
import {
  headingOf,
  mailedLink,
  mainText,
  openNewPiece,
  press,
  pressInNavigation,
  statusOf,
  visit,
} from './steps.ts'

const stage = raiseStage()

test('somebody who has forgotten their password chooses a new one and is signed in', async () => {
  const { practitioner } = await stage.practitioner()
  const page = await stage.chromium.open()
  await visit(page, '/')
  await press(page, 'Sign in')
  await press(page, 'I have forgotten my password')
  await page.getByLabel('E-mail address').fill(practitioner.email.toUpperCase())
  await press(page, 'Send the link')
  await visit(page, await mailedLink(stage.world, practitioner.email))
  await page.getByLabel('New password', { exact: true }).fill('password1234567')
  await press(page, 'Save and sign in')
  assert.equal(await statusOf(page), 422)
  await page.getByLabel('New password', { exact: true }).fill('marmalade compass orchard')
  await press(page, 'Save and sign in')
  assert.match(await headingOf(page), /^You are not done yet/)

  await page.getByRole('button', { name: 'Sign out' }).first().click()
  await page.getByRole('heading', { name: 'You have signed out' }).waitFor()
  await press(page, 'Sign in again')
  await page.getByLabel('E-mail address').fill(practitioner.email)
  await page.getByLabel('Password', { exact: true }).fill(practitioner.password)
  await press(page, 'Sign in')
  assert.equal(await statusOf(page), 422, 'the old password is no longer one')
  await page.getByLabel('Password', { exact: true }).fill('marmalade compass orchard')
  await press(page, 'Sign in')
  assert.match(await headingOf(page), /^You are not done yet/)
})

test('whoever must sign in first comes to where they wanted to go', async () => {
  const { practitioner } = await stage.practitioner()
  const page = await stage.chromium.open()
  await visit(page, '/cpd/new?type=film')
  assert.equal(await headingOf(page), 'Sign in')
  await page.getByLabel('E-mail address').fill(practitioner.email)
  await page.getByLabel('Password', { exact: true }).fill(practitioner.password)
  await press(page, 'Sign in')
  assert.equal(await headingOf(page), 'Record new CPD')
  assert.equal(await page.getByLabel('What type of CPD').inputValue(), 'film')
})

test('three questions tell which it is, and open the form with what is known', async () => {
  const { page } = await stage.practitioner({ javaScript: false })
  await pressInNavigation(page, 'Which is it?')
  await page.getByLabel('What I took from a supervision session').check()
  await page.getByLabel('Yes, with another social worker').check()
  await page.getByRole('group', { name: 'already a piece of CPD' }).getByLabel('No', { exact: true }).check()
  await press(page, 'Tell me which it is')
  assert.equal(await headingOf(page), 'This is both')
  await press(page, 'Record this piece')
  assert.equal(await headingOf(page), 'Record new CPD')
  assert.equal(await page.getByLabel('What type of CPD').inputValue(), 'supervision')
  assert.equal(await page.getByLabel('Who is your peer?').inputValue(), 'social-worker')
  await press(page, 'Save draft')
  assert.equal(await page.getByLabel('Who is your peer?').inputValue(), 'social-worker')
})

test('reminders are turned off, and back on', async () => {
  const { page } = await stage.practitioner()
  await pressInNavigation(page, 'Settings')
  await press(page, 'Change reminders by e-mail')
  await page.getByLabel('No', { exact: true }).check()
  await press(page, 'Save')
  assert.match(await mainText(page), /Reminders by e-mail Off/)
  await openNewPiece(page)
})
