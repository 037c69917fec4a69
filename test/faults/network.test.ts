import assert from 'node:assert/strict'
import { after, before, beforeEach, suite, test } from 'node:test'
import { arrive, headingOf, mainText, pressable, write } from '../journeys/steps.ts'
import { raiseWorldGround, type WorldGround } from './ground.ts'
import {
  arriveAnyhow,
  begun,
  complete,
  crash,
  expectDraft,
  expectDraftToArrive,
  expectLostRequests,
  formOf,
  isBackgroundSave,
  isSave,
  learning,
  noPageCame,
  learningIn,
  on,
  onlyPiece,
  pressAnyhow,
  said,
  shown,
  someText,
  tellOfNetwork,
  visitAnyhow,
} from './steps.ts'

let ground: WorldGround
before(async () => {
  ground = await raiseWorldGround()
})
beforeEach(() => ground.line.mend())
after(() => ground.close())

suite('the network is cut', () => {
  for (const moment of ['before', 'during'] as const) {
    test(`${moment} a save: it is on the device only, then on the server, once`, async () => {
      const { page, person } = await begun(ground)
      const text = someText(`cut ${moment} the save`)
      const cut = ground.line.cutAt(moment, isBackgroundSave)
      await learning(page).fill(text)
      await cut
      await said(page, on.thisDeviceOnly)
      await expectDraft(ground, person, '')
      ground.line.mend()
      await said(page, on.server)
      const { version } = await expectDraft(ground, person, text, { earlier: [] })
      assert.equal(version, 2)
    })
  }

  test('after a save, so that the reply is lost: what is typed meanwhile follows, and nothing clashes', async () => {
    const { page, person } = await begun(ground)
    const text = someText('its reply is lost')
    const cut = ground.line.cutAt('after', isBackgroundSave)
    await learning(page).fill(text)
    await cut
    await said(page, on.thisDeviceOnly)
    await expectDraft(ground, person, text, { earlier: [] })
    const longer = `${text} ${someText('typed meanwhile')}`
    await learning(page).fill(longer)
    await said(page, on.thisDeviceOnly)
    ground.line.mend()
    await tellOfNetwork(page)
    await said(page, on.server)
    const { version } = await expectDraft(ground, person, longer, { earlier: [] })
    assert.equal(version, 3)
  })

  test('after a save, on that connection only: whoever sends it again, it is saved once', async () => {
    const { page, person } = await begun(ground)
    const text = someText('sent twice')
    const cut = ground.line.cutAt('after', isBackgroundSave, 'only')
    await learning(page).fill(text)
    await cut
    await said(page, on.server)
    const { version } = await expectDraft(ground, person, text, { earlier: [] })
    assert.equal(version, 2)
  })

  test('while somebody writes, who then closes the tab: the next page sends it', async () => {
    const { page, person } = await begun(ground)
    const text = someText('left behind')
    ground.line.cut()
    await learning(page).fill(text)
    await said(page, on.thisDeviceOnly)
    const next = await ground.chromium.open({ besides: page })
    await page.close({ runBeforeUnload: false })
    ground.line.mend()
    await visitAnyhow(next, `${ground.address}/`)
    const { version } = await expectDraftToArrive(ground, person, text, { earlier: [] })
    assert.equal(version, 2)
  })

  test('while somebody writes, who then reloads: the text is on the screen again, and is sent', async () => {
    const { page, person, pieceId } = await begun(ground)
    const text = someText('reloaded without a network')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    ground.line.cut()
    await learning(page).fill(text)
    await said(page, on.thisDeviceOnly)
    await page.reload()
    await shown(page, text)
    ground.line.mend()
    await formOf(page, ground, pieceId)
    await expectDraftToArrive(ground, person, text, { earlier: [] })
    await shown(page, text)
  })

  test('after a press on a button, without JavaScript: sending the form again saves it once', async () => {
    const { page, person } = await begun(ground, { javaScript: false })
    const text = someText('pressed')
    await learning(page).fill(text)
    const cut = ground.line.cutAt('after', isSave)
    await pressable(page, 'Save draft').click({ noWaitAfter: true })
    await cut
    await noPageCame(page)
    ground.line.mend()
    // What the browser offers there: send the form again.
    await arriveAnyhow(page, () => page.reload())
    await shown(page, text)
    const { version } = await expectDraft(ground, person, text, { earlier: [] })
    assert.equal(version, 2)
  })

  test('after a press on a button, without JavaScript, and the browser sends the form again unasked', async () => {
    const { page, person } = await begun(ground, { javaScript: false })
    const text = someText('pressed, and sent twice')
    await learning(page).fill(text)
    const cut = ground.line.cutAt('after', isSave, 'only')
    await pressAnyhow(page, 'Save draft')
    await cut
    await shown(page, text)
    const { version } = await expectDraft(ground, person, text, { earlier: [] })
    assert.equal(version, 2)
  })
})

suite('a reload in the middle of a save', () => {
  for (const [moment, what] of [
    ['before', 'whose request arrives late'],
    ['after', 'whose reply nobody reads'],
  ] as const) {
    test(`${what}: the text is on the screen, and saved once`, async () => {
      const { page, person } = await begun(ground)
      const text = someText(`reload ${moment}`)
      const held = ground.line.holdAt(moment, isBackgroundSave)
      await learning(page).fill(text)
      const release = await held
      await page.reload()
      expectLostRequests(page)
      release()
      const { version } = await expectDraftToArrive(ground, person, text, { earlier: [] })
      await shown(page, text)
      assert.equal(version, 2)
    })
  }
})

suite('back and forward', () => {
  test('away in the middle of a save and back: it is on the screen and on the server, once', async () => {
    const { page, person } = await begun(ground)
    const text = someText('left in the middle')
    const held = ground.line.holdAt('before', isBackgroundSave)
    await learning(page).fill(text)
    const release = await held
    await page.goBack()
    await page.goForward()
    expectLostRequests(page)
    release()
    const { version } = await expectDraftToArrive(ground, person, text, { earlier: [] })
    await shown(page, text)
    assert.equal(version, 2)
  })

  test('back to a form that was saved since, and on from there, with JavaScript', async () => {
    const { page, person } = await begun(ground)
    const first = someText('saved, then gone back')
    await learning(page).fill(first)
    await pressAnyhow(page, 'Check your answers')
    await page.goBack()
    await shown(page, first)
    const second = `${first} ${someText('gone on from there')}`
    await learning(page).fill(second)
    await said(page, on.server)
    await expectDraft(ground, person, second, { earlier: [] })
    await page.goForward()
    await page.goBack()
    await shown(page, second)
    await expectDraft(ground, person, second, { earlier: [] })
  })

  test('back to a form that was saved since, and on from there, without JavaScript', async () => {
    const { page, person } = await begun(ground, { javaScript: false })
    const first = someText('saved, then gone back')
    await learning(page).fill(first)
    await pressAnyhow(page, 'Save draft')
    await page.goBack()
    const second = someText('instead of it')
    await learning(page).fill(second)
    await pressAnyhow(page, 'Save draft')
    const isAsked = (await headingOf(page)) === 'This piece was changed somewhere else'
    if (isAsked) {
      assert.ok((await mainText(page)).includes('instead of it'))
      await page.getByLabel('What I typed here').check()
      await pressAnyhow(page, 'Keep what I chose')
    }
    await expectDraft(ground, person, second, isAsked ? { earlier: [second, first] } : {})
  })
})

suite('a button pressed twice', () => {
  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with JavaScript' : 'without JavaScript'

    test(`“Submit” is one submission of what the screen said, ${how}`, async () => {
      const { page, person } = await begun(ground, { javaScript }, complete)
      const text = someText('typed, then submitted at once')
      await learning(page).fill(text)
      await pressAnyhow(page, 'Check your answers')
      await arrive(page, () => pressable(page, 'Submit').dblclick({ noWaitAfter: true }))
      await page.getByRole('heading', { name: 'This piece is submitted' }).waitFor()
      const { draft, submissions } = await onlyPiece(ground, person)
      assert.equal(draft, null)
      assert.deepEqual(submissions.map(learningIn), [text])
    })

    test(`“Save draft” of a new piece is one piece, ${how}`, async () => {
      const person = await ground.person()
      const page = await ground.window(person, { javaScript })
      await visitAnyhow(page, `${ground.address}/cpd/new`)
      const text = someText('pressed twice')
      await write(page, { title: 'Pressed twice', learning: text })
      await arriveAnyhow(page, () => pressable(page, 'Save draft').dblclick({ noWaitAfter: true }))
      await page.waitForURL(/\/cpd\/pieces\//)
      await expectDraft(ground, person, text, { earlier: [] })
    })
  }
})

suite('a tab crashes', () => {
  test('with a text that is on this device only: the next tab has it on the screen and sends it', async () => {
    const { page, person, pieceId } = await begun(ground)
    const text = someText('crashed')
    ground.line.cut()
    await learning(page).fill(text)
    await said(page, on.thisDeviceOnly)
    const next = await ground.chromium.open({ besides: page })
    await crash(page)
    ground.line.mend()
    await formOf(next, ground, pieceId)
    const { version } = await expectDraftToArrive(ground, person, text, { earlier: [] })
    await shown(next, text)
    assert.equal(version, 2)
  })

  test('with a save under way: it is saved once', async () => {
    const { page, person, pieceId } = await begun(ground)
    const text = someText('crashed while saving')
    const held = ground.line.holdAt('after', isBackgroundSave)
    await learning(page).fill(text)
    const release = await held
    const next = await ground.chromium.open({ besides: page })
    await crash(page)
    release()
    await formOf(next, ground, pieceId)
    const { version } = await expectDraftToArrive(ground, person, text, { earlier: [] })
    await shown(next, text)
    assert.equal(version, 2)
  })
})
