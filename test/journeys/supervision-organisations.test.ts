import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { raiseStage } from './stage.ts'
import { headingOf, mailedLink, mainText, press, pressInNavigation, typeDate, visit } from './steps.ts'

const stage = raiseStage()
const password = 'teapot gravel lanternfish'

async function sayHowKnown(page: Page, knownAs: string, isRegistered: boolean): Promise<void> {
  assert.equal(await headingOf(page), 'How you are known in supervision')
  await page.getByLabel('Name you are known by').fill(knownAs)
  await page.getByLabel(isRegistered ? 'Yes' : 'No', { exact: true }).check()
  await press(page, 'Save')
}

for (const javaScript of [true, false])
  suite(`with JavaScript ${javaScript ? 'on' : 'off'}`, () => {
    test('somebody sets up an organisation, and a manager who is not on the register joins it and leaves', async () => {
      const width = javaScript ? 1024 : 320
      const { page } = await stage.practitioner({ javaScript, width })
      await pressInNavigation(page, 'Supervision')
      await press(page, 'Your organisations')
      await press(page, 'Set up an organisation')
      await press(page, 'Say how you are known')
      await sayHowKnown(page, 'Ada Founder', true)
      const name = `Northshire ${javaScript ? 'Adults' : 'Children'}`
      await page.getByLabel('Name of the organisation').fill(name)
      await page.getByLabel('Your job role there').fill('principal social worker')
      await press(page, 'Set it up')
      assert.equal(await headingOf(page), name)
      await press(page, 'Teams')
      await page.getByLabel('Name of the team').fill('Hospital team')
      await press(page, 'Add team')
      await press(page, 'change the name of Hospital team')
      await page.getByLabel('Name of the team').fill('Discharge team')
      await press(page, 'Save')
      await visit(page, page.url().replace('/teams?done=named', '/invitations'))
      await press(page, 'Invite somebody')
      const email = `manager-${javaScript}@work.example`
      await page.getByLabel('Their e-mail address').fill(email)
      await page.getByLabel('Their job role').fill('service manager')
      await page.getByLabel('Team').selectOption({ label: 'Discharge team' })
      await press(page, 'Send the invitation')
      assert.match(await mainText(page), /Waiting for an answer, until 2 December 2026/)

      const theirs = await stage.chromium.open({ javaScript, width })
      await visit(theirs, await mailedLink(stage.world, email))
      assert.match(await mainText(theirs), new RegExp(name))
      await press(theirs, 'Create an account')
      const own = `own-${javaScript}@home.example`
      await theirs.getByLabel('E-mail address').fill(own)
      await theirs.getByLabel('I am not on the register').check()
      await theirs.getByLabel('Password', { exact: true }).fill(password)
      await press(theirs, 'Create account')
      await visit(theirs, await mailedLink(stage.world, own))
      await theirs.getByLabel('The password you chose', { exact: true }).fill(password)
      await press(theirs, 'Confirm and sign in')
      assert.equal(await headingOf(theirs), 'You are invited to join an organisation')
      await press(theirs, 'Say how you are known')
      await sayHowKnown(theirs, 'Max Manager', false)
      await press(theirs, 'Accept')
      assert.equal(await headingOf(theirs), name)
      assert.match(await mainText(theirs), /Discharge team/)
      await pressInNavigation(theirs, 'Home')
      assert.match(await headingOf(theirs), /no CPD is required of somebody who is not/)

      await visit(page, page.url().replace(/\/invitations.*/, '/members'))
      assert.match(await mainText(page), /Max Manager/)
      await page.getByRole('link', { name: /Change.*Max Manager/ }).click()
      await page.getByLabel('Administrator').check()
      await press(page, 'Save')
      await visit(page, page.url().replace(/\/members.*/, '/leave'))
      await press(page, 'Leave today')
      assert.match(await mainText(page), /You have left the organisation/)

      await visit(theirs, '/supervision')
      await press(theirs, 'Your organisations')
      await press(theirs, name)
      await press(theirs, 'Leave this organisation')
      await press(theirs, 'Leave today')
      assert.match(await mainText(theirs), /must have an administrator, and there is no other/)
    })

    test('a policy gets a new version, and somebody says when they are away', async () => {
      const { page } = await stage.practitioner({ javaScript })
      await visit(page, '/supervision/profile?next=/organisations/new')
      await sayHowKnown(page, 'Pri', true)
      await page.getByLabel('Name of the organisation').fill(`Policies ${javaScript}`)
      await page.getByLabel('Your job role there').fill('principal social worker')
      await press(page, 'Set it up')
      await press(page, /^The supervision policy/)
      await press(page, 'Make a new version')
      await typeDate(page, 'From which day?', ['1', '1', '2027'])
      await page.getByLabel('Shortest length, without interruption').fill('sixty')
      await press(page, 'Save this version')
      assert.match(await mainText(page), /must be a whole number between 15 and 480/)
      assert.equal(await page.getByLabel('Shortest length, without interruption').inputValue(), 'sixty')
      await page.getByLabel('Shortest length, without interruption').fill('60')
      await press(page, 'Save this version')
      assert.match(await mainText(page), /Version 1, in force since/)
      await press(page, 'Version 2')
      assert.match(await mainText(page), /not in force yet.* At least 60 minutes/)

      await pressInNavigation(page, 'Supervision')
      await press(page, 'Days on which you are away')
      await typeDate(page, 'First day away', ['21', '12', '2026'])
      await typeDate(page, 'Last day away', ['2', '1', '2027'])
      await press(page, 'Add')
      assert.match(await mainText(page), /21 December 2026 to 2 January 2027/)
      await press(page, /^Remove/)
      assert.match(await mainText(page), /You have told us of none/)
    })
  })
