import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { startChromium, type Chromium } from '../support/chromium.ts'
import { givenSession } from '../support/given-supervision.ts'
import {
  givenGroupSession,
  givenDoor,
  givenSessionCast,
  type SessionCast,
} from '../support/given-session-cast.ts'
import { givenDraft, givenSubmittedPiece, type Practitioner } from '../support/given.ts'
import { checkPage } from '../support/page-checks.ts'
import { startWorld, type World } from '../support/world.ts'

/** Every page of a session's compartments, in every state that looks different, through every check that a page has to pass. */

let world: World
let chromium: Chromium
let address: string
before(async () => {
  world = await startWorld()
  address = await world.listen()
  chromium = await startChromium(address)
})
after(async () => {
  await chromium.close()
  await world.close()
})

const hiddenIn = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

const longWord = 'aVeryLongWordThatNobodyWouldEverBreakAnywhereInItsMiddleByThemselves'
const decision = {
  reference: `C-4711-${longWord}`,
  decision: 'The visits go on weekly, <b>unannounced</b>.\n\nUntil the review.',
  rationale: 'The last three announced visits told us little.',
  actions: '',
}
const by = { 'by-day': '30', 'by-month': '11', 'by-year': '2026' }
const sections = {
  wellbeing: 'Tired, and glad of the leave.',
  workload: longWord,
  learning: 'A course on hoarding.',
  reflection: '',
  standards: '',
  feedback: 'More time for thinking.',
}

async function windowOf({ browser }: Practitioner): Promise<Page> {
  return chromium.open({ cookies: browser.cookies })
}

async function check(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await checkPage(page)
}

/** Presses a button with nothing filled in, and looks at the page that says so. */
async function checkPressed(page: Page, url: string, button: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: button, exact: true }).first().click()
  await page.waitForURL('**')
  await page.locator('.govuk-error-summary').waitFor()
  await checkPage(page)
}

async function saveDraft({ supervisor, at }: SessionCast, texts = sections): Promise<void> {
  const { html } = await supervisor.browser.get(`${at}/record`)
  await supervisor.browser.post(`${at}/record`, {
    version: hiddenIn(html, 'version'),
    seen: hiddenIn(html, 'seen'),
    saveId: '',
    press: 'draft',
    ...texts,
  })
}

async function comment({ supervisee, at }: SessionCast): Promise<void> {
  const { html } = await supervisee.browser.get(`${at}/record`)
  await supervisee.browser.post(`${at}/record/comment`, {
    version: hiddenIn(html, 'version'),
    seen: hiddenIn(html, 'seen'),
    saveId: '',
    press: 'draft',
    [`comment-${supervisee.personId}`]: 'I would rather say worn out.',
  })
}

async function sign({ supervisor, at }: SessionCast): Promise<void> {
  const { html } = await supervisor.browser.get(`${at}/record/sign`)
  await supervisor.browser.post(`${at}/record/sign`, { sha256: hiddenIn(html, 'sha256') })
}

async function agree({ supervisor, supervisee, at }: SessionCast, what: string): Promise<string> {
  const actionId = randomUUID()
  await supervisor.browser.get(`${at}/actions`)
  await supervisor.browser.post(`${at}/actions`, { actionId, what, owner: supervisee.personId, ...by })
  return actionId
}

test('case decisions, being written, changed, taken out and emptied', async () => {
  const cast = await givenSessionCast(world)
  const { supervisor, supervisee, at } = cast
  const page = await windowOf(supervisor)
  await check(page, `${at}/case-decisions`)
  await checkPressed(page, `${at}/case-decisions`, 'Add this decision')
  const form = await supervisor.browser.get(`${at}/case-decisions`)
  const decisionId = hiddenIn(form.html, 'decisionId')
  await supervisor.browser.post(`${at}/case-decisions`, { decisionId, ...decision })
  await check(page, `${at}/case-decisions?done=added`)
  await check(page, `${at}/case-decisions/${decisionId}`)
  await check(page, `${at}/take-out-case-decisions`)
  await checkPressed(page, `${at}/take-out-case-decisions`, 'Empty it here')
  await check(await windowOf(supervisee), `${at}/case-decisions`)
  await page.goto(`${at}/take-out-case-decisions`)
  await page.getByLabel('I have filed this document in the case system').check()
  await page.getByRole('button', { name: 'Empty it here' }).click()
  await page.getByText('Confer does not hold them any more').waitFor()
  await checkPage(page)
})

test('case decisions about several cases, with something set aside', async () => {
  const { supervisor, at } = await givenSessionCast(world)
  for (const reference of ['C-1', `C-2-${longWord}`]) {
    const { html } = await supervisor.browser.get(`${at}/case-decisions`)
    const decisionId = hiddenIn(html, 'decisionId')
    await supervisor.browser.post(`${at}/case-decisions`, { decisionId, ...decision, reference })
  }
  await world.database.write
    .insertInto('setAsideForm')
    .values({
      formId: randomUUID(),
      personId: supervisor.personId,
      path: `${at}/case-decisions`,
      fields: JSON.stringify([['decision', 'Set aside.']]),
      setAsideAt: world.clock.now(),
    })
    .execute()
  const page = await windowOf(supervisor)
  await check(page, `${at}/take-out-case-decisions?done=taken-out`)
  await page
    .getByRole('button', { name: /^Empty it here/ })
    .last()
    .click()
  await page.locator('.govuk-error-summary').waitFor()
  await checkPage(page)
})

test('a supervision that has ended: what is to be finished, and a record that was not', async () => {
  const cast = await givenSessionCast(world, { startsAt: '2026-11-02T10:00:00Z' })
  const { supervisor, supervisee, relationshipId, at } = cast
  await saveDraft(cast)
  const end = async (toDay: string) => {
    for (const table of ['relationship', 'relationshipSupervisee'] as const)
      await world.database.write
        .updateTable(table)
        .set({ toDay, endedBy: supervisee.personId, endedAt: world.clock.now(), endReason: longWord })
        .where('relationshipId', '=', relationshipId)
        .execute()
  }
  await end('2026-11-16')
  const hers = await windowOf(supervisor)
  for (const url of ['/supervision', at, `${at}/record`, `${at}/actions`]) await check(hers, url)
  await end('2026-11-03')
  const his = await windowOf(supervisee)
  for (const url of ['/supervision', `/supervision/${relationshipId}`, at, `${at}/record`])
    await check(his, url)
})

test('agreed actions: none, wrong, open, overdue, closed', async () => {
  const cast = await givenSessionCast(world, { startsAt: '2026-11-02T10:00:00Z' })
  const page = await windowOf(cast.supervisor)
  await check(page, `${cast.at}/actions`)
  await checkPressed(page, `${cast.at}/actions`, 'Agree this action')
  const actionId = await agree(cast, `Ask for the ${longWord}.`)
  await agree(cast, 'Read the new policy.')
  await check(page, `${cast.at}/actions?done=agreed`)
  await page.getByText(`Close this action: Ask`).click()
  await page.locator('details[open]').getByRole('button', { name: 'Close this action' }).click()
  await page.locator('.govuk-error-summary').waitFor()
  await checkPage(page)
  await cast.supervisee.browser.post(`${cast.at}/actions/${actionId}/close`, { outcome: 'It came.' })
  await check(page, `${cast.at}/actions?done=closed`)
  await givenDoor(world, cast.relationshipId, cast.manager, 'manager')
  await check(await windowOf(cast.manager), `${cast.at}/actions`)
})

test('the joint record: begun, commented, clashing, to be signed, answered, added to', async () => {
  const cast = await givenSessionCast(world, { startsAt: '2026-11-02T10:00:00Z' })
  const { supervisor, supervisee, manager, at } = cast
  const hers = await windowOf(supervisor)
  const his = await windowOf(supervisee)
  await check(hers, `${at}/record`)
  await check(his, `${at}/record`)
  await check(hers, `${at}/record/sign`)
  await agree(cast, 'Ask for the housing report.')
  await saveDraft(cast)
  await comment(cast)
  await check(hers, `${at}/record?done=saved`)
  await check(his, `${at}/record`)
  await check(hers, `${at}/record/versions`)
  await check(hers, `${at}/record/sign`)
  await givenDoor(world, cast.relationshipId, manager, 'manager')
  const outside = await windowOf(manager)
  await check(outside, `${at}/record`)
  await sign(cast)
  await check(hers, `${at}/record?done=signed`)
  await checkPressed(his, `${at}/record`, 'Sign with this answer')
  await his.getByLabel('I disagree, and say why').check()
  await his.getByLabel('In your own words').fill(`I was not glad of it. ${longWord}`)
  await his.getByRole('button', { name: 'Sign with this answer' }).click()
  await his.getByText('Your word on the record is kept').waitFor()
  await checkPage(his)
  await checkPressed(his, `${at}/record`, 'Add it')
  await his.getByLabel('What is to be added?').fill('The leave was moved.')
  await his.getByRole('button', { name: 'Add it' }).click()
  await his.getByText('Your addition is kept').waitFor()
  await checkPage(his)
  await check(outside, `${at}/record`)
})

test('a record with what might identify somebody: beside the draft, before signing, and asked once more', async () => {
  const cast = await givenSessionCast(world)
  const { supervisor, at } = cast
  const page = await windowOf(supervisor)
  await saveDraft(cast, {
    ...sections,
    reflection: `Kelly Marsh (zephyrine@example.org) rang. ${longWord}@example.org. See Munro (2011).`,
  })
  await agree(cast, 'Write to Kelly Marsh.')
  await check(page, `${at}/record`)
  await page.getByText(/^We found \d things to look at/).waitFor()
  await check(page, `${at}/record/sign`)
  await page.getByRole('button', { name: 'Sign the record' }).click()
  await page.getByRole('button', { name: 'Sign anyway' }).waitFor()
  await checkPage(page)
})

test('how the time went: to be ticked, wrong, and over time', async () => {
  const cast = await givenSessionCast(world, { startsAt: '2026-10-05T09:00:00Z' })
  const { supervisor, supervisee, relationshipId } = cast
  const sessions = [cast.sessionId]
  for (const startsAt of ['2026-10-19', '2026-11-02', '2026-11-16'])
    sessions.push(
      await givenSession(world, {
        relationshipId,
        by: supervisor,
        startsAt: `${startsAt}T10:00:00Z`,
        attended: [supervisee],
      }),
    )
  const page = await windowOf(supervisor)
  await check(page, `${cast.at}/time-spent`)
  await checkPressed(page, `${cast.at}/time-spent`, 'Keep what I ticked')
  for (const [index, sessionId] of sessions.entries()) {
    const url = `/supervision/${relationshipId}/sessions/${sessionId}/time-spent`
    await supervisor.browser.get(url)
    await supervisor.browser.post(url, { topics: ['cases', ...(index % 2 ? ['learning'] : [])] })
    await supervisee.browser.get(url)
    await supervisee.browser.post(url, {
      topics: ['cases', 'reflection', ...(index > 1 ? ['wellbeing'] : [])],
    })
  }
  await check(page, `/supervision/${relationshipId}/sessions/${sessions[3]}/time-spent?done=told`)
})

test('own notes, a draft for CPD, and what is shared', async () => {
  const cast = await givenSessionCast(world)
  const { supervisee, supervisor, at } = cast
  const page = await windowOf(supervisee)
  await check(page, `${at}/notes`)
  await check(page, `${at}/to-cpd`)
  await supervisee.browser.get(`${at}/notes`)
  await supervisee.browser.post(`${at}/notes`, {
    seen: '',
    version: '0',
    saveId: '',
    press: 'save',
    note: `Sam asked what I was afraid of. ${longWord}`,
  })
  await check(page, `${at}/notes?done=saved`)
  await check(page, `${at}/notes/versions`)
  const { html } = await supervisee.browser.get(`${at}/notes`)
  const seen = /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? ''
  await supervisee.browser.post(`${at}/notes`, { seen, version: '1', saveId: '', press: 'save', note: '' })
  await check(page, `${at}/notes`)
  assert.match(await page.getByRole('main').innerText(), /Your notes are empty now/)
  await check(page, `${at}/notes/versions`)
  await check(page, `${at}/notes/versions/1`)
  await check(page, `${at}/notes/delete`)
  await check(page, `${at}/notes`)
  await page.getByRole('button', { name: 'Bring back what they said' }).click()
  await page.getByText('Your notes are as they were then.').waitFor()
  await checkPage(page)
  await saveDraft(cast)
  await sign(cast)
  await checkPressed(page, `${at}/to-cpd`, 'Make the draft')
  await page.getByLabel('Something else').check()
  await page.getByLabel('Yes, with another social worker').check()
  await page.getByLabel('Yes, it is a draft').check()
  await page.getByLabel('Your notes').check()
  await page.getByRole('button', { name: 'Make the draft' }).click()
  await page.getByText('It is a piece of CPD already').first().waitFor()
  await checkPage(page)
  await check(page, `${at}/share`)
  await givenDraft(supervisee.browser, { title: longWord })
  const pieceId = await givenSubmittedPiece(supervisee.browser)
  await checkPressed(page, `${at}/share`, 'Share this version')
  await supervisee.browser.post(`${at}/share`, {
    version: `${pieceId} 1`,
    'until-day': '30',
    'until-month': '11',
    'until-year': '2026',
  })
  await check(page, `${at}/share?done=shared`)
  const hers = await windowOf(supervisor)
  await check(hers, `${at}/share/${supervisee.personId}/${pieceId}`)
  await check(hers, at)
  await check(page, at)
})

test('a session that is planned, in a group, or not recorded', async () => {
  const planned = await givenSessionCast(world, { state: 'planned', startsAt: '2026-11-25T10:00:00Z' })
  const page = await windowOf(planned.supervisee)
  for (const rest of ['', '/notes', '/time-spent', '/to-cpd', '/record', '/actions'])
    await check(page, `${planned.at}${rest}`)
  const cast = await givenSessionCast(world)
  const { second: _second, ...session } = await givenGroupSession(world, cast, 'Sid Second')
  const group: SessionCast = { ...cast, ...session }
  await saveDraft(group)
  await comment(group)
  await sign(group)
  const hers = await windowOf(cast.supervisor)
  for (const rest of ['', '/record', '/actions', '/time-spent']) await check(hers, `${group.at}${rest}`)
  await world.database.write
    .updateTable('supervisionSession')
    .set({ isContentRecorded: false })
    .where('sessionId', '=', cast.sessionId)
    .execute()
  for (const rest of ['', '/record', '/case-decisions']) await check(hers, `${cast.at}${rest}`)
  assert.match(await hers.getByRole('main').innerText(), /is not recorded/)
})
