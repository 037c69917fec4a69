import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completePiece, givenSubmittedPiece, peerReflection } from '../support/given.ts'
import { raiseStage } from './stage.ts'
import {
  checkAndSubmit,
  headingOf,
  mainText,
  openNewPiece,
  openPiece,
  peerQuestion,
  press,
  pressInNavigation,
  pressable,
  standing,
  statusOf,
  typeDate,
  visit,
  write,
  writePeerTalk,
} from './steps.ts'

const stage = raiseStage()

const writing = {
  title: 'A talk by somebody who grew up in care',
  type: 'Conference, seminar, webinar or lecture',
  date: ['14', '10', '2026'],
  description: 'An evening at the library. I am new to working with care leavers.',
  learning: 'Files are read, thirty years later, by the person they are about.',
  impact: 'I write every note as if its subject will read it.',
} as const

const talk = {
  learnt: 'My colleague reads her notes aloud to herself first.',
  peers: [{ category: 'Social worker registered in the United Kingdom', role: 'social worker' }],
  how: [],
}

test('a draft with a date that is none is kept as typed, continued and submitted', async () => {
  const { page } = await stage.practitioner()
  await openNewPiece(page)
  await write(page, { ...writing, date: ['31', '11', '26'] })
  await press(page, 'Save draft')
  assert.match(await mainText(page), /Saved as a draft/)

  await openPiece(page, writing.title)
  assert.match(await mainText(page), /Does not count yet: it is a draft and has not been submitted\./)
  assert.match(await mainText(page), /“31 11 26”, which is not a date/)
  await press(page, 'Check your answers')
  assert.match(await mainText(page), /You cannot submit this yet/)
  await press(page, 'Submit')
  assert.equal(await statusOf(page), 422)
  assert.match(await page.title(), /^Error: Check your answers/)

  // The error leads to the field, where what was typed still is.
  await press(page, 'The year must have 4 numbers, such as 2026')
  const date = page.getByRole('group', { name: 'When did it take place?' })
  assert.equal(await date.getByLabel('Day').inputValue(), '31')
  assert.equal(await date.getByLabel('Year').inputValue(), '26')
  await typeDate(page, 'When did it take place?', ['30', '10', '2026'])
  await checkAndSubmit(page)
})

test('a peer reflection added to a submitted piece counts once it is resubmitted, and the piece all the while', async () => {
  const { page, practitioner } = await stage.practitioner()
  await givenSubmittedPiece(practitioner.browser, {
    ...completePiece,
    title: 'Another one',
    learning: 'Quite different learning.',
  })
  await openNewPiece(page)
  await write(page, writing)
  await checkAndSubmit(page)
  const before = await standing(page)
  assert.match(before.sentence, /you still need to include a peer reflection with 1 of your pieces/)
  assert.deepEqual([before.pieces, before.withPeerReflection], ['2 of 2', '0 of 1'])

  await openPiece(page, writing.title)
  await press(page, 'Edit this piece')
  assert.match(await mainText(page), /What you submitted last keeps counting while you edit/)
  await write(page, { learning: '' })
  await writePeerTalk(page, talk)
  await press(page, 'Save draft')
  const between = await standing(page)
  assert.deepEqual([between.pieces, between.withPeerReflection], ['2 of 2', '0 of 1'])
  await openPiece(page, writing.title)
  assert.match(await mainText(page), /Submitted, with changes not resubmitted/i)
  assert.match(
    await mainText(page),
    /You have changes that you have not resubmitted\. What you submitted last is what counts\./,
  )

  await press(page, 'Edit this piece')
  await write(page, { learning: writing.learning })
  await checkAndSubmit(page, 'Resubmit')
  const after = await standing(page)
  assert.match(after.sentence, /our record shows that your CPD requirement is met/)
  assert.deepEqual([after.pieces, after.withPeerReflection], ['2 of 2', '1 of 1'])

  // The first submission stays readable, without the peer reflection.
  await openPiece(page, writing.title)
  await press(page, /^Submitted on/)
  assert.doesNotMatch(await mainText(page), /reads her notes aloud/)
})

test('a resubmission without the peer reflection says first that the year would no longer be met', async () => {
  const { page, practitioner } = await stage.practitioner()
  await givenSubmittedPiece(practitioner.browser, { ...completePiece, ...peerReflection })
  await givenSubmittedPiece(practitioner.browser, {
    ...completePiece,
    title: 'Another one',
    learning: 'Quite different learning.',
  })
  await openPiece(page, completePiece.title)
  await press(page, 'Edit this piece')
  await page.getByLabel(peerQuestion).fill('\u200b \n')
  await press(page, 'Check your answers')
  assert.match(
    await mainText(page),
    /If you do this it will no longer be met: you would still need to include/,
  )
})

test('between one question a page and all on one page nothing that was typed is lost', async () => {
  const { page } = await stage.practitioner()
  await openNewPiece(page)
  await write(page, { title: writing.title, learning: writing.learning, date: ['3', '', ''] })
  await press(page, 'Switch to one question a page')
  assert.equal(await page.getByLabel('What is the title').inputValue(), writing.title)
  await page.getByLabel('What is the title').fill('A better title')
  await press(page, 'Save and continue')
  assert.match(await headingOf(page), /What type of CPD is it\?/)
  await write(page, { type: writing.type })
  await press(page, 'Switch to all questions on one page')
  assert.equal(await page.getByLabel('What is the title').inputValue(), 'A better title')
  assert.equal(await page.getByLabel('What type of CPD').inputValue(), 'conference')
  assert.equal(await page.getByLabel('What did you learn from it?').inputValue(), writing.learning)
  const date = page.getByRole('group', { name: 'When did it take place?' })
  assert.equal(await date.getByLabel('Day').inputValue(), '3')
})

test('of two peers one is removed, and the other stays', async () => {
  const { page } = await stage.practitioner({ javaScript: false })
  await openNewPiece(page)
  await write(page, writing)
  await writePeerTalk(page, {
    ...talk,
    peers: [
      { category: 'Nurse', role: 'school nurse' },
      { category: 'Police officer', role: 'police constable' },
    ],
  })
  await page.getByRole('button', { name: 'Remove peer 1' }).click()
  await page.getByLabel('Their job role', { exact: true }).waitFor()
  assert.equal(await page.getByLabel('Their job role', { exact: true }).inputValue(), 'police constable')
  assert.equal(await page.getByLabel(peerQuestion).inputValue(), talk.learnt)
  await press(page, 'Check your answers')
  assert.match(await mainText(page), /Police officer: police constable/)
  assert.doesNotMatch(await mainText(page), /school nurse/)
})

test('withdrawing says first what it would leave, and keeps the history', async () => {
  const { page, practitioner } = await stage.practitioner()
  await givenSubmittedPiece(practitioner.browser, { ...completePiece, ...peerReflection })
  await givenSubmittedPiece(practitioner.browser, {
    ...completePiece,
    title: 'Another one',
    learning: 'Quite different learning.',
  })
  await openPiece(page, completePiece.title)
  await press(page, 'Withdraw this piece')
  assert.match(
    await mainText(page),
    /If you do this it will no longer be met: you would still need to submit 1 more different piece of CPD and include a peer reflection/,
  )
  await press(page, 'Keep it submitted')
  assert.equal((await standing(page)).pieces, '2 of 2')

  await openPiece(page, completePiece.title)
  await press(page, 'Withdraw this piece')
  await press(page, 'Withdraw')
  assert.match(await mainText(page), /Does not count: you withdrew it\./)
  const after = await standing(page)
  assert.deepEqual([after.pieces, after.withPeerReflection], ['1 of 2', '0 of 1'])
  await openPiece(page, completePiece.title)
  assert.match(await mainText(page), /Withdrawn on 18 November 2026/)
  await press(page, /^Submitted on/)
  assert.match(await mainText(page), /starts with one drawer/)
})

test('changes that were not resubmitted are thrown away, and what was submitted is as it was', async () => {
  const { page, practitioner } = await stage.practitioner()
  await givenSubmittedPiece(practitioner.browser)
  await openPiece(page, completePiece.title)
  await press(page, 'Edit this piece')
  await write(page, { title: 'Changed my mind', impact: 'Not sure any more.' })
  await press(page, 'Save draft')
  await openPiece(page, 'Changed my mind')
  await press(page, 'Throw the changes away')
  await press(page, 'Throw changes away')
  assert.equal(await headingOf(page), completePiece.title)
  assert.doesNotMatch(await mainText(page), /Not sure any more/)
  assert.equal((await standing(page)).pieces, '1 of 2')
})

test('a draft is deleted after one question, and is gone', async () => {
  const { page } = await stage.practitioner()
  await openNewPiece(page)
  await write(page, { title: writing.title })
  await press(page, 'Save draft')
  await openPiece(page, writing.title)
  const address = page.url()
  await press(page, 'Delete this draft')
  await press(page, 'Keep it')
  assert.equal(await headingOf(page), writing.title)
  await press(page, 'Delete this draft')
  await press(page, 'Delete draft')
  assert.match(await mainText(page), /The draft is deleted\./)
  assert.equal(await pressable(page, writing.title).count(), 0)
  await visit(page, address)
  assert.equal(await statusOf(page), 404)
  await pressInNavigation(page, 'Home')
})
