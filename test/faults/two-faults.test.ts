import assert from 'node:assert/strict'
import { after, before, beforeEach, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { headingOf, mainText, pressable, write } from '../journeys/steps.ts'
import { givenChanges } from '../support/given.ts'
import { raiseWorldGround, signInElsewhere, type WorldGround } from './ground.ts'
import {
  arriveAnyhow,
  begun,
  complete,
  crash,
  expectDraft,
  expectDraftToArrive,
  formOf,
  impact,
  isBackgroundSave,
  isSave,
  kept,
  learning,
  learningIn,
  noPageCame,
  on,
  onlyPiece,
  pressAnyhow,
  said,
  shown,
  someText,
  tellOfNetwork,
  until,
  visitAnyhow,
} from './steps.ts'

/** Where two things go wrong at once. */

let ground: WorldGround
before(async () => {
  ground = await raiseWorldGround()
})
beforeEach(() => ground.line.mend())
after(() => ground.close())

suite('the first save of a new piece has no reply', () => {
  test('and its writer goes on: it is one piece', async () => {
    const { page, person, text } = await newPieceWithoutReply()
    const longer = `${text} ${someText('and on')}`
    await learning(page).fill(longer)
    ground.line.mend()
    await tellOfNetwork(page)
    await said(page, on.server)
    await expectDraft(ground, person, longer, { earlier: [] })
  })

  test('and the tab crashes: the next page makes no second piece of it', async () => {
    const { page, person, text } = await newPieceWithoutReply()
    const longer = `${text} ${someText('and on')}`
    await learning(page).fill(longer)
    await said(page, on.thisDeviceOnly)
    const next = await ground.chromium.open({ besides: page })
    await crash(page)
    ground.line.mend()
    await visitAnyhow(next, `${ground.address}/cpd`)
    await expectDraftToArrive(ground, person, longer, { earlier: [] })
  })

  async function newPieceWithoutReply() {
    const person = await ground.person()
    const page = await ground.window(person)
    await visitAnyhow(page, `${ground.address}/cpd/new`)
    const text = someText('a new piece')
    const cut = ground.line.cutAt('after', isBackgroundSave)
    await write(page, { title: 'New', learning: text })
    await cut
    await said(page, on.thisDeviceOnly)
    return { page, person, text }
  }
})

suite('a button pressed without a network', () => {
  test('“Check your answers” stays where the text is, and leads on once it is saved', async () => {
    const { page, person } = await begun(ground)
    const text = someText('pressed without a network')
    ground.line.cut()
    await learning(page).fill(text)
    await pressable(page, 'Check your answers').click()
    await said(page, on.thisDeviceOnly)
    assert.equal(await learning(page).inputValue(), text)
    ground.line.mend()
    // By its own next try, after two seconds: a second press within one is taken for a double click.
    await said(page, on.server)
    await pressAnyhow(page, 'Check your answers')
    assert.equal(await headingOf(page), 'Check your answers')
    await expectDraft(ground, person, text, { earlier: [] })
  })

  for (const javaScript of [true, false]) {
    test(`the reply to “Submit” is lost: it is one submission, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const { page, person } = await begun(ground, { javaScript }, complete)
      const text = someText('submitted in silence')
      await learning(page).fill(text)
      await pressAnyhow(page, 'Check your answers')
      const cut = ground.line.cutAt('after', isSave)
      await pressable(page, 'Submit').click({ noWaitAfter: true })
      await cut
      await noPageCame(page)
      ground.line.mend()
      await arriveAnyhow(page, () => page.reload())
      assert.equal(await headingOf(page), 'This piece is submitted')
      const { draft, submissions } = await onlyPiece(ground, person)
      assert.equal(draft, null)
      assert.deepEqual(submissions.map(learningIn), [text])
    })
  }
})

suite('two tabs without a network, both closed', () => {
  test('with different answers: the next page sends both', async () => {
    const { ours, theirs, person, next } = await closedTabs(impact)
    await visitAnyhow(next, `${ground.address}/`)
    await until(async () => (await onlyPiece(ground, person)).draft?.texts['impact'] === theirs)
    const { draft } = await expectDraftToArrive(ground, person, ours, { earlier: [] })
    assert.equal(draft?.texts['impact'], theirs)
  })

  test('with the same answer: the next page shows both texts, and its writer chooses', async () => {
    const { ours, theirs, person, next } = await closedTabs(learning)
    await visitAnyhow(next, `${ground.address}/`)
    await expectDraftToArrive(ground, person, ours)
    await arriveAnyhow(next, () => next.getByRole('button', { name: 'See both and choose' }).click())
    assert.equal(await headingOf(next), 'This piece was changed somewhere else')
    await next.getByLabel('Both, one after the other').check()
    await pressAnyhow(next, 'Keep what I chose')
    await expectDraft(ground, person, `${ours}\n\n${theirs}`)
    // It is settled: nothing of it is left on the device, to be asked about again.
    await visitAnyhow(next, `${ground.address}/`)
    await next.waitForTimeout(1_000)
    assert.doesNotMatch(await mainText(next), /differ in the same answer/)
    await expectDraft(ground, person, `${ours}\n\n${theirs}`)
  })

  async function closedTabs(otherAnswer: (page: Page) => ReturnType<typeof learning>) {
    const { page, person, pieceId } = await begun(ground)
    const other = await ground.chromium.open({ besides: page })
    await formOf(other, ground, pieceId)
    const next = await ground.chromium.open({ besides: page })
    ground.line.cut()
    const [ours, theirs] = [someText('in the first tab'), someText('in the second tab')]
    await learning(page).fill(ours)
    await said(page, on.thisDeviceOnly)
    await otherAnswer(other).fill(theirs)
    await said(other, on.thisDeviceOnly)
    await page.close({ runBeforeUnload: false })
    await other.close({ runBeforeUnload: false })
    ground.line.mend()
    return { ours, theirs, person, next }
  }
})

test('somebody writes on before what a crashed tab left has been sent: both texts are there', async () => {
  const { page, person, pieceId } = await begun(ground)
  const left = someText('left by the crash')
  ground.line.cut()
  await learning(page).fill(left)
  await said(page, on.thisDeviceOnly)
  const next = await ground.chromium.open({ besides: page })
  await crash(page)
  ground.line.mend()
  const held = ground.line.holdAt('before', isBackgroundSave)
  await formOf(next, ground, pieceId)
  const release = await held
  const written = someText('written on at once')
  await learning(next).fill(written)
  release()
  await said(next, /^Not saved: you changed the same answer/)
  await expectDraft(ground, person, left)
  await pressAnyhow(next, 'Save draft')
  await next.getByLabel('Both, one after the other').check()
  await pressAnyhow(next, 'Keep what I chose')
  await expectDraft(ground, person, `${left}\n\n${written}`)
})

test('a reply is lost, and another device writes on: what it wrote stands, and is shown', async () => {
  const { page, person, pieceId } = await begun(ground)
  const ours = someText('saved in silence')
  const cut = ground.line.cutAt('after', isBackgroundSave)
  await learning(page).fill(ours)
  await cut
  await said(page, on.thisDeviceOnly)
  const elsewhere = ground.world.browse()
  const cookies = await signInElsewhere(ground.database, person.personId, ground.world.clock.now())
  for (const [name, value] of cookies) elsewhere.cookies.set(name, value)
  const theirs = `${ours} ${someText('written on elsewhere')}`
  await givenChanges(elsewhere, pieceId, { title: 'In trouble', learning: theirs })
  ground.line.mend()
  await tellOfNetwork(page)
  await said(page, on.server)
  await shown(page, theirs)
  const { version } = await expectDraft(ground, person, theirs, { earlier: [] })
  assert.equal(version, 3)
})

test('signed out elsewhere while there is no network: what was typed is set aside, and comes back', async () => {
  const { page, person, pieceId } = await begun(ground)
  const text = someText('typed on the train, signed out at home')
  ground.line.cut()
  await learning(page).fill(text)
  await said(page, on.thisDeviceOnly)
  await ground.database.write
    .updateTable('session')
    .set({ endedAt: ground.world.clock.now() })
    .where('personId', '=', person.personId)
    .execute()
  const next = await ground.chromium.open({ besides: page })
  await page.close({ runBeforeUnload: false })
  ground.line.mend()
  // Nobody is signed in any more: the first page that finds the closed one gone sends what was left, and keeps nothing.
  for (let visits = 0; visits < 4 && (await kept(ground, person)).setAside.length === 0; visits++) {
    await visitAnyhow(next, `${ground.address}/sign-in`)
    await until(async () => (await kept(ground, person)).setAside.length > 0, 3_000)
  }
  assert.equal((await kept(ground, person)).setAside.length, 1)
  await expectDraft(ground, person, '')
  await next.getByLabel('E-mail address').fill(person.email)
  await next.getByLabel('Password', { exact: true }).fill(person.password)
  await pressAnyhow(next, 'Sign in')
  await visitAnyhow(next, `${ground.address}/set-aside`)
  await pressAnyhow(next, /^Send it now/)
  await expectDraft(ground, person, text)
  await formOf(next, ground, pieceId)
  await shown(next, text)
  assert.deepEqual((await kept(ground, person)).setAside, [])
})
