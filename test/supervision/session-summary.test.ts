import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { givenDoor, givenSessionCast } from '../support/given-session-cast.ts'
import { givenSubmittedPiece } from '../support/given.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

test('the page of a session tells each what there is of it for them, and not a word of it', async () => {
  const { supervisor, supervisee, manager, relationshipId, at } = await givenSessionCast(world)
  await givenDoor(world, relationshipId, manager, 'manager')
  await supervisee.browser.get(`${at}/notes`)
  await supervisee.browser.post(`${at}/notes`, { seen: '', version: '0', saveId: '', note: 'Zebra noted.' })
  await supervisor.browser.get(`${at}/case-decisions`)
  await supervisor.browser.post(`${at}/case-decisions`, {
    decisionId: randomUUID(),
    reference: 'Zebra-1',
    decision: 'Zebra decided.',
    rationale: 'Zebra because.',
  })
  const pieceId = await givenSubmittedPiece(supervisee.browser, { title: 'Zebra read', ...piece })
  await supervisee.browser.post(`${at}/share`, {
    version: `${pieceId} 1`,
    'until-day': '30',
    'until-month': '11',
    'until-year': '2026',
  })
  const [his, hers, outside] = await Promise.all(
    [supervisee, supervisor, manager].map(({ browser }) => browser.get(at)),
  )
  assert.ok(his && hers && outside)
  for (const { html } of [his, hers, outside]) assert.doesNotMatch(html, /Zebra/)
  assert.match(his.text, /You have notes, which only you can open\./)
  assert.match(his.text, /1 piece shared for this session\./)
  assert.match(his.html, /to-cpd"/)
  for (const { text, html } of [hers, outside]) {
    assert.match(text, /The supervisee has notes of their own\./)
    assert.match(text, /1 to be filed in the case system\./)
    assert.doesNotMatch(html, /\/notes"|\/to-cpd"|sessions\/[^"]+\/share"/)
  }
  assert.match(hers.text, /Nic Supervisee shares a version of it until 30 November 2026\./)
  assert.doesNotMatch(outside.text, /shares a version/)
})

test('of a session that was cancelled, or whose content is not recorded, there is nothing to open but own notes', async () => {
  for (const changed of [{ state: 'cancelled' }, { isContentRecorded: false }] as const) {
    const { supervisor, supervisee, sessionId, at } = await givenSessionCast(world)
    await world.database.write
      .updateTable('supervisionSession')
      .set(changed)
      .where('sessionId', '=', sessionId)
      .execute()
    const hers = await supervisor.browser.get(at)
    assert.doesNotMatch(hers.html, /\/record"|\/case-decisions"|\/actions"/)
    assert.match((await supervisee.browser.get(at)).html, /\/notes"/)
  }
})

const piece = {
  type: 'reading',
  'date-day': '12',
  'date-month': '10',
  'date-year': '2026',
  description: 'A chapter.',
  learning: 'Something.',
  impact: 'Something else.',
}
