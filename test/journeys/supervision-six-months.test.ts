import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  agree,
  course,
  firstTwo,
  joinAndBegin,
  planByPolicy,
  protectedTime,
  type Story,
} from './newly-qualified.ts'
import { raiseStage } from './stage.ts'
import { checkAndSubmit, mainText, press, standing, typeDate, visit, write } from './steps.ts'
import {
  closeFirstAction,
  heldByForms,
  look,
  sayHeld,
  sessionOn,
  signInAt,
  valueOf,
  windowAt,
  writeAndSign,
} from './supervision-steps.ts'

/**
 * A newly qualified worker’s first six months by the standard policy: weekly for six weeks, then fortnightly. One absence
 * moves the day by which a session is due; one session is cancelled and rebooked in time, and so held after it was due.
 */

const stage = raiseStage()

/** The third becomes CPD: a talk in supervision about something learnt elsewhere is a peer reflection. */
async function thirdBecomesCpd(story: Story): Promise<void> {
  const { open, nic, sam, relationshipId } = story
  const third = await sessionOn(stage.world, relationshipId, '2026-03-19')
  await signInAt(stage.world, '2026-03-19T12:00:00Z', sam, nic)
  await heldByForms(third, sam, [nic])
  const nics = await open('2026-03-19T13:00:00Z', nic)
  await visit(nics, `${third}/actions`)
  await closeFirstAction(nics, 'I have a place in May.')
  await visit(nics, `${third}/notes`)
  await nics.getByLabel('Your notes on this session').fill('Asked what the judge has to decide. I had not.')
  await press(nics, 'Save my notes')
  await visit(nics, third)
  await press(nics, 'Make a CPD draft from this session')
  await nics.getByLabel('Something else').check()
  await nics.getByLabel('Yes, with my supervisor or manager, in a supervision session').check()
  const recorded = nics.getByRole('group', { name: /already a piece of CPD/ })
  await recorded.getByLabel('No', { exact: true }).check()
  await nics.getByLabel('Your notes', { exact: true }).check()
  await look(nics, story, 'to-cpd')
  await press(nics, 'Make the draft')
  assert.ok(await nics.getByLabel('In supervision', { exact: true }).isChecked())
  assert.equal(await nics.locator('#peer').inputValue(), 'Asked what the judge has to decide. I had not.')
  await write(nics, {
    title: 'Writing a report for a court',
    type: 'Reading: a book, an article or research',
    date: ['10', '3', '2026'],
    description: 'I read guidance on reports for courts, because I am to write my first one.',
    learning: 'A report answers what the court has to decide, and leaves out the rest.',
    impact: 'My draft is half as long, and says first what I recommend.',
  })
  const who = nics.getByLabel('Who is your peer?', { exact: true })
  await who.selectOption({ label: 'Line manager or supervisor' })
  await nics.getByLabel('Their job role', { exact: true }).fill('team manager')
  await checkAndSubmit(nics)
  const { pieces, withPeerReflection } = await standing(nics)
  assert.deepEqual([pieces, withPeerReflection], ['1 of 2', '1 of 1'])
}

/** Away for a week: what was due on 26 March is due on the fifth working day after the return, with Easter between. */
async function away({ open, nic, sam, relationshipId }: Story): Promise<void> {
  const nics = await open('2026-03-25T07:30:00Z', nic)
  await visit(nics, '/supervision/mine')
  assert.equal(await valueOf(nics, 'Next session due by'), '26 March 2026')
  await visit(nics, '/supervision/profile/absences')
  await typeDate(nics, 'First day away', ['25', '3', '2026'])
  await typeDate(nics, 'Last day away', ['31', '3', '2026'])
  await press(nics, 'Add')
  await visit(nics, '/supervision/mine')
  assert.equal(await valueOf(nics, 'Next session due by'), '9 April 2026')
  const sams = await open('2026-03-25T09:00:00Z', sam)
  await visit(sams, await sessionOn(stage.world, relationshipId, '2026-03-26'))
  await press(sams, 'Move it')
  await typeDate(sams, 'To which day?', ['2', '4', '2026'])
  await sams.getByLabel('Why?').fill('Nic is away until the end of the month.')
  await press(sams, 'Move it')
  assert.match(await mainText(sams), /Moved for 2 April 2026 at 10:00am by Sam Supervisor/)
}

/** The fourth without a window; the fifth is disagreed with, and closes what was open since the second. */
async function disagreed(story: Story): Promise<void> {
  const { open, nic, sam, relationshipId } = story
  const fourth = await sessionOn(stage.world, relationshipId, '2026-04-02')
  await signInAt(stage.world, '2026-04-02T11:30:00Z', sam, nic)
  await heldByForms(fourth, sam, [nic])
  const sams = await open('2026-04-02T12:00:00Z', sam)
  await planByPolicy(sams, story, ['9', '4'], '11')
  assert.match(await mainText(sams), /16 April 2026 at 10:00am.*30 April 2026 at 10:00am.*14 May 2026/)
  await look(sams, story, 'relationship')

  const fifth = await sessionOn(stage.world, relationshipId, '2026-04-09')
  const after = await open('2026-04-09T11:00:00Z', sam)
  await visit(after, fifth)
  const agenda = await mainText(after)
  assert.ok(agenda.includes(protectedTime) && !agenda.includes(course))
  await sayHeld(after)
  await press(after, 'Open agreed actions')
  await closeFirstAction(after, 'Half a day each week, from now on.')
  await visit(after, fifth)
  await writeAndSign(after, { Wellbeing: 'Rested, and content with the workload.' })
  const nics = await open('2026-04-10T09:00:00Z', nic)
  await visit(nics, `${fifth}/record`)
  await nics.getByLabel('I disagree, and say why').check()
  await nics.getByLabel('In your own words').fill('I said that ten families are too many for me.')
  await press(nics, 'Sign with this answer')
  assert.match(await mainText(nics), /Disagreed on .* I said that ten families are too many for me\./)
  await look(nics, story, 'record-disagreed')
  const sixth = await sessionOn(stage.world, relationshipId, '2026-04-16')
  await signInAt(stage.world, '2026-04-16T12:00:00Z', sam, nic)
  await visit(await windowAt(stage, '2026-04-16T12:00:00Z', nic, story), sixth)
  await heldByForms(sixth, sam, [nic])
}

/** Due and planned on 30 April; rebooked for 6 May, the third working day after it: the 4th is a bank holiday. */
async function cancelled({ open, sam, relationshipId }: Story): Promise<void> {
  const sams = await open('2026-04-29T15:00:00Z', sam)
  await visit(sams, await sessionOn(stage.world, relationshipId, '2026-04-30'))
  await press(sams, 'Cancel it')
  await press(sams, 'Cancel this session')
  assert.match(await mainText(sams), /Say why/)
  await sams.getByLabel('Why?').fill('An emergency hearing on the same morning.')
  await press(sams, 'Cancel this session')
  await visit(sams, `/supervision/${relationshipId}`)
  assert.match(await mainText(sams), /Another one is to be held by 8 May 2026/)
  await press(sams, 'Plan a session')
  await typeDate(sams, 'On which day?', ['6', '5', '2026'])
  await sams.getByLabel('At what time does it begin?').fill('10:00')
  await press(sams, 'Plan this session')
  await visit(sams, `/supervision/${relationshipId}`)
  assert.match(await mainText(sams), /Another one was planned in time\./)
}

const fortnightly = '05-06 05-14 05-28 06-11 06-25 07-09 07-23 08-06 08-20'.split(' ')

async function untilAugust({ nic, sam, relationshipId }: Story): Promise<void> {
  for (const monthAndDay of fortnightly) {
    const on = `2026-${monthAndDay}`
    await signInAt(stage.world, `${on}T12:00:00Z`, sam, nic)
    await heldByForms(await sessionOn(stage.world, relationshipId, on), sam, [nic])
  }
}

async function figures(story: Story): Promise<void> {
  const nics = await story.open('2026-08-31T09:00:00Z', story.nic)
  await visit(nics, '/supervision')
  await press(nics, 'Your supervision in figures')
  await press(nics, 'The last 6 months')
  // Due on 9, 12 and 19 March, 9 April twice (the first was moved by absence), 16 and 30 April (missed), and then nine times a fortnight after the last.
  assert.equal(await valueOf(nics, 'Due sessions held on time'), '15 of 16')
  assert.equal(await valueOf(nics, 'Sessions held'), '15')
  assert.equal(await valueOf(nics, 'Days since the last session'), '11')
  assert.equal(await valueOf(nics, 'Next session due by'), '3 September 2026')
  assert.equal(await valueOf(nics, 'Cancelled sessions rebooked in time'), '1 of 1')
  assert.equal(await valueOf(nics, 'Agreements in date'), '1 of 1')
  assert.equal(await valueOf(nics, 'Records signed by both in time'), '15 of 15')
  assert.equal(await valueOf(nics, 'Actions overdue'), '0')
  await look(nics, story, 'mine')
  // Nothing of supervision has come into the record of CPD but the one piece that was made of it.
  const { pieces, withPeerReflection } = await standing(nics)
  assert.deepEqual([pieces, withPeerReflection], ['1 of 2', '1 of 1'])
}

for (const javaScript of [true, false])
  suite(`with JavaScript ${javaScript ? 'on' : 'off'}`, () => {
    test('the first six months of a newly qualified worker', async t => {
      let story: Story | null = null
      const chapter = (name: string, tell: (story: Story) => Promise<void>) =>
        t.test(name, async () => {
          assert.ok(story, 'it has begun')
          await tell(story)
        })
      await t.test('an organisation and a supervisor ask, and both are accepted', async () => {
        story = await joinAndBegin(stage, { javaScript, width: javaScript ? 1024 : 320 })
      })
      await chapter('an agreement is written by one, changed by the other and signed by both', agree)
      await chapter('the first two sessions are held, recorded and agreed with', firstTwo)
      await chapter('the third becomes a piece of CPD with a peer reflection', thirdBecomesCpd)
      await chapter('a week of absence moves the day by which the fourth is due', away)
      await chapter('the record of the fifth is disagreed with', disagreed)
      await chapter('one is cancelled and rebooked in time', cancelled)
      await chapter('the others are held once a fortnight', untilAugust)
      await chapter('the figures of six months are right', figures)
    })
  })
