import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import {
  completePiece,
  givenChanges,
  givenSubmission,
  givenSubmittedPiece,
  peerReflection,
} from '../support/given.ts'
import { raiseStage } from './stage.ts'
import {
  checkAndSubmit,
  headingOf,
  mainText,
  openNewPiece,
  openPiece,
  press,
  pressInNavigation,
  standing,
  statusOf,
  typeDate,
  write,
} from './steps.ts'

const stage = raiseStage()

test('a piece is copied to the regulator question by question, and marked with the day', async () => {
  const { page, practitioner } = await stage.practitioner()
  const pieceId = await givenSubmittedPiece(practitioner.browser)
  await pressInNavigation(page, 'Home')
  assert.match(await mainText(page), /Confer sends nothing to Social Work England/)
  assert.match(await mainText(page), /Not marked as copied to Social Work England Reading about hoarding/)

  await openPiece(page, completePiece.title)
  await press(page, 'Copy it question by question')
  const questions = await page.getByRole('heading', { level: 2 }).allInnerTexts()
  assert.deepEqual(questions.slice(0, 3), [
    'What is the title of this piece of CPD?',
    'What type of CPD is it?',
    'When did it take place?',
  ])
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy the answer to: What did you learn from it?' }).click()
  await page.getByText('Copied', { exact: true }).waitFor()
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), completePiece.learning)

  const when = 'When did you submit it to Social Work England?'
  await typeDate(page, when, ['19', '11', '2026'])
  await press(page, 'Mark as copied')
  assert.equal(await statusOf(page), 422, 'that day is still to come')
  await typeDate(page, when, ['17', '11', '2026'])
  await press(page, 'Mark as copied')
  assert.match(await mainText(page), /You marked it as copied to the regulator on 17 November 2026\./)
  await pressInNavigation(page, 'Home')
  assert.doesNotMatch(await mainText(page), /Not marked as copied/)

  // What is resubmitted here must be copied again.
  await givenChanges(practitioner.browser, pieceId, { ...completePiece, impact: 'I ask first.' })
  await givenSubmission(practitioner.browser, pieceId)
  await pressInNavigation(page, 'Home')
  assert.match(await mainText(page), /Not marked as copied to Social Work England Reading about hoarding/)
})

test('the form and the fee are told, each by itself, and nothing says done before', async () => {
  const { page, practitioner } = await stage.practitioner()
  await givenSubmittedPiece(practitioner.browser, { ...completePiece, ...peerReflection })
  await givenSubmittedPiece(practitioner.browser, {
    ...completePiece,
    title: 'Another one',
    learning: 'Quite different learning.',
  })
  assert.match(
    (await standing(page)).sentence,
    /^You are not done yet .* you have not told us that the renewal form and the registration fee are done\.$/,
  )
  await press(page, 'Renewal form')
  await typeDate(page, 'When did you do it?', ['2', '11', '2026'])
  await press(page, 'Save')
  assert.match(await mainText(page), /Renewal form You told us: done on 2 November 2026/)
  assert.match(
    await headingOf(page),
    /^You are not done yet .* you have not told us that the registration fee is done\.$/,
  )
  await press(page, 'Registration fee')
  await typeDate(page, 'When did you do it?', ['3', '11', '2026'])
  await press(page, 'Save')
  assert.equal(
    await headingOf(page),
    'You are not done yet for 2025 to 2026: our record shows that your CPD requirement is met, but you have not marked it as copied to Social Work England.',
  )
  for (const title of [completePiece.title, 'Another one']) {
    await press(page, title)
    await typeDate(page, 'When did you submit it to Social Work England?', ['4', '11', '2026'])
    await press(page, 'Mark as copied')
    await pressInNavigation(page, 'Home')
  }
  assert.equal(
    await headingOf(page),
    'Our record shows that your CPD requirement for 2025 to 2026 is met, and you told us that the renewal form and the registration fee are done.',
  )
  await press(page, 'Registration fee')
  await press(page, 'I have not done it')
  assert.match(await headingOf(page), /^You are not done yet/)
})

test('the mailed receipt has the number on the screen and the SHA-256 of the file', async () => {
  const { page, practitioner } = await stage.practitioner()
  await openNewPiece(page)
  await write(page, {
    title: 'Ein Kurs in Köln — über das Zuhören 🙂',
    type: 'Training or a course',
    date: ['5', '11', '2026'],
    description: 'Two days on listening.',
    learning: 'السكوت لغة',
    impact: 'I wait.',
  })
  await checkAndSubmit(page)
  const receipt = /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await mainText(page))?.[0]
  assert.ok(receipt)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'the file of what you submitted' }).click()
  const file = await readFile(await (await download).path())
  const sha256 = createHash('sha256').update(file).digest('hex')
  assert.match(await mainText(page), new RegExp(sha256))

  const mails = (await stage.world.mails()).filter(({ to }) => to === practitioner.email)
  assert.equal(mails.length, 1)
  const [{ subject, text } = { subject: '', text: '' }] = mails
  assert.match(subject, new RegExp(receipt))
  assert.match(text, new RegExp(`Receipt number: ${receipt}`))
  assert.match(text, new RegExp(`SHA-256 of what was submitted: ${sha256}`))
  assert.doesNotMatch(subject + text, /Zuhören|listening|السكوت/)
})
