import assert from 'node:assert/strict'
import { after, before, beforeEach, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { headingOf, mainText, pressInNavigation, press, statusOf, visit } from '../journeys/steps.ts'
import { raiseWorldGround, signInElsewhere, type Person, type WorldGround } from './ground.ts'
import {
  begun,
  expectDraft,
  expectDraftToArrive,
  expectGivenBack,
  kept,
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
before(async () => {
  ground = await raiseWorldGround()
})
beforeEach(() => ground.line.mend())
after(() => ground.close())

const newPassword = 'marmalade trombone puddle'

/** How somebody comes to be signed out while a form is open; gives the password they sign in with again. */
const ways: Readonly<Record<string, (person: Person) => Promise<string>>> = {
  'the session has run out': async ({ password }) => {
    ground.world.clock.advance(13 * 3_600_000)
    return password
  },
  'signed out elsewhere': async person => {
    const elsewhere = await settingsElsewhere(person)
    await press(elsewhere, /^See/)
    await press(elsewhere, 'Sign out everywhere else')
    await elsewhere.close()
    return person.password
  },
  'the password was changed elsewhere': async person => {
    const elsewhere = await settingsElsewhere(person)
    await visit(elsewhere, '/settings/password')
    await elsewhere.locator('[name="currentPassword"]').fill(person.password)
    await elsewhere.locator('[name="newPassword"]').fill(newPassword)
    await elsewhere.getByRole('main').locator('form[method="post"] button[type="submit"]').last().click()
    await elsewhere.waitForURL(/\/settings(?:\?|$)/)
    await elsewhere.close()
    return newPassword
  },
}

for (const [way, end] of Object.entries(ways)) {
  suite(way, () => {
    test('the text stays on the screen, and signing in beside it saves it, once', async () => {
      const { page, person } = await begun(ground)
      const password = await end(person)
      const text = someText(way)
      await learning(page).fill(text)
      await said(page, /signed out/)
      assert.equal(await learning(page).inputValue(), text)
      await page.getByRole('button', { name: 'Sign in again' }).click()
      await signInOnPage(page, { ...person, password })
      await page.getByRole('dialog').getByRole('button', { name: 'Sign in', exact: true }).click()
      await said(page, on.server)
      assert.equal(await learning(page).inputValue(), text)
      await expectDraft(ground, person, text)
      const longer = `${text} ${someText('and on')}`
      await learning(page).fill(longer)
      await said(page, on.server)
      await expectDraft(ground, person, longer)
      // What was set aside for them has been sent: it must not come back to be sent once more.
      assert.deepEqual((await kept(ground, person)).setAside, [])
    })

    test('the tab is closed instead: whoever signs in again finds the text, and nobody else does', async () => {
      const { page, person } = await begun(ground)
      const password = await end(person)
      const text = someText(way)
      await learning(page).fill(text)
      // Either keeps it: before one of the two is said nothing is acknowledged.
      await said(page, /^Saved on this device only: you are signed out|is set aside for you/)
      const next = await ground.chromium.open({ besides: page })
      await page.close({ runBeforeUnload: false })

      const other = await ground.person()
      await signInAt(next, other)
      await visitAnyhow(next, '/set-aside')
      assert.match(await mainText(next), /Nothing is set aside/)
      assert.deepEqual(await kept(ground, other), { pieces: [], setAside: [] })
      await next.context().clearCookies()

      await signInAt(next, { ...person, password })
      const { setAside } = await kept(ground, person)
      if (setAside.length > 0) {
        await visitAnyhow(next, '/set-aside')
        await expectGivenBack(next, text)
        await pressAnyhow(next, /^Send it now/)
      }
      await expectDraftToArrive(ground, person, text)
      assert.deepEqual((await kept(ground, person)).setAside, [])
    })

    test('without JavaScript the form is set aside, for its writer alone, who sends it', async () => {
      const { page, person } = await begun(ground, { javaScript: false })
      const text = someText(way)
      await learning(page).fill(text)
      const password = await end(person)
      await pressAnyhow(page, 'Save draft')
      assert.equal(await statusOf(page), 403)
      assert.equal(await headingOf(page), 'You are signed out')
      assert.ok(!(await page.content()).includes(text.slice(0, 12)))
      await expectDraft(ground, person, '')

      const other = await ground.person()
      const theirs = await ground.window(other, { javaScript: false })
      await visitAnyhow(theirs, '/set-aside')
      assert.match(await mainText(theirs), /Nothing is set aside/)

      await signInOnPage(page, { ...person, password })
      await pressAnyhow(page, 'Sign in')
      assert.equal(await headingOf(page), 'What was set aside')
      await expectGivenBack(page, text)
      await pressAnyhow(page, /^Send it now/)
      await shown(page, text)
      await expectDraft(ground, person, text)
      assert.deepEqual((await kept(ground, person)).setAside, [])
    })
  })
}

async function settingsElsewhere({ personId }: Person): Promise<Page> {
  const cookies = await signInElsewhere(ground.database, personId, ground.world.clock.now())
  const elsewhere = await ground.chromium.open({ cookies })
  await visit(elsewhere, '/')
  await pressInNavigation(elsewhere, 'Settings')
  return elsewhere
}

async function signInAt(page: Page, person: Person): Promise<void> {
  await visitAnyhow(page, '/sign-in')
  await signInOnPage(page, person)
  await pressAnyhow(page, 'Sign in')
}
