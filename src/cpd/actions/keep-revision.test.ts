import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { givenDraft, givenPractitioner } from '../../../test/support/given.ts'
import { startWorld, type World } from '../../../test/support/world.ts'
import { emptyAnswers } from '../answers.ts'
import { listRevisions } from '../revisions/revisions-store.ts'
import { keepRevision } from './keep-revision.ts'

let world: World

before(async () => {
  world = await startWorld()
})

after(() => world.close())

test('a text that was kept when it clashed, and chosen, is not an earlier version a second time once it is replaced', async () => {
  const { personId, browser } = await givenPractitioner(world)
  const pieceId = await givenDraft(browser)
  const now = world.clock.now()
  const kept = { personId, pieceId, answers: emptyAnswers(), savedAt: now, now }
  await keepRevision(world.database.write, { ...kept, wasReplaced: true })
  await keepRevision(world.database.write, { ...kept, wasReplaced: false })
  assert.equal((await listRevisions(world.database.read, personId, pieceId)).length, 1)
})
