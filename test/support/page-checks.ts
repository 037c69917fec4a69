import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'
import { lastReply, takeConsoleErrors } from './chromium.ts'

/**
 * What must be true of every page: nothing for axe to find in either colour scheme, valid HTML, no scrolling sideways on
 * the narrowest screen, and a silent console. The window is as wide afterwards as before.
 */
export async function checkPage(page: Page): Promise<void> {
  const { html } = await lastReply(page)
  const findings = [
    ...(await axeFindings(page)),
    ...(await markupFindings(html)),
    ...(await findingsOnNarrowScreen(page)),
    ...takeConsoleErrors(page).map(error => `console: ${error}`),
  ]
  assert.deepEqual(findings, [], `what is wrong with “${await page.title()}” at ${page.url()}`)
}

/** For journeys: what may not go wrong at any step, and takes no time to look at. */
export async function checkStep(page: Page): Promise<void> {
  const findings = [...(await tooWide(page)), ...takeConsoleErrors(page)]
  assert.deepEqual(findings, [], `what is wrong with “${await page.title()}” at ${page.url()}`)
}

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function axeFindings(page: Page): Promise<string[]> {
  const inLight = await axeViolations(axeOn(page).withTags(axeTags))
  // Only colours differ.
  await page.emulateMedia({ colorScheme: 'dark' })
  const inDark = await axeViolations(axeOn(page).withRules(['color-contrast']))
  await page.emulateMedia({ colorScheme: 'light' })
  return [...inLight, ...inDark.map(finding => `in dark colours: ${finding}`)]
}

function axeOn(page: Page): AxeBuilder {
  // Pages have no frames, and the other mode opens a window for each page: twice the time.
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
}

async function axeViolations(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(node => `axe ${id}: ${help}: ${node.target.join(' ')} ${node.html.slice(0, 200)}`),
  )
}

/** What `html-validate` asks of every reply. Each rule that is off or narrowed says why. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // About how markup is laid out, which nobody sees: lines are as the templates have them.
    'no-trailing-whitespace': 'off',
    // A set of checkboxes posts one name several times, as radio buttons share one.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
    // Files from our own origin with a hash in their name; a hash in the page adds nothing against whoever has both.
    'require-sri': ['error', { target: 'crossorigin' }],
    // GOV.UK's error summary and notification banner have a second-level heading and come before the page's own.
    // A template is a page of its own for as long as none of it is shown.
    'heading-level': [
      'error',
      { minInitialRank: 'h2', sectioningRoots: ['dialog', '[role="dialog"]', 'template'] },
    ],
    // GOV.UK's link that looks like a button (`<a role="button">`), and its notification banner (`<div role="region">`).
    'prefer-native-element': ['error', { exclude: ['button', 'region'] }],
    // The tab's title begins with what the practitioner called the piece, or with the question, whole.
    'long-title': 'off',
  },
})

/** What GOV.UK's published fixtures demand of us all the same. */
const ofGovuk: readonly string[] = [
  // Its date input.
  'no-redundant-role: Redundant role "group" on <fieldset>',
  // Its password input, for when the password is shown and the field is one for text.
  'input-attributes: Attribute "autocapitalize" is not allowed on <input type="password">',
  'input-attributes: Attribute "spellcheck" is not allowed on <input type="password">',
]

async function markupFindings(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results
    .flatMap(({ messages }) => messages)
    .filter(({ ruleId, message }) => !ofGovuk.includes(`${ruleId}: ${message}`))
    .map(({ ruleId, message, line, column }) => `html ${ruleId} at ${line}:${column}: ${message}`)
}

const narrowest = 320

async function findingsOnNarrowScreen(page: Page): Promise<string[]> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: narrowest, height: 800 })
  const findings = await tooWide(page)
  if (before) await page.setViewportSize(before)
  return findings
}

/** The elements that stick out to the right, outermost first, where the page scrolls sideways. */
export async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const sticking = [...document.body.querySelectorAll('*')].filter(
      element => element.getBoundingClientRect().right > clientWidth + 1,
    )
    return [
      `the page is ${scrollWidth} wide on a screen of ${clientWidth}`,
      ...sticking.slice(0, 3).map(element => element.outerHTML.slice(0, 160)),
    ]
  })
}
