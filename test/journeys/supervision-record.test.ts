import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { givenSession } from '../support/given-supervision.ts'
import { givenSessionCast, type SessionCast } from '../support/given-session-cast.ts'
import { signInBrowser } from '../support/given.ts'
import { tooWide } from '../support/page-checks.ts'
import { raiseStage } from './stage.ts'
import { arrive, headingOf, mainText, press, statusOf, typeDate, said, visit } from './steps.ts'

const stage = raiseStage()

async function windows(cast: SessionCast, javaScript: boolean, width = 1024): Promise<[Page, Page]> {
  const open = ({ browser }: SessionCast['supervisor']) =>
    stage.chromium.open({ cookies: browser.cookies, javaScript, width })
  return [await open(cast.supervisor), await open(cast.supervisee)]
}

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with JavaScript' : 'without JavaScript'

  test(`${how}: a record is written, commented, signed and disagreed with, and its actions come back`, async () => {
    const cast = await givenSessionCast(stage.world)
    const [hers, his] = await windows(cast, javaScript, javaScript ? 1024 : 320)

    await visit(hers, cast.at)
    await press(hers, 'Open joint record')
    await hers.getByLabel('Wellbeing', { exact: true }).fill('Tired, and glad of the leave.')
    await hers.getByLabel('Learning and development', { exact: true }).fill('A course on hoarding.')
    await press(hers, 'Save draft')
    await press(hers, 'agreed actions')
    await hers.getByLabel('What is to be done?').fill('Ask for the housing report.')
    await hers.getByLabel('Nic Supervisee').check()
    await typeDate(hers, 'By when?', ['17', '11', '2026'])
    await press(hers, 'Agree this action')
    assert.match(
      await mainText(hers),
      /Ask for the housing report\. Nic Supervisee, by 17 November 2026\. Overdue/i,
    )

    await visit(his, `${cast.at}/record`)
    assert.match(await mainText(his), /Tired, and glad of the leave\./)
    await his.getByLabel('Your comment on the draft').fill('I would rather say worn out.')
    await press(his, 'Save draft')
    assert.match(await mainText(his), /The draft is saved/)

    await visit(hers, `${cast.at}/record`)
    assert.match(await mainText(hers), /I would rather say worn out\./)
    await press(hers, 'Read it through and sign')
    await press(hers, 'Sign the record')
    assert.match(await mainText(hers), /It waits for Nic Supervisee\./)

    await visit(his, `${cast.at}/record`)
    await his.getByLabel('I disagree, and say why').check()
    await his.getByLabel('In your own words').fill('I was not glad of it. I had asked for less work.')
    await press(his, 'Sign with this answer')
    await visit(hers, `${cast.at}/record`)
    assert.match(await mainText(hers), /Disagreed on .* I had asked for less work\./)

    const next = await givenSession(stage.world, {
      relationshipId: cast.relationshipId,
      by: cast.supervisor,
      startsAt: '2026-11-30T10:00:00Z',
      state: 'planned',
    })
    await visit(his, `/supervision/${cast.relationshipId}/sessions/${next}`)
    assert.match(await mainText(his), /First: what is still to be done Ask for the housing report\./)
    await press(his, 'Open agreed actions')
    if (javaScript) await his.getByText('Close this action').first().click()
    else await his.locator('summary').first().click()
    await his.getByLabel('What was done?').fill('It came on Monday.')
    await arrive(his, () =>
      his.locator('details').getByRole('button', { name: 'Close this action', exact: true }).click(),
    )
    assert.match(await mainText(his), /What was done: It came on Monday\./)
    assert.deepEqual(await tooWide(his), [])
  })

  test(`${how}: case decisions go out to the case system, and then they are not here any more`, async () => {
    const cast = await givenSessionCast(stage.world)
    const [hers, his] = await windows(cast, javaScript)
    await visit(hers, `${cast.at}/case-decisions`)
    await hers.getByLabel('Case reference').fill('C-4711')
    await hers.getByLabel('What was decided?').fill('The visits go on weekly.')
    await hers.getByLabel('Why?').fill('The last three told us little.')
    await press(hers, 'Add this decision')
    await visit(his, `${cast.at}/case-decisions`)
    assert.match(await mainText(his), /The visits go on weekly\./)
    await press(hers, 'Take out for the case system')
    const [file] = await Promise.all([
      hers.waitForEvent('download'),
      hers.getByRole('link', { name: 'Download the case decisions' }).click(),
    ])
    assert.equal(file.suggestedFilename(), 'case-decisions-2026-11-16.txt')
    await hers.getByLabel('I have filed this document in the case system').check()
    await press(hers, 'Empty it here')
    await visit(his, `${cast.at}/case-decisions`)
    assert.match(await mainText(his), /1 decision was taken out on 18 November 2026/)
    assert.doesNotMatch(await mainText(his), /weekly/)
  })

  test(`${how}: a session becomes a CPD draft with only what its author chose`, async () => {
    const cast = await givenSessionCast(stage.world)
    const [, his] = await windows(cast, javaScript)
    await visit(his, cast.at)
    await press(his, 'Open your notes')
    await his.getByLabel('Your notes on this session').fill('I hurry when I am anxious.')
    await press(his, 'Save my notes')
    await press(his, 'Make a CPD draft from this session')
    await his.getByLabel('Something else').check()
    await his.getByLabel('Yes, with my supervisor or manager, in a supervision session').check()
    const recorded = his.getByRole('group', { name: /already a piece of CPD/ })
    await recorded.getByLabel('No', { exact: true }).check()
    await his.getByLabel('Your notes', { exact: true }).check()
    await press(his, 'Make the draft')
    assert.match(new URL(his.url()).hash, /^#peer$/)
    assert.equal(await his.locator('#peer').inputValue(), 'I hurry when I am anxious.')
    assert.ok(await his.getByLabel('In supervision', { exact: true }).isChecked())
  })
}

test('own notes save themselves when their writer pauses, and the record does too', async () => {
  const cast = await givenSessionCast(stage.world)
  const [hers, his] = await windows(cast, true)
  await visit(his, `${cast.at}/notes`)
  await his.getByLabel('Your notes on this session').fill('Not to be lost.')
  await said(his, /^Your notes are saved\. Only you can open them\.$/)
  await his.reload()
  assert.equal(await his.getByLabel('Your notes on this session').inputValue(), 'Not to be lost.')
  await visit(hers, `${cast.at}/record`)
  await hers.getByLabel('Wellbeing', { exact: true }).fill('Typed, and no button pressed.')
  await said(hers, /^Saved as a draft\. Everybody who was in the session can read it\.$/)
  await visit(his, `${cast.at}/record`)
  assert.match(await mainText(his), /Typed, and no button pressed\./)
})

test('own notes that a slip of the hand emptied, and that saved themselves so, are one press away', async () => {
  const cast = await givenSessionCast(stage.world)
  const [, his] = await windows(cast, true)
  await visit(his, `${cast.at}/notes`)
  const notes = his.getByLabel('Your notes on this session')
  await notes.fill('My long private note on how that went.')
  await said(his, /^Your notes are saved\./)
  await notes.press('ControlOrMeta+A')
  await notes.press('Backspace')
  await said(his, /^Your notes are saved\./)
  await visit(his, `${cast.at}/notes`)
  assert.equal(await notes.inputValue(), '')
  await press(his, 'Bring back what they said')
  assert.equal(await notes.inputValue(), 'My long private note on how that went.')
  await press(his, 'Delete these notes and their earlier versions')
  await press(his, 'Delete them')
  assert.match(await mainText(his), /Your notes and their earlier versions are deleted\./)
  await press(his, 'Earlier versions of your notes')
  assert.match(await mainText(his), /There is none yet\./)
})

test('a case decision that is being typed is neither sent nor kept on the device before the press', async () => {
  const cast = await givenSessionCast(stage.world)
  await signInBrowser(stage.world, cast.supervisor.personId, cast.supervisor.browser)
  const [hers] = await windows(cast, true)
  await visit(hers, `${cast.at}/case-decisions`)
  await hers.waitForLoadState('networkidle')
  const before = await kept(hers)
  const sent: string[] = []
  hers.on('request', request => {
    if (request.method() === 'POST') sent.push(request.url())
  })
  await hers.getByLabel('What was decided?').fill('Not to be left behind.')
  // Longer than the pauses after which a form that saves itself is kept and sent.
  await hers.waitForTimeout(4_000)
  assert.deepEqual(sent, [])
  assert.deepEqual(await kept(hers), before)
  assert.equal(await statusOf(hers), 200)
  assert.equal(await headingOf(hers), 'Case decisions')
})

/** How much there is in each store of each database of the device. */
async function kept(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error('no such thing on the device')))
      })
    const counts: Record<string, number> = {}
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const database = await done(indexedDB.open(name))
      for (const store of database.objectStoreNames)
        counts[`${name} ${store}`] = await done(database.transaction(store).objectStore(store).count())
      database.close()
    }
    return counts
  })
}
