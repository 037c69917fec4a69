import { mkdir } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { startChromium } from '../test/support/chromium.ts'
import {
  completePiece,
  givenChanges,
  givenDraft,
  givenPractitioner,
  givenSubmittedPiece,
  peerReflection,
  signInBrowser,
} from '../test/support/given.ts'
import { startTestServer } from '../test/support/test-server.ts'
import { startWorld } from '../test/support/world.ts'

/**
 * Makes the pictures of the tutorial and of the README from the real screens: `npm run pictures`. Look at them before
 * they are committed.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const peerQuestion = '.confer-question:has(#peer)'
const tutorial = join(root, 'public/pictures/tutorial')

const feedback = {
  ...completePiece,
  title: 'Feedback from a family',
  type: 'feedback',
  description: 'A family told me which of my letters they had understood.',
  learning: 'The short letters were read out at breakfast, the long ones were put in a drawer.',
  impact: 'I now write one page, and ring before it arrives.',
}

const server = await startTestServer(join(tmpdir(), `confer-pictures-${randomBytes(4).toString('hex')}`))
process.env['CONFER_TEST_SERVER'] = server.url
process.env['CONFER_TEST_TEMPLATE'] = server.template
const world = await startWorld()
const chromium = await startChromium(await world.listen())
try {
  await takePictures()
} finally {
  await chromium.close()
  await world.close()
  await server.stop()
}

async function takePictures(): Promise<void> {
  const { personId, browser } = await givenPractitioner(world)
  await signInBrowser(world, personId, browser)
  const page = await chromium.open({ width: 640, cookies: browser.cookies })

  // A new piece.
  await page.goto('/cpd')
  await picture(page, 'new-1-start')
  await page.getByRole('button', { name: 'Record new CPD' }).click()
  await fill(page, completePiece)
  await fill(page, peerReflection)
  await picture(page, 'new-2-peer-question', peerQuestion)
  await page.getByRole('button', { name: 'Check your answers' }).click()
  await wholePicture(page, 'new-3-check')
  await page.getByRole('button', { name: 'Submit', exact: true }).click()
  await picture(page, 'new-4-submitted')

  // A draft.
  const draft = await givenDraft(browser, {
    ...completePiece,
    title: 'A webinar about kinship care',
    type: 'conference',
  })
  await page.goto('/cpd')
  await picture(page, 'draft-1-overview', '.confer-pieces')
  await page.goto(`/cpd/pieces/${draft}/edit`)
  await fill(page, peerReflection)
  await picture(page, 'draft-2-peer-question', peerQuestion)

  // A submitted piece.
  const submitted = await givenSubmittedPiece(browser, feedback)
  await page.goto(`/cpd/pieces/${submitted}`)
  await picture(page, 'submitted-1-piece')
  await page.getByRole('button', { name: 'Edit this piece' }).click()
  await fill(page, peerReflection)
  await picture(page, 'submitted-2-edit', peerQuestion)
  await givenChanges(browser, submitted, { ...feedback, ...peerReflection })
  await page.goto(`/cpd/pieces/${submitted}/check`)
  await wholePicture(page, 'submitted-3-resubmit')

  await takeReadmePictures()
}

/** Home of somebody who is half-way, wide and narrow. */
async function takeReadmePictures(): Promise<void> {
  const { browser } = await givenPractitioner(world)
  await givenSubmittedPiece(browser)
  for (const [name, width, height] of [
    ['home', 1000, 900],
    ['home-narrow', 320, 900],
  ] as const) {
    const page = await chromium.open({ width, cookies: browser.cookies })
    await page.setViewportSize({ width, height })
    await page.goto('/')
    await save(page, join(root, `docs/pictures/${name}.png`))
  }
}

/** The part of the page that is `near`, and what follows it as far as the window reaches. */
async function picture(page: Page, name: string, near = 'h1'): Promise<void> {
  await page.setViewportSize({ width: 640, height: 1000 })
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  const place = page.locator(near).first()
  await place.evaluate(element =>
    window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 30),
  )
  await save(page, join(tutorial, `${name}.png`))
}

/** The whole of a page's main part, as long as it is. */
async function wholePicture(page: Page, name: string): Promise<void> {
  await page.locator('main').screenshot({ path: join(tutorial, `${name}.png`) })
}

async function save(page: Page, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await page.screenshot({ path: file })
}

async function fill(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(typed)) {
    const field = page.locator(`[name="${name}"]`)
    if ((await field.evaluate(element => element.tagName)) === 'SELECT') await field.selectOption(text)
    else await field.fill(text)
  }
}
