import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenDraft, givenSubmittedPiece, completePiece } from '../support/given.ts'
import { raiseStage } from './stage.ts'
import {
  arrive,
  headingOf,
  mainText,
  openPiece,
  press,
  pressInNavigation,
  pressable,
  statusOf,
  visit,
  write,
} from './steps.ts'

const stage = raiseStage()

test('a tab that was left open shows both texts, and neither is lost', async () => {
  const { page, practitioner } = await stage.practitioner()
  const pieceId = await givenDraft(practitioner.browser)
  await visit(page, `/cpd/pieces/${pieceId}/edit`)
  const other = await stage.chromium.open({ besides: page })
  await visit(other, `/cpd/pieces/${pieceId}/edit`)
  await write(other, { learning: 'What the other tab says.' })
  await press(other, 'Save draft')

  await write(page, { learning: 'What this tab says.' })
  await press(page, 'Check your answers')
  assert.equal(await statusOf(page), 409)
  assert.match(await mainText(page), /This piece was changed somewhere else/)
  const shown = /not saved yet What this tab says\. Saved elsewhere, .* What the other tab says\./
  assert.match(await mainText(page), shown)

  await press(page, 'Keep what I chose')
  assert.equal(await statusOf(page), 422)
  assert.match(await mainText(page), /Choose what “What you learnt” is to say/)
  assert.match(await mainText(page), shown)

  await page.getByLabel('Both, one after the other').check()
  await press(page, 'Keep what I chose')
  assert.equal(await headingOf(page), 'Check your answers')
  assert.match(await mainText(page), /What the other tab says\. What this tab says\./)
})

test('two tabs with different answers are brought together by themselves', async () => {
  const { page, practitioner } = await stage.practitioner({ javaScript: false })
  const pieceId = await givenDraft(practitioner.browser)
  await visit(page, `/cpd/pieces/${pieceId}/edit`)
  const other = await stage.chromium.open({ besides: page })
  await visit(other, `/cpd/pieces/${pieceId}/edit`)
  await write(other, { learning: 'What the other tab says.' })
  await press(other, 'Save draft')
  await write(page, { impact: 'What this tab says.' })
  await press(page, 'Check your answers')
  assert.match(await mainText(page), /What the other tab says\..*What this tab says\./)
})

test('a page with answers that are no longer the last is not submitted', async () => {
  const { page, practitioner } = await stage.practitioner()
  const pieceId = await givenDraft(practitioner.browser)
  await visit(page, `/cpd/pieces/${pieceId}/check`)
  const other = await stage.chromium.open({ besides: page })
  await visit(other, `/cpd/pieces/${pieceId}/edit`)
  await write(other, { learning: 'What the other tab says.' })
  await press(other, 'Save draft')
  await press(page, 'Submit')
  assert.equal(await statusOf(page), 409)
  assert.match(await mainText(page), /These are the answers as they are now/)
  assert.match(await mainText(page), /What the other tab says\./)
  await press(page, 'Submit')
  assert.equal(await headingOf(page), 'This piece is submitted')
})

for (const javaScript of [true, false]) {
  test(`a double click on submit is one submission, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
    const { page, practitioner } = await stage.practitioner({ javaScript })
    const pieceId = await givenDraft(practitioner.browser)
    await visit(page, `/cpd/pieces/${pieceId}/check`)
    await arrive(page, () => pressable(page, 'Submit').dblclick({ noWaitAfter: true }))
    await page.getByRole('heading', { name: 'This piece is submitted' }).waitFor()
    assert.deepEqual(await submissionsOf(pieceId), [1])
    const receipts = (await stage.world.mails()).filter(({ to }) => to === practitioner.email)
    assert.equal(receipts.length, 1)
  })
}

test('the same press on submit from two tabs is one submission', async () => {
  const { page, practitioner } = await stage.practitioner()
  const pieceId = await givenDraft(practitioner.browser)
  await visit(page, `/cpd/pieces/${pieceId}/check`)
  const other = await stage.chromium.open({ besides: page })
  await visit(other, `/cpd/pieces/${pieceId}/check`)
  await press(page, 'Submit')
  await press(other, 'Submit')
  assert.equal(new URL(other.url()).pathname, new URL(page.url()).pathname)
  assert.deepEqual(await submissionsOf(pieceId), [1])
})

test('what was sent when the session had ended elsewhere waits until the same person has signed in again', async () => {
  // With it the form would tell before anything is pressed.
  const { page, practitioner } = await stage.practitioner({ javaScript: false })
  await givenSubmittedPiece(practitioner.browser)
  await openPiece(page, completePiece.title)
  await press(page, 'Edit this piece')
  const typed = 'An hour’s work,\n\non two “paragraphs”.'
  await write(page, { impact: typed })

  const elsewhere = await stage.chromium.open()
  await visit(elsewhere, '/sign-in')
  await elsewhere.getByLabel('E-mail address').fill(practitioner.email)
  await elsewhere.getByLabel('Password', { exact: true }).fill(practitioner.password)
  await press(elsewhere, 'Sign in')
  await pressInNavigation(elsewhere, 'Settings')
  await press(elsewhere, /^See/)
  await press(elsewhere, 'Sign out everywhere else')

  await press(page, 'Save draft')
  assert.equal(await statusOf(page), 403)
  assert.equal(await headingOf(page), 'You are signed out')
  // Somebody else may sit there by now.
  assert.ok(!(await mainText(page)).includes('An hour’s work'))
  await page.getByLabel('E-mail address').fill(practitioner.email)
  await page.getByLabel('Password', { exact: true }).fill(practitioner.password)
  await press(page, 'Sign in')
  assert.equal(await headingOf(page), 'What was set aside')
  assert.ok((await page.getByRole('main').innerText()).includes(typed))
  await press(page, /^Send it now/)
  assert.equal(await page.getByLabel('What positive impact has it had').inputValue(), typed)
})

async function submissionsOf(pieceId: string): Promise<number[]> {
  const rows = await stage.world.database.read
    .selectFrom('submission')
    .select('number')
    .where('pieceId', '=', pieceId)
    .execute()
  return rows.map(({ number }) => number)
}
