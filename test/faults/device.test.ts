import assert from 'node:assert/strict'
import { after, before, beforeEach, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { raiseWorldGround, type WorldGround } from './ground.ts'
import { begun, expectDraft, formOf, learning, on, said, someText, tellOfNetwork } from './steps.ts'

let ground: WorldGround
before(async () => {
  ground = await raiseWorldGround()
})
beforeEach(() => ground.line.mend())
after(() => ground.close())

const refusals: Readonly<Record<string, () => void>> = {
  'at once': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
  },
  'after a moment': () => {
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (name) {
      // A version that there cannot be: the request fails as one does where a browser forbids it.
      const request = open.call(this, name, 2 ** 40)
      request.addEventListener('upgradeneeded', () => request.transaction?.abort())
      return request
    }
  },
}

suite('the device keeps nothing', () => {
  for (const [how, refuse] of Object.entries(refusals)) {
    test(`IndexedDB refuses ${how}: the page never says that the device has it, and the server gets it`, async () => {
      const { page, person, pieceId } = await begun(ground)
      await page.context().addInitScript(refuse)
      await formOf(page, ground, pieceId)
      await expectServerOnly(page, person)
    })
  }

  test('IndexedDB is full: the page never says that the device has it, and the server gets it', async () => {
    const person = await ground.person()
    const page = await ground.window(person)
    // Before the page first asks for room: Chromium remembers for a while how much there was.
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: ground.address, quotaSize: 1 })
    await formOf(page, ground, await ground.draft(person))
    await expectServerOnly(page, person)
  })

  async function expectServerOnly(page: Page, person: Parameters<typeof expectDraft>[1]): Promise<void> {
    const first = someText('without a device')
    await learning(page).fill(first)
    await said(page, on.server)
    await expectDraft(ground, person, first)
    const wordsSaid = await watchWords(page)
    ground.line.cut()
    const second = `${first} ${someText('and without a network')}`
    await learning(page).fill(second)
    await said(page, /^Not saved: .*Keep this page open/)
    ground.line.mend()
    await tellOfNetwork(page)
    await said(page, on.server)
    const { version } = await expectDraft(ground, person, second, { earlier: [] })
    assert.equal(version, 3)
    assert.doesNotMatch((await wordsSaid()).join('\n'), /on this device/)
  }
})

/** Everything that the status line says from now on. */
async function watchWords(page: Page): Promise<() => Promise<string[]>> {
  await page.locator('.confer-saved').evaluate(line => {
    const words: string[] = []
    Object.assign(globalThis, { wordsSaid: words })
    new MutationObserver(() => words.push(line.textContent ?? '')).observe(line, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  return () => page.evaluate(() => (globalThis as unknown as { wordsSaid: string[] }).wordsSaid)
}
