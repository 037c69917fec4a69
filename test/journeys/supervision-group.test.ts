import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenMember, givenOrganisation } from '../support/given-supervision.ts'
import type { Practitioner } from '../support/given.ts'
import { sendForm } from '../support/send-form.ts'
import { raiseStage } from './stage.ts'
import { mailedLink, mainText, press, statusOf, typeDate, visit } from './steps.ts'
import { look, sessionOn, signInAt, valueOf, windowAt, writeAndSign } from './supervision-steps.ts'

const stage = raiseStage()
const seat = { javaScript: true }
const names = ['Abi', 'Bea', 'Cal', 'Dee', 'Eli', 'Fay'] as const

/** Six join the group of a seventh: the first makes it a group, and the others are asked to join that. */
async function givenGroup() {
  const { world } = stage
  world.clock.set('2026-11-02T09:00:00Z')
  const organisationId = await givenOrganisation(world, 'Northshire Council')
  const lead = await givenMember(world, organisationId, { knownAs: 'Gil Guide' })
  const six: Practitioner[] = []
  for (const knownAs of names) six.push(await givenMember(world, organisationId, { knownAs }))
  const page = await windowAt(stage, '2026-11-02T09:30:00Z', lead, seat)
  for (const [index, { email, browser }] of six.entries()) {
    await visit(page, '/supervision/start')
    await page.getByLabel('What is their e-mail address?').fill(email)
    await page.getByLabel('Somebody I supervise').check()
    const kinds = page.getByRole('group', { name: 'What kind of supervision is it?' })
    if (index === 0) await kinds.getByLabel('A new group').check()
    else await kinds.getByRole('radio').last().check()
    await page.getByLabel('Northshire Council', { exact: true }).check()
    await press(page, 'Send the invitation')
    await sendForm(browser, { page: await mailedLink(world, email), typed: { answer: 'accept' } })
  }
  const groups = await world.database.read
    .selectFrom('relationship')
    .select('relationshipId')
    .where('supervisorId', '=', lead.personId)
    .execute()
  assert.equal(groups.length, 1)
  return { lead, six, relationshipId: groups[0]?.relationshipId ?? '' }
}

test('a group session of six: five come, four agree with the record and one does not', async () => {
  const { world } = stage
  const { lead, six, relationshipId } = await givenGroup()
  const [abi, bea, cal, dee, eli, fay] = six
  assert.ok(abi && bea && cal && dee && eli && fay)
  const leads = await windowAt(stage, '2026-11-03T09:00:00Z', lead, seat)
  await visit(leads, '/supervision')
  assert.match(await mainText(leads), /a group of 7 people/)
  await visit(leads, `/supervision/${relationshipId}`)
  await press(leads, 'Plan a session')
  await typeDate(leads, 'On which day?', ['10', '11', '2026'])
  await leads.getByLabel('At what time does it begin?').fill('14:00')
  await press(leads, 'Plan this session')
  const at = await sessionOn(world, relationshipId, '2026-11-10')

  for (const [index, one] of [abi, bea].entries()) {
    await signInAt(world, `2026-11-09T09:0${index}:00Z`, one)
    const typed = { text: `Question ${index + 1}` }
    await sendForm(one.browser, { page: at, action: `${at}/agenda`, typed })
  }
  const fays = await windowAt(stage, '2026-11-09T10:00:00Z', fay, { ...seat, width: 320 })
  await visit(fays, at)
  assert.match(await mainText(fays), /Question 1 Put there by Abi.*Question 2 Put there by Bea/)
  await look(fays, seat, 'group-session-planned')

  const held = await windowAt(stage, '2026-11-10T16:00:00Z', lead, seat)
  await visit(held, at)
  await press(held, 'Say that it was held')
  await held.getByLabel('Fay', { exact: true }).uncheck()
  await held.getByLabel('No', { exact: true }).check()
  await press(held, 'Say that it was held')
  assert.match(await mainText(held), /Supervised Abi, Bea, Cal, Dee and Eli/)
  await writeAndSign(held, { Reflection: 'What each of us does when a visit is refused.' })

  await signInAt(world, '2026-11-11T09:00:00Z', ...six, lead)
  const answering = { page: `${at}/record`, action: `${at}/record/answer` }
  for (const { browser } of [abi, bea, cal, dee])
    await sendForm(browser, { ...answering, typed: { agrees: 'yes' } })
  const elis = await windowAt(stage, '2026-11-11T10:00:00Z', eli, { ...seat, width: 320 })
  await visit(elis, '/supervision')
  await press(elis, 'Answer the record of the session on 10 November 2026')
  await press(elis, 'Open joint record')
  await elis.getByLabel('I disagree, and say why').check()
  await elis.getByLabel('In your own words').fill('We did not all speak.')
  await press(elis, 'Sign with this answer')
  assert.match(
    await mainText(elis),
    /Everybody has signed it, not all in agreement\..*We did not all speak\./,
  )
  await look(elis, seat, 'group-record')
  await visit(elis, `${at}/notes`)
  await elis.getByLabel('Your notes on this session').fill('Say it to Gil first.')
  await press(elis, 'Save my notes')

  // Whoever was not there is asked for no answer, and nobody reads the notes of another.
  const absent = await windowAt(stage, '2026-11-11T11:00:00Z', fay, seat)
  await visit(absent, '/supervision')
  assert.doesNotMatch(await mainText(absent), /Answer the record/)
  await visit(absent, `${at}/record`)
  assert.equal(await absent.getByRole('button', { name: 'Sign with this answer' }).count(), 0)
  await visit(absent, `${at}/notes`)
  assert.doesNotMatch(await mainText(absent), /Say it to Gil first/)
  await visit(absent, '/supervision/mine')
  assert.equal(await valueOf(absent, 'Sessions held'), '0')
  await visit(elis, '/supervision/mine')
  assert.equal(await valueOf(elis, 'Sessions held'), '1')
  assert.equal(await valueOf(elis, 'Records signed by both in time'), '1 of 1')

  const again = await windowAt(stage, '2026-11-11T12:00:00Z', lead, seat)
  await visit(again, at)
  assert.match(await mainText(again), /1 supervisee has notes of their own/)
  await visit(again, `${at}/notes`)
  assert.equal(await statusOf(again), 404)
  await visit(again, '/supervision')
  await press(again, 'Those you supervise, in figures')
  await look(again, seat, 'supervisees')
  for (const name of names) assert.match(await mainText(again), new RegExp(`${name} `))
})
