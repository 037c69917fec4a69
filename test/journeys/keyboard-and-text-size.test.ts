import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { tooWide } from '../support/page-checks.ts'
import { completePiece, givenSubmittedPiece, peerReflection } from '../support/given.ts'
import { raiseStage } from './stage.ts'
import { arrive, headingOf, mainText, statusOf, visit } from './steps.ts'

const stage = raiseStage()

test('a piece is recorded and submitted with the keyboard alone', async () => {
  const { page } = await stage.practitioner()
  await tabTo(page, /^Skip to main content$/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Record new CPD$/)
  await arrive(page, () => page.keyboard.press('Enter'))

  await tabTo(page, /^What is the title/)
  await page.keyboard.type('By the keyboard alone')
  await tabTo(page, /^What type of CPD/)
  await page.keyboard.type('Podc')
  await tabTo(page, /^Day$/)
  await page.keyboard.type('7')
  await tabTo(page, /^Month$/)
  await page.keyboard.type('11')
  await tabTo(page, /^Year$/)
  await page.keyboard.type('2026')
  await tabTo(page, /^What did you do/)
  await page.keyboard.type('A podcast, heard on the way home.')
  await tabTo(page, /^What did you learn/)
  await page.keyboard.type('Silence is an answer too.')
  await tabTo(page, /^Check your answers$/)
  await arrive(page, () => page.keyboard.press('Enter'))

  // Something is missing: submitting all the same puts the focus on the summary, whose first link leads to the field.
  await tabTo(page, /^Submit$/)
  await arrive(page, () => page.keyboard.press('Enter'))
  assert.equal(await statusOf(page), 422)
  assert.match(await focused(page), /^This piece was not submitted/)
  await tabTo(page, /^Enter an answer about positive impact$/)
  await arrive(page, () => page.keyboard.press('Enter'))
  assert.match(await page.title(), /^Error: /)
  await tabTo(page, /^Enter an answer about positive impact$/)
  await page.keyboard.press('Enter')
  assert.match(await focused(page), /^What positive impact/)
  await page.keyboard.type('I count to five before I speak.')
  await tabTo(page, /^Check your answers$/)
  await arrive(page, () => page.keyboard.press('Enter'))
  await tabTo(page, /^Submit$/)
  await arrive(page, () => page.keyboard.press('Enter'))
  assert.equal(await headingOf(page), 'This piece is submitted')
  assert.match(await mainText(page), /This piece: Counts for 2025 to 2026/)
})

test('Enter in a field saves a draft, and neither removes a peer nor submits', async () => {
  const { page } = await stage.practitioner()
  await visit(page, '/cpd/new')
  await page.getByLabel('Their job role').fill('police officer')
  await page.getByLabel('Their job role').focus()
  await arrive(page, () => page.keyboard.press('Enter'))
  assert.match(await mainText(page), /Saved as a draft/)
  assert.equal(await page.getByLabel('Their job role').inputValue(), 'police officer')
})

test('with text at twice its size nothing is cut off and nothing scrolls sideways', async () => {
  const { page, practitioner } = await stage.practitioner()
  const pieceId = await givenSubmittedPiece(practitioner.browser, { ...completePiece, ...peerReflection })
  const addresses = [
    '/',
    '/cpd',
    '/cpd/new',
    `/cpd/pieces/${pieceId}`,
    `/cpd/pieces/${pieceId}/copy`,
    `/cpd/pieces/${pieceId}/submitted/1`,
    '/settings',
    '/settings/registration',
    '/which-is-it',
    '/guidance/supervision-and-peer-reflection',
  ]
  const findings: string[] = []
  for (const address of addresses) {
    await visit(page, address)
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    for (const problem of [...(await tooWide(page)), ...(await cutOff(page))])
      findings.push(`${address}: ${problem}`)
  }
  assert.deepEqual(findings, [])
})

/** Presses Tab until the focus is on what is called so; a trap for the focus ends the test. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const here = await focused(page)
    if (name.test(here)) return
    passed.push(here)
  }
  assert.fail(`Tab does not reach ${name}: ${passed.join(' | ')}`)
}

/** What a screen reader would call the element that has the focus: its label or its text. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    const labels =
      element instanceof HTMLElement && 'labels' in element ? (element.labels as NodeList | null) : null
    const text = labels?.[0]?.textContent ?? element?.textContent ?? ''
    return text.replaceAll(/\s+/g, ' ').trim()
  })
}

/** Texts whose box is smaller than they are and hides the rest, but for those in a box of one pixel: hidden on purpose. */
async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hides = (element: Element) => {
      const { overflowX, overflowY } = getComputedStyle(element)
      return [overflowX, overflowY].some(overflow => overflow === 'hidden' || overflow === 'clip')
    }
    return [...document.body.querySelectorAll('*')]
      .filter(element => element.clientWidth > 1 && element.clientHeight > 1 && hides(element))
      .filter(
        element =>
          element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1,
      )
      .map(element => `cut off: ${element.outerHTML.slice(0, 120)}`)
  })
}
