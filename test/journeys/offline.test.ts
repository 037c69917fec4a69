import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { createServer, request as askThrough } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { test, type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { takeConsoleErrors } from '../support/chromium.ts'
import { completePiece, givenDraft, type Practitioner } from '../support/given.ts'
import { givenSessionCast } from '../support/given-session-cast.ts'
import { checkPage } from '../support/page-checks.ts'
import { raiseStage } from './stage.ts'
import { headingOf, mainText, said, visit } from './steps.ts'

const stage = raiseStage()

test('whoever is signed in keeps the shell of Confer on the device, and nothing else of it', async () => {
  const { page, practitioner } = await stage.practitioner()
  const pieceId = await givenDraft(practitioner.browser, { ...completePiece, title: 'zephyrine' })
  await workerIsReady(page)
  for (const address of ['/', '/cpd', `/cpd/pieces/${pieceId}`, `/cpd/pieces/${pieceId}/edit`, '/settings'])
    await visit(page, address)
  const kept = await inCaches(page)
  const [name, ...others] = Object.keys(kept)
  assert.match(name ?? '', /^confer-shell-[0-9a-f]{12}$/)
  assert.deepEqual(others, [])
  const markup = await page.evaluate(() =>
    fetch('/offline', { credentials: 'omit' }).then(page => page.text()),
  )
  const files = [...markup.matchAll(/\/assets\/confer-[0-9a-f]{12}\.(?:css|js)/g)].map(([file]) => file)
  assert.equal(files.length, 3)
  assert.deepEqual(
    Object.keys(kept[name ?? ''] ?? {}).toSorted(),
    [...files, '/icon.svg', '/manifest.webmanifest', '/offline'].toSorted(),
  )
  assert.doesNotMatch(kept[name ?? '']?.['/offline'] ?? '', /Sign out|data-person/)
  const secrets = ['zephyrine', practitioner.personId, practitioner.email, pieceId]
  const texts = Object.values(kept[name ?? ''] ?? {}).join(' ')
  assert.deepEqual(
    secrets.filter(secret => texts.includes(secret)),
    [],
  )
})

test('nobody who is not signed in is given a service worker', async () => {
  const page = await stage.chromium.open()
  await visit(page, '/')
  await page.waitForTimeout(500)
  assert.equal(await registrations(page), 0)
})

test('on a shared computer there is no service worker and no cache', async () => {
  const { page } = await stage.practitioner()
  const { database } = stage.world
  await database.write.updateTable('session').set({ isSharedComputer: true }).execute()
  const shared = await stage.chromium.open({ cookies: new Map(await cookiesOf(page)) })
  await visit(shared, '/cpd')
  await shared.waitForTimeout(500)
  assert.equal(await registrations(shared), 0)
  assert.deepEqual(await inCaches(shared), {})
})

test('without a network every address shows the same page, and each says what it is', async () => {
  const { page } = await stage.practitioner()
  const pieceId = randomUUID()
  await workerIsReady(page)
  await goOffline(page)
  for (const [address, heading] of [
    ['/', 'You are offline'],
    ['/cpd', 'You are offline'],
    ['/offline', 'You are offline'],
    ['/settings', 'You are offline'],
    ['/cpd/new', 'Record new CPD'],
    [`/cpd/pieces/${pieceId}/edit`, 'This piece is not on this device'],
    [`/cpd/pieces/${pieceId}/edit/title`, 'This piece is not on this device'],
  ] as const) {
    await goTo(page, address, heading)
    assert.equal(await page.title(), `${heading} – Confer`)
    assert.equal(await focused(page), heading, address)
    expectLostRequests(page)
    await checkPage(page)
  }
})

test('a proxy that says Confer is away is passed on as it is, and one that is gone itself is not', async t => {
  const { page } = await stage.practitioner()
  const { proxy, through } = await openThroughProxy(t, page)
  await workerIsReady(through)
  await through.reload()
  assert.equal(await headingOf(through), 'Your CPD')
  proxy.isAway = true
  await through.reload()
  assert.equal(await headingOf(through), 'Back at noon')
  await proxy.close()
  await through.reload()
  await through.getByRole('heading', { level: 1, name: 'You are offline' }).waitFor()
})

test('a piece is begun without a network, found again after a reload, and listed', async () => {
  const { page } = await stage.practitioner()
  await workerIsReady(page)
  await goOffline(page)
  await goTo(page, '/cpd', 'You are offline')
  assert.match(await mainText(page), /There are none\./)
  await page.getByRole('button', { name: 'Record new CPD' }).click()
  await page.getByLabel('What is the title of this piece of CPD?').fill('Written in a tunnel')
  await page.getByLabel('What did you learn from it?').fill('It is dark 🙂 in here')
  await said(page, /^Saved on this device only/)
  await page.reload()
  const learning = page.getByLabel('What did you learn from it?')
  await page.getByRole('heading', { level: 1 }).waitFor()
  assert.equal(await learning.inputValue(), 'It is dark 🙂 in here')
  await page.goto('/cpd')
  await page.getByRole('link', { name: 'Written in a tunnel' }).waitFor()
  assert.match(await mainText(page), /Written in a tunnel Not sent yet Changed on \d+ \w+ \d{4} at \d\d:\d\d/)
  expectLostRequests(page)
  await checkPage(page)
  await page.getByRole('link', { name: 'Written in a tunnel' }).click()
  assert.equal(await learning.inputValue(), 'It is dark 🙂 in here')
})

/** A piece was begun without a network, and the browser closed, which ends the session: its form, as it is opened again. */
async function begunBeforeTheBrowserWasClosed() {
  const { page, practitioner } = await stage.practitioner()
  await workerIsReady(page)
  await goOffline(page)
  await page.goto('/cpd/new')
  await page.getByLabel('What is the title of this piece of CPD?').fill('Written in a tunnel')
  const learning = page.getByLabel('What did you learn from it?')
  await learning.fill('It is dark in here')
  await learning.press('Home')
  await said(page, /^Saved on this device only/)
  const next = await stage.chromium.open({ besides: page })
  await page.close({ runBeforeUnload: false })
  await next.context().clearCookies()
  await next.goto('/cpd')
  await next.getByRole('link', { name: 'Written in a tunnel' }).click()
  await next.getByLabel('What did you learn from it?').waitFor()
  return { page: next, practitioner }
}

async function fillInSignIn(page: Page, { email, password }: Practitioner): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
}

async function landsInTheForm(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Continue editing' }).waitFor()
  await page.getByRole('button', { name: 'Switch to one question a page' }).waitFor()
  const learning = page.getByLabel('What did you learn from it?')
  assert.equal(await learning.inputValue(), 'It is dark in here')
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'learning')
  assert.equal(await learning.evaluate(box => (box as HTMLTextAreaElement).selectionStart), 0)
  for (const error of takeConsoleErrors(page)) assert.match(error, /Failed to load resource: /)
}

test('a piece begun offline before the browser was closed is saved by signing in beside it', async () => {
  const { page, practitioner } = await begunBeforeTheBrowserWasClosed()
  await page.context().setOffline(false)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await said(page, /^Saved on this device only: you are signed out/)
  await page.getByRole('button', { name: 'Sign in again' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  assert.equal(await dialog.getByLabel('This is a shared computer').isChecked(), false)
  await fillInSignIn(page, practitioner)
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await landsInTheForm(page)
})

test('a piece begun offline before the browser was closed is shown after signing in at its address', async () => {
  const { page, practitioner } = await begunBeforeTheBrowserWasClosed()
  await page.context().setOffline(false)
  await page.reload()
  await fillInSignIn(page, practitioner)
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await landsInTheForm(page)
})

test('what was typed in supervision is not missing from the page for want of a network', async () => {
  const cast = await givenSessionCast(stage.world)
  const page = await stage.chromium.open({ cookies: cast.supervisee.browser.cookies })
  await visit(page, `${cast.at}/notes`)
  await workerIsReady(page)
  await goOffline(page)
  const box = page.getByRole('main').getByRole('textbox')
  await box.fill('I was tired.\n\nAnd said so.')
  await said(page, /^Saved on this device only/)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'You are offline' }).waitFor()
  // What was asked for is open, and everything else is closed.
  assert.equal(await page.locator('.confer-as-typed').innerText(), 'I was tired.\n\nAnd said so.')
  assert.match(
    await mainText(page),
    /is sent by itself when Confer can be reached again.*Your notes on the session/,
  )
  expectLostRequests(page)
  await checkPage(page)
  await page.goto('/cpd')
  await page.getByText('Your notes on the session').waitFor()
  assert.equal(await page.locator('.confer-as-typed').isVisible(), false)
  expectLostRequests(page)
  await page.context().setOffline(false)
  // Nobody writes on this page: the one that was asked for comes by itself.
  await page.getByRole('heading', { level: 1, name: 'Your CPD', exact: true }).waitFor({ timeout: 20_000 })
  await visit(page, `${cast.at}/notes`)
  await page.waitForFunction(
    () => document.querySelector('textarea')?.value === 'I was tired.\n\nAnd said so.',
  )
  expectLostRequests(page)
})

test('peers are added and removed without a network, called as the server calls them', async () => {
  const { page, practitioner } = await stage.practitioner()
  const pieceId = await givenDraft(practitioner.browser, {
    'peer-category-1': 'nurse',
    'peer-role-1': 'first',
    'peer-role-2': 'second',
    'peer-role-3': 'third',
  })
  await visit(page, `/cpd/pieces/${pieceId}/edit`)
  const online = await peerRows(page)

  await workerIsReady(page)
  await goOffline(page)
  await page.goto('/cpd/new')
  await page.getByLabel('Who is your peer?').selectOption('nurse')
  await page.getByLabel('Their job role').fill('first')
  for (const [row, role] of [
    [2, 'second'],
    [3, 'third'],
  ] as const) {
    await page.getByRole('button', { name: 'Add another peer' }).click()
    await page.getByLabel(`Job role of peer ${row}`, { exact: true }).fill(role)
    assert.equal(await page.getByLabel(`Who is peer ${row}?`).getAttribute('name'), `peer-category-${row}`)
  }
  const offline = await peerRows(page)
  await page.getByRole('button', { name: 'Remove peer 2' }).click()
  assert.equal(await page.getByLabel('Job role of peer 1', { exact: true }).inputValue(), 'first')
  assert.equal(await page.getByLabel('Who is peer 1?').inputValue(), 'nurse')
  assert.equal(await page.getByLabel('Job role of peer 2', { exact: true }).inputValue(), 'third')
  await page.getByRole('button', { name: 'Remove peer 1' }).click()
  assert.equal(await page.getByLabel('Their job role').inputValue(), 'third')
  assert.deepEqual(offline, online)
})

test('“Save draft” without a network stays on the page and says what is kept', async () => {
  const { page } = await stage.practitioner()
  await workerIsReady(page)
  await goOffline(page)
  await page.goto('/cpd/new')
  await page.getByLabel('What is the title of this piece of CPD?').fill('Still here')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await said(page, /^Saved on this device only/)
  assert.equal(await page.getByLabel('What is the title of this piece of CPD?').inputValue(), 'Still here')
  assert.equal(await page.getByRole('button', { name: 'Check your answers' }).count(), 0)
})

test('when Confer can be reached again the page says so and stays', async () => {
  const { page } = await stage.practitioner()
  await workerIsReady(page)
  await goOffline(page)
  await goTo(page, '/cpd/new', 'Record new CPD')
  await page.context().setOffline(false)
  const link = page.getByRole('status').getByRole('link', { name: 'Open Confer' })
  await link.waitFor()
  assert.equal(await page.getByRole('button', { name: 'Switch to one question a page' }).count(), 0)
  await link.click()
  await page.getByRole('button', { name: 'Switch to one question a page' }).waitFor()
})

test('where nobody is writing, the page that was asked for comes by itself once there is a network', async () => {
  const { page } = await stage.practitioner()
  await workerIsReady(page)
  await goOffline(page)
  await goTo(page, '/cpd', 'You are offline')
  await page.context().setOffline(false)
  await page.getByRole('heading', { level: 1, name: 'Your CPD' }).waitFor()
})

test('a draft is changed without a network, and sent when it is back', async () => {
  const { page, practitioner } = await stage.practitioner()
  const pieceId = await givenDraft(practitioner.browser, { ...completePiece, title: 'On the train' })
  await page.evaluate(() => localStorage.removeItem('confer-copies'))
  await visit(page, '/cpd')
  await workerIsReady(page)
  await goOffline(page)
  await goTo(page, '/cpd', 'You are offline')
  assert.match(await mainText(page), /On the train As Confer had it/)
  await page.getByRole('link', { name: 'On the train' }).click()
  const learning = page.getByLabel('What did you learn from it?')
  await learning.fill('Written between two stations')
  await said(page, /^Saved on this device only/)
  await page.context().setOffline(false)
  await said(page, /^Saved as a draft/)
  await page.getByRole('link', { name: 'Open Confer' }).waitFor({ timeout: 20_000 })
  assert.equal(await page.locator('[data-while-offline]').isVisible(), false)
  const reply = await practitioner.browser.get(`/cpd/pieces/${pieceId}/edit`)
  assert.match(reply.html, /Written between two stations/)
  assert.match(reply.html, /On the train/)
})

test('opened with a network, and without JavaScript, the page says what it is for', async () => {
  for (const javaScript of [true, false]) {
    const page = await stage.chromium.open({ javaScript })
    await visit(page, '/offline')
    assert.equal(await headingOf(page), 'When there is no network')
    if (javaScript) await checkPage(page)
  }
})

test('a new version takes the place of the one before', async t => {
  const { page } = await stage.practitioner()
  const { proxy, through } = await openThroughProxy(t, page)
  await workerIsReady(through)
  const before = Object.keys(await inCaches(through))
  const version = before[0]?.replace('confer-shell-', '') ?? ''
  let kept: string[] = []
  for (const renewed of ['aaaaaaaaaaaa', 'bbbbbbbbbbbb']) {
    proxy.replace = text => text.replaceAll(version, renewed)
    await eventually(async () => {
      // As the browser does by itself some time after a page was opened.
      await through.evaluate(async () => {
        await (await navigator.serviceWorker.getRegistration())?.update()
      })
      kept = Object.keys(await inCaches(through))
      assert.equal(kept.length, 2)
      assert.equal(kept[1], `confer-shell-${renewed}`)
    })
  }
  // The one before stays for a page that is just on its way.
  assert.deepEqual(kept, ['confer-shell-aaaaaaaaaaaa', 'confer-shell-bbbbbbbbbbbb'])
  await proxy.close()
  await goTo(through, '/settings', 'You are offline')
})

test('Confer can be installed', async () => {
  const { page } = await stage.practitioner()
  await workerIsReady(page)
  const devTools = await page.context().newCDPSession(page)
  const manifest = await devTools.send('Page.getAppManifest')
  assert.deepEqual(manifest.errors, [])
  const { installabilityErrors } = await devTools.send('Page.getInstallabilityErrors')
  // A window of the kind that tests use is never offered it.
  assert.deepEqual(
    installabilityErrors.map(({ errorId }) => errorId).filter(id => id !== 'in-incognito'),
    [],
  )
})

/** The browser reports each request that the network lost; anything else in its console is ours to mend. */
function expectLostRequests(page: Page): void {
  for (const error of takeConsoleErrors(page)) assert.match(error, /Failed to load resource: net::ERR_/)
}

async function goTo(page: Page, address: string, heading: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
}

async function eventually(check: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await check()
    } catch (error) {
      if (tries === 30) throw error
      await new Promise(later => setTimeout(later, 100))
    }
  }
}

async function workerIsReady(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  // The page has opened what the device keeps by then, and brought the drafts to it.
  const isReady = () =>
    page.waitForFunction(
      () => navigator.serviceWorker.controller !== null && localStorage.getItem('confer-copies') !== null,
      undefined,
      { timeout: 5_000 },
    )
  // A page that was on its way when the worker started is not the worker's; and on a very busy machine a page may give up
  // opening the device. The next one is, and tries again.
  await isReady().catch(async () => {
    await page.reload()
    await isReady()
  })
}

async function goOffline(page: Page): Promise<void> {
  await page.context().setOffline(true)
}

/** The name of each cache with the addresses and texts in it. */
async function inCaches(page: Page): Promise<Record<string, Record<string, string>>> {
  return page.evaluate(async () => {
    const found: Record<string, Record<string, string>> = {}
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      const texts: Record<string, string> = {}
      for (const request of await cache.keys()) {
        const { pathname, search } = new URL(request.url)
        texts[pathname + search] = (await (await cache.match(request))?.text()) ?? ''
      }
      found[name] = texts
    }
    return found
  })
}

async function registrations(page: Page): Promise<number> {
  return page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
}

async function cookiesOf(page: Page): Promise<[string, string][]> {
  return (await page.context().cookies()).map(({ name, value }) => [name, value])
}

/** Their markup, without what is filled in. */
async function peerRows(page: Page): Promise<string[]> {
  return page.locator('.confer-peer').evaluateAll(rows =>
    rows.map(row => {
      const blank = document.importNode(row, true)
      for (const input of blank.querySelectorAll('input')) input.removeAttribute('value')
      // GOV.UK's script marks the buttons that it has found.
      for (const button of blank.querySelectorAll('button')) button.removeAttribute('data-govuk-button-init')
      for (const option of blank.querySelectorAll('option')) option.removeAttribute('selected')
      return blank.outerHTML.replaceAll(/\s+(?=[<>])|(?<=[<>])\s+/g, '').replaceAll(/\s+/g, ' ')
    }),
  )
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
}

/** A proxy before Confer, as operators have one: it may be away, or pass on a service worker of another version. */
async function openThroughProxy(t: TestContext, page: Page) {
  const target = page.url()
  const proxy = {
    isAway: false,
    replace: (text: string) => text,
    async close() {
      server.closeAllConnections()
      if (server.listening) await new Promise(closed => server.close(closed))
    },
  }
  const server = createServer((request, response) => {
    const { method, url = '/', headers } = request
    if (proxy.isAway) {
      response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Back at noon</h1>')
      return
    }
    const isWorker = url === '/service-worker.js'
    const asked = { method, headers: isWorker ? {} : headers }
    const onward = askThrough(new URL(url, target), asked, async reply => {
      response.writeHead(
        reply.statusCode ?? 500,
        isWorker ? { 'content-type': 'text/javascript' } : reply.headers,
      )
      if (isWorker) response.end(proxy.replace(await text(reply)))
      else reply.pipe(response)
    })
    request.pipe(onward)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  t.after(() => proxy.close())
  const { port } = server.address() as AddressInfo
  const through = await stage.chromium.open({ besides: page })
  await through.goto(`http://127.0.0.1:${port}/cpd`)
  // In this window addresses are the proxy's.
  const goto = through.goto.bind(through)
  through.goto = (address, options) => goto(new URL(address, `http://127.0.0.1:${port}`).href, options)
  return { proxy, through }
}
