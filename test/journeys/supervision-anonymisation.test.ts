import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { agreementQuestions } from '../../src/supervision/agreements/agreement-questions.ts'
import { givenSessionCast } from '../support/given-session-cast.ts'
import { checkPage } from '../support/page-checks.ts'
import { sendForm } from '../support/send-form.ts'
import { raiseStage } from './stage.ts'
import { headingOf, mainText, press, said, statusOf, visit } from './steps.ts'

const stage = raiseStage()

const below = (page: Page, field: string) => page.locator(`details.confer-findings:has(#${field}-findings)`)
const marked = (page: Page, field: string) => below(page, field).locator('mark').allInnerTexts()

/** As somebody types who then stops to think. */
async function type(page: Page, label: string, words: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

test('while somebody writes an agreement, a comment, an answer and an addition, a name is found, and not the names of the two', async () => {
  const cast = await givenSessionCast(stage.world)
  const { supervisor, supervisee, at, relationshipId } = cast
  const hers = await stage.chromium.open({ cookies: supervisor.browser.cookies })
  const his = await stage.chromium.open({ cookies: supervisee.browser.cookies })
  const agreement = `/supervision/${relationshipId}/agreement`

  await visit(hers, `${agreement}/draft`)
  const place = 'Where do you meet, and how is it private?'
  await type(hers, place, 'Sam Supervisor has a room beside Kelly Marsh. Nic Supervisee comes there.')
  await below(hers, 'place').getByText('We found 1 thing to look at in this answer.').waitFor()
  assert.deepEqual(await marked(hers, 'place'), ['Kelly Marsh'])
  await checkPage(hers)
  await below(hers, 'place')
    .getByRole('button', { name: /^Keep it/ })
    .first()
    .click()
  await type(hers, place, ' On Mondays.')
  await said(hers, /^Saved as a draft that everybody/)
  assert.deepEqual(await marked(hers, 'place'), [])

  await sendForm(supervisor.browser, { page: `${at}/record`, typed: { wellbeing: 'Tired.', press: 'draft' } })
  await visit(his, `${at}/record`)
  await type(his, 'Your comment on the draft', 'Sam was kind. So was Kelly Marsh.')
  const comment = `comment-${supervisee.personId}`
  await below(his, comment).getByText('We found 1 thing to look at in this answer.').waitFor()
  assert.deepEqual(await marked(his, comment), ['Kelly Marsh'])
  await his.getByLabel('Your comment on the draft').fill('Sam was kind.')
  await press(his, 'Save draft')

  await sendForm(supervisor.browser, { page: `${at}/record/sign` })
  await visit(his, `${at}/record`)
  await type(his, 'In your own words', 'Nic says that Kelly Marsh came.')
  await below(his, 'words').getByText('We found 1 thing to look at in this answer.').waitFor()
  assert.deepEqual(await marked(his, 'words'), ['Kelly Marsh'])
  // Additions come when everybody has answered.
  await his.getByLabel('I disagree, and say why').check()
  await his.getByLabel('In your own words').fill('Nic says that it was short.')
  await press(his, 'Sign with this answer')
  await type(his, 'What is to be added?', 'Ann Osei-Bonsu came too.')
  await below(his, 'addition').getByText('We found 1 thing to look at in this answer.').waitFor()
  await checkPage(his)
  await his.getByLabel('What is to be added?').fill('By kelly.marsh@example.org.')
  await press(his, 'Add it')
  assert.equal(await statusOf(his), 422)
  await checkPage(his)
})

test('without JavaScript: what is likely is shown before it is offered, signed or added, and asked about once', async () => {
  const { supervisor, supervisee, at, relationshipId } = await givenSessionCast(stage.world)
  const hers = await stage.chromium.open({
    cookies: supervisor.browser.cookies,
    javaScript: false,
    width: 320,
  })
  const his = await stage.chromium.open({
    cookies: supervisee.browser.cookies,
    javaScript: false,
    width: 320,
  })
  await visit(hers, `/supervision/${relationshipId}/agreement/draft`)
  for (const { question } of agreementQuestions) await hers.getByLabel(question).fill('As we said.')
  await hers.getByLabel('Where do you meet, and how is it private?').fill('Ask kelly.marsh@example.org.')
  await press(hers, 'Check the agreement')
  await press(hers, 'Offer it for signature')
  assert.equal(await statusOf(hers), 422)
  await press(hers, 'Offer it anyway')
  assert.equal(await headingOf(hers), 'Agreement, version 1')

  await sendForm(supervisor.browser, { page: `${at}/record`, typed: { wellbeing: 'Tired.', press: 'draft' } })
  await sendForm(supervisor.browser, { page: `${at}/record/sign` })
  await visit(his, `${at}/record`)
  await his.getByLabel('I disagree, and say why').check()
  await his.getByLabel('In your own words').fill('I asked kelly.marsh@example.org for less work.')
  await press(his, 'Sign with this answer')
  assert.equal(await statusOf(his), 422)
  await his.getByLabel('In your own words').fill('I asked for less work.')
  await press(his, 'Sign with this answer anyway')
  assert.match(await mainText(his), /Disagreed on .* I asked for less work\./)
  await his.getByLabel('What is to be added?').fill('By kelly.marsh@example.org.')
  await press(his, 'Add it')
  assert.equal(await statusOf(his), 422)
  await press(his, 'Add it anyway')
  assert.match(await mainText(his), /Your addition is kept with the record\./)
})
