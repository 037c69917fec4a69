import assert from 'node:assert/strict'
import { after, before, beforeEach, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { headingOf } from '../journeys/steps.ts'
import { raiseWorldGround, signInElsewhere, type Person, type WorldGround } from './ground.ts'
import {
  begun,
  expectDraft,
  expectDraftToArrive,
  formOf,
  impact,
  learning,
  learningIn,
  on,
  onlyPiece,
  pressAnyhow,
  said,
  shown,
  signInOnPage,
  someText,
  tellOfNetwork,
} from './steps.ts'

let ground: WorldGround
before(async () => {
  ground = await raiseWorldGround()
})
beforeEach(() => ground.line.mend())
after(() => ground.close())

const both = 'Both, one after the other'

suite('two tabs', () => {
  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with JavaScript' : 'without JavaScript'
    const save = (page: Page) => (javaScript ? said(page, on.server) : pressAnyhow(page, 'Save draft'))

    test(`on different answers: both are saved by themselves, ${how}`, async () => {
      const { page, other, person } = await twoTabs(javaScript)
      const [ours, theirs] = [someText('in this tab'), someText('in the other tab')]
      await learning(other).fill(theirs)
      await save(other)
      await impact(page).fill(ours)
      await save(page)
      const { draft } = await expectDraft(ground, person, theirs, { earlier: [] })
      assert.equal(draft?.texts['impact'], ours)
    })

    if (javaScript)
      test('on the same answer: everything else goes on being saved, and the two texts wait', async () => {
        const { page, other, person } = await twoTabs(javaScript)
        const [ours, theirs, besides] = [someText('here'), someText('there'), someText('besides')]
        await learning(other).fill(theirs)
        await save(other)
        await learning(page).fill(ours)
        await said(page, /^Not saved: you changed the same answer.*“What you learnt”/)
        await impact(page).fill(besides)
        await said(page, /Everything else is saved\.$/)
        const { draft, earlier } = await expectDraft(ground, person, theirs)
        assert.equal(draft?.texts['impact'], besides)
        assert.deepEqual(earlier.map(learningIn), [ours])
        await pressAnyhow(page, 'Save draft')
        await page.getByLabel(both).check()
        await pressAnyhow(page, 'Keep what I chose')
        const chosen = await expectDraft(ground, person, `${theirs}\n\n${ours}`)
        assert.equal(chosen.draft?.texts['impact'], besides)
      })

    // The page to choose on is the same for both.
    const choices = javaScript ? [both] : ['What I typed here', 'What was saved elsewhere', both]
    for (const choice of choices) {
      test(`on the same answer: “${choice}” is what is saved, and both texts are kept, ${how}`, async () => {
        const { page, other, person } = await twoTabs(javaScript)
        const [ours, theirs] = [someText('in this tab'), someText('in the other tab')]
        await learning(other).fill(theirs)
        await save(other)
        await learning(page).fill(ours)
        if (javaScript) await said(page, /^Not saved: you changed the same answer/)
        await expectDraft(ground, person, theirs)
        await pressAnyhow(page, 'Save draft')
        assert.equal(await headingOf(page), 'This piece was changed somewhere else')
        await page.getByLabel(choice).check()
        await pressAnyhow(page, 'Keep what I chose')
        const chosen = { 'What I typed here': ours, 'What was saved elsewhere': theirs }[choice]
        const { earlier } = await expectDraft(ground, person, chosen ?? `${theirs}\n\n${ours}`)
        const found = [...earlier.map(learningIn), chosen ?? `${theirs}\n\n${ours}`].join()
        assert.ok(found.includes(ours) && found.includes(theirs), found)
      })
    }
  }
})

suite('two devices, one of them without a network for a week', () => {
  test('different answers: both are there, once its owner has signed in again', async () => {
    const { page, person, ours, theirs } = await weekOffline(impact)
    await signInInPlace(page, person)
    await said(page, on.server)
    const { draft } = await expectDraft(ground, person, theirs)
    assert.equal(draft?.texts['impact'], ours)
  })

  test('the same answer: both texts are shown, and both are kept', async () => {
    const { page, person, ours, theirs } = await weekOffline(learning)
    await signInInPlace(page, person)
    await said(page, /^Not saved: you changed the same answer/)
    await expectDraft(ground, person, theirs)
    await pressAnyhow(page, 'Save draft')
    await page.getByLabel(both).check()
    await pressAnyhow(page, 'Keep what I chose')
    await expectDraft(ground, person, `${theirs}\n\n${ours}`)
  })
})

suite('the clock of the device is wrong', () => {
  for (const [words, days] of [
    ['a day slow', -1],
    ['a day fast', 1],
  ] as const) {
    test(`${words}: what was written before and after it was set wrong is saved, the newest last`, async () => {
      const { page, person, pieceId } = await begun(ground)
      const first = someText('by the right clock')
      await learning(page).fill(first)
      await said(page, on.server)
      ground.line.cut()
      const second = `${first} ${someText('by the right clock, on this device only')}`
      await learning(page).fill(second)
      await said(page, on.thisDeviceOnly)
      await page.context().clock.install({ time: Date.now() + days * 86_400_000 })
      const third = `${second} ${someText('by the wrong clock')}`
      await learning(page).fill(third)
      await said(page, on.thisDeviceOnly)
      const next = await ground.chromium.open({ besides: page })
      await page.close({ runBeforeUnload: false })
      ground.line.mend()
      await formOf(next, ground, pieceId)
      const { version } = await expectDraftToArrive(ground, person, third, { earlier: [] })
      await shown(next, third)
      // What had been tried without a network is a save of its own.
      assert.ok(version <= 4, `version ${version}`)
    })
  }
})

async function twoTabs(javaScript: boolean) {
  const { page, person, pieceId } = await begun(ground, { javaScript })
  const other = await ground.chromium.open({ besides: page })
  await formOf(other, ground, pieceId)
  return { page, other, person }
}

/** What one device has typed is back after a week, in which another device wrote about what was learnt. */
async function weekOffline(answer: (page: Page) => ReturnType<typeof impact>) {
  const { page, person, pieceId } = await begun(ground)
  await page.context().setOffline(true)
  const ours = someText('on the train')
  await answer(page).fill(ours)
  await said(page, on.thisDeviceOnly)
  ground.world.clock.advance(7 * 86_400_000)

  const cookies = await signInElsewhere(ground.database, person.personId, ground.world.clock.now())
  const elsewhere = await ground.chromium.open({ cookies })
  await formOf(elsewhere, ground, pieceId)
  const theirs = someText('at the desk')
  await learning(elsewhere).fill(theirs)
  await said(elsewhere, on.server)

  await page.context().setOffline(false)
  await tellOfNetwork(page)
  await said(page, /you are signed out/)
  assert.equal(learningIn((await onlyPiece(ground, person)).draft), theirs)
  return { page, person, ours, theirs }
}

async function signInInPlace(page: Page, person: Person): Promise<void> {
  await page.getByRole('button', { name: 'Sign in again' }).click()
  await signInOnPage(page, person)
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in', exact: true }).click()
}
