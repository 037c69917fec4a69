import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { takeConsoleErrors, type WindowOptions } from '../support/chromium.ts'
import { completePiece, givenDraft, type Typed } from '../support/given.ts'
import { checkPage } from '../support/page-checks.ts'
import { whatIsKept } from '../support/what-is-kept.ts'
import { raiseStage } from './stage.ts'
import { arrive, headingOf, mainText, press, pressInNavigation, said, statusOf, visit } from './steps.ts'

const stage = raiseStage()

const named = { ...completePiece, learning: 'I learnt from Kelly Marsh that silence is an answer.' }

/** A draft that names somebody, and a window in which its author is signed in. */
async function openDraft(at: 'edit' | 'check', typed: Typed = named, options: WindowOptions = {}) {
  const { page, practitioner } = await stage.practitioner(options)
  const pieceId = await givenDraft(practitioner.browser, typed)
  await visit(page, `/cpd/pieces/${pieceId}/${at}`)
  return { page, practitioner, pieceId, at: (place: string) => `/cpd/pieces/${pieceId}/${place}` }
}

const learning = (page: Page) => page.getByLabel('What did you learn from it?')
const section = (page: Page) => page.getByRole('region', { name: 'What might identify somebody' })
/** What stands below the answer while somebody writes. */
const below = (page: Page, field = 'learning') =>
  page.locator(`details.confer-findings:has(#${field}-findings)`)
const button = (place: Locator | Page, name: RegExp) => place.getByRole('button', { name }).first()

/** As somebody does who goes on writing. */
async function goOn(page: Page, words = ' It is.'): Promise<void> {
  await learning(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

/** A page that is left before has its text sent by the next, which may be fetched anew for it. */
async function saved(page: Page): Promise<void> {
  await said(page, /^Saved as a draft\. It does not count until you submit it\.$/)
}

test('while somebody writes, a name is found, replaced with one press and put back with another', async () => {
  const { page, practitioner } = await openDraft('edit')
  await goOn(page)
  await below(page).getByText('We found 1 thing to look at in this answer.').waitFor()
  assert.equal(await below(page).locator('mark').innerText(), 'Kelly Marsh')
  assert.match(await below(page).innerText(), /Likely/)
  await page.getByRole('status').getByText('We found 1 thing to look at in “What you learnt”.').waitFor({
    state: 'attached',
  })

  await button(below(page), /^Replace with “a parent”/).click()
  assert.equal(await learning(page).inputValue(), 'I learnt from a parent that silence is an answer. It is.')
  await below(page)
    .getByText('We found no names we recognise in this answer: please read it through.')
    .waitFor()
  await checkPage(page)
  // Saved like anything that is typed.
  await saved(page)
  const kept = () => whatIsKept(stage.world.database.read, practitioner.personId)
  assert.match((await kept()).pieces[0]?.draft?.texts['learning'] ?? '', /from a parent that/)

  await button(below(page), /^Undo/).click()
  assert.equal(await learning(page).inputValue(), `${named.learning} It is.`)
  await below(page).getByText('We found 1 thing').waitFor()
  assert.equal(await button(below(page), /^Undo/).count(), 0)
})

test('what is still found stays as it is on the page, and keeps the focus, while somebody goes on writing', async () => {
  const { page } = await openDraft('edit')
  await goOn(page)
  const keep = button(below(page), /^Keep it/)
  await keep.evaluate(element => {
    element.dataset['seen'] = 'yes'
    element.focus()
  })
  await learning(page).evaluate((box: HTMLTextAreaElement) => {
    box.setRangeText('Near LS1 4DY. ', 0, 0)
    box.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await below(page).getByText('We found 2 things').waitFor()
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-seen')), 'yes')
  // It stands elsewhere by now, and is replaced there.
  await button(below(page), /^Replace with “a parent”/).click()
  assert.equal(
    await learning(page).inputValue(),
    'Near LS1 4DY. I learnt from a parent that silence is an answer. It is.',
  )
})

test('what can be done about a name goes by what is written around it now', async () => {
  const { page } = await openDraft('edit', { ...named, learning: 'Kelly Marsh came to the meeting.' })
  await goOn(page)
  await below(page).getByText('We found 1 thing').waitFor()
  await button(below(page), /^Keep it/).focus()
  const writeAtStart = (words: string) =>
    learning(page).evaluate((box: HTMLTextAreaElement, words) => {
      box.setRangeText(words, 0, 0)
      box.dispatchEvent(new Event('input', { bubbles: true }))
    }, words)
  await writeAtStart('Her mum ')
  await below(page)
    .getByText(/^Her mum Kelly Marsh came/)
    .waitFor()
  assert.match(await focused(page), /^Keep it/)
  // Each button says what it does.
  const first = button(below(page), /^Replace with|^Remove/)
  const words = await first.innerText()
  await first.click()
  const replaced = await learning(page).inputValue()
  const replacement = /^Replace with “([^”]+)”/.exec(words)?.[1]
  if (replacement === undefined) assert.equal(replaced, 'Her mum came to the meeting. It is.')
  else assert.ok(replaced.toLowerCase().includes(replacement), replaced)
  await button(below(page), /^Undo/).click()

  // The same name once more, before the first.
  await below(page).getByText('We found 1 thing').waitFor()
  await writeAtStart('I rang Kelly Marsh about the review. ')
  await below(page).getByText('We found 2 things').waitFor()
  assert.match(await below(page).locator('li').nth(0).innerText(), /I rang Kelly Marsh/)
  assert.match(await below(page).locator('li').nth(1).innerText(), /mum Kelly Marsh/)
  await below(page)
    .locator('li')
    .nth(0)
    .getByRole('button', { name: /^Replace with “a parent”/ })
    .click()
  assert.match(await learning(page).inputValue(), /^I rang a parent about the review\. Her mum Kelly Marsh/)
})

test('a name is replaced everywhere with one press, in every answer, and put back with another', async () => {
  const impact = 'Now Kelly Marsh’s views count.'
  const { page } = await openDraft('edit', {
    ...named,
    learning: 'I met Kelly Marsh. I rang Kelly Marsh.',
    impact,
  })
  await goOn(page)
  await below(page).getByText('We found 2 things').waitFor()
  await button(below(page), /^Replace it everywhere with “a child”/).click()
  assert.match(await focused(page), /^Undo/)
  const answers = async () => [await learning(page).inputValue(), await page.locator('#impact').inputValue()]
  assert.deepEqual(await answers(), [
    'I met a child. I rang the child. It is.',
    'Now the child’s views count.',
  ])
  await button(below(page), /^Undo/).click()
  assert.deepEqual(await answers(), ['I met Kelly Marsh. I rang Kelly Marsh. It is.', impact])

  // One after another it is the same child.
  await button(below(page), /^Replace with “a child”/).click()
  await below(page).getByText('We found 1 thing').waitFor()
  const next = button(below(page), /^Replace with/)
  await next.getByText('Replace with “the child”').waitFor()
  await next.click()
  assert.equal((await answers())[0], 'I met a child. I rang the child. It is.')
  await button(below(page, 'impact'), /^Replace with “the child”/).click()
  assert.equal((await answers())[1], 'Now the child’s views count.')
})

test('a word that is kept while writing is asked about no more, here, after a reload or on the page with the answers', async () => {
  const { page, at } = await openDraft('edit', { ...named, impact: 'Ask kelly@example.org.' })
  const asked: string[] = []
  page.on('request', request => {
    asked.push(`${request.url()} ${request.url().endsWith('/kept-words') ? request.postData() : ''}`)
  })
  await goOn(page)
  const told = page.waitForResponse(
    reply => reply.url().endsWith('/kept-words') && /press=keep/.test(reply.request().postData() ?? ''),
  )
  await button(below(page), /^Keep it/).click()
  await told
  await below(page).getByText('We found no names we recognise').waitFor()
  assert.match(await below(page).innerText(), /Kept “Kelly Marsh”\./)
  // It goes as a hash, and nowhere as itself.
  assert.ok(asked.some(one => /press=keep\+[0-9a-f]{64}/.test(one)))
  assert.deepEqual(
    asked.filter(one => /Kelly|kelly/.test(one)),
    [],
  )

  await saved(page)
  await visit(page, at('edit'))
  await goOn(page)
  await below(page, 'impact').getByText('We found 1 thing').waitFor()
  // Shown for a moment where the server is late to say what is kept.
  await below(page).locator('mark').waitFor({ state: 'hidden' })
  await saved(page)
  await visit(page, at('check'))
  assert.match(await mainText(page), /We found 1 thing to look at\./)
  assert.match(await mainText(page), /1 thing that you chose to keep/)

  // Taken back there, it is asked about while writing again.
  await section(page).getByText('1 thing that you chose to keep').click()
  await press(page, /^Ask about it again/)
  await visit(page, at('edit'))
  await goOn(page)
  await below(page).getByText('We found 1 thing').waitFor()
  await button(below(page), /^Keep it/).click()
  await button(below(page), /^Undo\s*: ask about “Kelly Marsh” again/).click()
  await below(page).getByText('We found 1 thing').waitFor()
})

test('of a new piece that is not saved yet a word is kept too', async () => {
  const { page } = await stage.practitioner()
  await visit(page, '/cpd/new')
  const told = page.waitForResponse(
    reply =>
      reply.ok() &&
      reply.url().endsWith('/kept-words') &&
      /press=keep/.test(reply.request().postData() ?? ''),
    { timeout: 30_000 },
  )
  await learning(page).focus()
  await page.keyboard.type('It was Kelly Marsh.')
  await below(page).getByText('We found 1 thing').waitFor()
  await button(below(page), /^Keep it/).click()
  await saved(page)
  // Told when there is a piece to tell it of: at once on a slow machine, and with the next check at the latest.
  await goOn(page)
  await told
  takeConsoleErrors(page)
  await press(page, 'Check your answers')
  assert.match(await mainText(page), /1 thing that you chose to keep/)
})

test('everything that can be done while writing is done with the keyboard alone, and the focus is never lost', async () => {
  const { page } = await openDraft('edit')
  await goOn(page)
  await below(page).getByText('We found 1 thing').waitFor()
  await page.keyboard.press('Tab')
  assert.match(await focused(page), /^We found 1 thing to look at in this answer/)
  // Closed and opened again like any such list.
  await page.keyboard.press('Enter')
  assert.equal(await below(page).locator('mark').isVisible(), false)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  assert.match(await focused(page), /^Replace with “[^”]+” in place of “Kelly Marsh”/)
  if (!/“a parent”/.test(await focused(page))) await tabTo(page, /^Replace with “a parent”/)
  await page.keyboard.press('Enter')
  assert.match(await learning(page).inputValue(), /from a parent that/)
  assert.match(await focused(page), /^Undo: put back “Kelly Marsh”/)
  await page.keyboard.press('Enter')
  assert.match(await learning(page).inputValue(), /from Kelly Marsh that/)
  assert.match(await focused(page), /^We found/)
  await below(page).getByText('We found 1 thing').waitFor()
  await tabTo(page, /^Keep it: “Kelly Marsh”/)
  await page.keyboard.press('Enter')
  assert.match(await focused(page), /^Undo: ask about “Kelly Marsh” again/)
})

test('the page with the answers is worked with the keyboard alone, up to submitting anyway', async () => {
  const { page } = await openDraft('check')
  await tabTo(page, /^Replace with “a parent”/)
  await arrive(page, () => page.keyboard.press('Enter'))
  assert.match(await mainText(page), /I learnt from a parent that/)
  await tabTo(page, /^Undo/)
  await arrive(page, () => page.keyboard.press('Enter'))
  await tabTo(page, /^Submit$/)
  await arrive(page, () => page.keyboard.press('Enter'))
  assert.equal(await statusOf(page), 422)
  assert.match(await focused(page), /^Not submitted yet We found 1 thing that is likely/)
  await tabTo(page, /^Submit anyway$/)
  await arrive(page, () => page.keyboard.press('Enter'))
  assert.equal(await headingOf(page), 'This piece is submitted')
})

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with' : 'without'
  test(`${how} JavaScript the page with the answers replaces, takes back, keeps, and asks once more`, async () => {
    const { page } = await openDraft('check', named, { javaScript })
    assert.equal(await section(page).locator('mark').innerText(), 'Kelly Marsh')
    await press(page, /^Replace with “a parent”/)
    assert.match(await mainText(page), /I learnt from a parent that silence/)
    assert.match(await mainText(page), /We found no names we recognise: please read it through\./)
    await press(page, /^Undo/)
    assert.match(await mainText(page), /I learnt from Kelly Marsh that silence/)

    await press(page, 'Submit')
    assert.equal(await statusOf(page), 422)
    assert.match(await mainText(page), /We found 1 thing that is likely to identify somebody\./)
    await press(page, /^Keep it/)
    assert.match(await mainText(page), /We found no names we recognise/)
    await press(page, 'Submit')
    assert.equal(await headingOf(page), 'This piece is submitted')
    assert.match(await mainText(page), /It found 1 thing that you had chosen to keep\./)
  })
}

test('in the job role of a peer a name is asked about once more, while writing and on the page with the answers', async () => {
  const { page, at } = await openDraft('edit', { ...completePiece, peer: 'We talked.' })
  await page.getByLabel('Who is your peer?').selectOption({ label: 'Nurse' })
  await page.getByLabel('Their job role').fill('Priya')
  await below(page, 'peer-role-1').getByText('We found 1 thing').waitFor()
  assert.match(await below(page, 'peer-role-1').innerText(), /known by job role only, never by name/)
  await press(page, 'Check your answers')
  await press(page, 'Submit')
  assert.equal(await statusOf(page), 422)
  await press(page, /^Remove it/)
  assert.doesNotMatch(await mainText(page), /Priya/)
  await visit(page, at('edit'))
  assert.equal(await page.getByLabel('Their job role').inputValue(), '')
})

test('what is on the never-write list is found while writing and before submitting, until it is removed', async () => {
  const { page, practitioner, at } = await openDraft('edit', {
    ...completePiece,
    learning: 'The Sunrise team does it differently.',
  })
  const sent: string[] = []
  page.on('request', request => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await visit(page, '/settings')
  await press(page, /^Open never-write list/)
  await page.getByText('There is nothing on it yet.').waitFor()
  await page.getByLabel('Add a name, a team or a place').fill('sunrise  Team')
  await page.getByLabel('A team, a school or another organisation').check()
  await page.getByLabel('Add a name, a team or a place').press('Enter')
  await button(page, /^Remove “sunrise Team” from your list/).waitFor()
  await checkPage(page)
  assert.deepEqual(
    sent.filter(one => /sunrise/i.test(one)),
    [],
    'the list is on the device alone',
  )
  assert.deepEqual(await onDevice(page), ['sealed'])

  await visit(page, at('edit'))
  await goOn(page)
  await below(page).getByText('We found 1 thing').waitFor()
  assert.equal(await below(page).locator('mark').innerText(), 'Sunrise team')
  await press(page, 'Check your answers')
  await section(page).getByText('On your never-write list: 1 thing').waitFor()
  await checkPage(page)
  await page.getByRole('button', { name: 'Submit', exact: true }).click()
  await page.getByRole('alert').getByText('something in it is on your never-write list').waitFor()
  assert.equal(await headingOf(page), 'Check your answers')
  // Two presses within a second are taken for one.
  await page.waitForTimeout(1_100)
  await press(page, 'Submit')
  assert.equal(await headingOf(page), 'This piece is submitted')

  // Signing out leaves the list where it is, and nobody else can read it there.
  await arrive(page, () => page.getByRole('button', { name: 'Sign out' }).click())
  const other = await stage.practitioner()
  await page
    .context()
    .addCookies(
      [...other.practitioner.browser.cookies].map(([name, value]) => ({ name, value, url: page.url() })),
    )
  await visit(page, '/never-write-list')
  await page.getByText('There is nothing on it yet.').waitFor()
  await arrive(page, () => page.getByRole('button', { name: 'Sign out' }).click())
  await visit(page, '/sign-in')
  await page.getByLabel('E-mail address').fill(practitioner.email)
  await page.getByLabel('Password', { exact: true }).fill(practitioner.password)
  await press(page, 'Sign in')
  await pressInNavigation(page, 'Settings')
  await press(page, /^Open never-write list/)
  await button(page, /^Remove “sunrise Team” from your list/).focus()
  await page.keyboard.press('Enter')
  await page.getByText('There is nothing on it yet.').waitFor()
  assert.equal(await focused(page), 'On your list')
  assert.deepEqual(await onDevice(page), [])
})

test('where the server hangs, what is found is shown all the same', async () => {
  const { page } = await openDraft('edit', {
    ...named,
    impact: 'Ask kelly@example.org, Priya Nair, Tom Rowe, or ring 07700 900123.',
  })
  let asked = 0
  await page.route('**/kept-words', () => {
    // Never answered.
    asked += 1
  })
  await goOn(page)
  await below(page, 'impact').getByText('We found 4 things').waitFor({ timeout: 3_000 })
  assert.equal(asked, 1)
  takeConsoleErrors(page)
})

test('where the never-write list cannot be opened, the page with the answers says so and asks once', async () => {
  const { page, at } = await openDraft('edit', completePiece)
  await visit(page, '/never-write-list')
  await page.getByLabel('Add a name, a team or a place').fill('Sunrise team')
  await page.getByLabel('Add a name, a team or a place').press('Enter')
  await button(page, /^Remove “Sunrise team” from your list/).waitFor()
  // Pressed before it is known what is on the list.
  await page.route('**/never-write-list/key', async route => {
    await new Promise(resolve => setTimeout(resolve, 1_500))
    await route.abort()
  })
  await visit(page, at('check'))
  await page.getByRole('button', { name: 'Submit', exact: true }).click()
  await page.getByRole('alert').getByText('we could not look for what is on your never-write list').waitFor()
  assert.match(await mainText(page), /Your never-write list cannot be opened just now/)
  assert.equal(await headingOf(page), 'Check your answers')
  assert.ok(takeConsoleErrors(page).every(error => /Failed to load resource/.test(error)))
  await page.waitForTimeout(1_100)
  await press(page, 'Submit')
  assert.equal(await headingOf(page), 'This piece is submitted')
})

test('on the page with the answers a press that comes before the never-write list goes on when there is nothing', async () => {
  const { page, at } = await openDraft('edit', completePiece)
  await visit(page, '/never-write-list')
  // As the date says, which nobody typed as a word.
  await page.getByLabel('Add a name, a team or a place').fill('October')
  await page.getByLabel('Add a name, a team or a place').press('Enter')
  await button(page, /^Remove “October” from your list/).waitFor()
  await page.route('**/never-write-list/key', async route => {
    await new Promise(resolve => setTimeout(resolve, 1_500))
    await route.continue()
  })
  await visit(page, at('check'))
  await press(page, 'Submit')
  assert.equal(await headingOf(page), 'This piece is submitted')
})

test('two tabs add to the never-write list, and both entries stay', async () => {
  const { page } = await openDraft('edit', completePiece)
  await visit(page, '/never-write-list')
  const other = await page.context().newPage()
  await visit(other, '/never-write-list')
  for (const [tab, words] of [
    [page, 'Alpha'],
    [other, 'Beta'],
  ] as const) {
    await tab.getByLabel('Add a name, a team or a place').fill(words)
    await tab.getByLabel('Add a name, a team or a place').press('Enter')
    await button(tab, new RegExp(`^Remove “${words}”`)).waitFor()
  }
  assert.ok(await button(other, /^Remove “Alpha”/).isVisible())
  await visit(page, '/never-write-list')
  await button(page, /^Remove “Alpha”/).waitFor()
  await button(page, /^Remove “Beta”/).waitFor()
})

test('without JavaScript there is no never-write list, and its page says so', async () => {
  const { page } = await stage.practitioner({ javaScript: false })
  await visit(page, '/never-write-list')
  assert.match(await mainText(page), /Without it there is no such list, and everything else works/)
})

test('where what checks cannot be fetched, writing goes on as ever and nothing is said', async () => {
  const { page } = await openDraft('edit')
  await page.context().setOffline(true)
  const failed = page.waitForEvent('console', message => /Failed to load resource/.test(message.text()))
  await goOn(page)
  await failed
  await said(page, /^Saved on this device only/)
  assert.equal(await page.locator('details.confer-findings').count(), 0)
  await page.context().setOffline(false)
  // As soon as it can be fetched there is a check.
  await goOn(page)
  await below(page).getByText('We found 1 thing').waitFor()
  assert.ok(takeConsoleErrors(page).every(error => /Failed to load resource/.test(error)))
})

test('nothing of the check is fetched before somebody has typed and paused', async () => {
  const { page } = await stage.practitioner()
  const fetched: string[] = []
  page.on('request', request => fetched.push(new URL(request.url()).pathname))
  await visit(page, '/cpd/new')
  await page.waitForTimeout(1_000)
  const before = fetched.length
  assert.ok(!fetched.some(path => path.endsWith('.bin')))
  await learning(page).focus()
  await page.keyboard.type('A thought.')
  await page.waitForResponse('**/*.bin')
  const assets = fetched.slice(before).filter(path => path.startsWith('/assets/'))
  assert.equal(assets.length, 3, 'the script, the worker and what it knows')
})

/** What the device has of never-write lists: how each is kept. */
async function onDevice(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('confer-never-write')
      opening.addEventListener('success', () => resolve(opening.result))
      opening.addEventListener('error', () => reject(opening.error))
    })
    const records = await new Promise<Record<string, unknown>[]>((resolve, reject) => {
      const asking = database.transaction('lists').objectStore('lists').getAll()
      asking.addEventListener('success', () => resolve(asking.result as Record<string, unknown>[]))
      asking.addEventListener('error', () => reject(asking.error))
    })
    database.close()
    return records.map(record =>
      record['sealed'] instanceof ArrayBuffer ? 'sealed' : JSON.stringify(record),
    )
  })
}

async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    if (name.test(await focused(page))) return
  }
  assert.fail(`Tab does not reach ${name}`)
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => (document.activeElement?.textContent ?? '').replaceAll(/\s+/g, ' ').trim())
}
