import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { givenPair, type Pair } from '../../../../test/support/given-supervision.ts'
import { startWorld, type World } from '../../../../test/support/world.ts'
import { unpackAll } from '../../../cpd/revisions/pack.ts'
import { findSharedDraft, listSharedRevisions } from '../shared-drafts-store.ts'
import { saveSharedDraft, type SaveSharedDraftInput } from './save-shared-draft.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

const questions = ['one', 'two'].map(id => ({ id, label: id, question: id, hint: '' }))

function about({ relationshipId }: Pair) {
  return { kind: 'agreement', aboutId: relationshipId } as const
}

function save(
  pair: Pair,
  personId: string,
  texts: Readonly<Record<string, string>>,
  others: Partial<SaveSharedDraftInput> = {},
) {
  return world.database.write.transaction().execute(db =>
    saveSharedDraft(db, {
      ...about(pair),
      relationshipId: pair.relationshipId,
      personId,
      questions,
      shown: { version: 0, marks: null },
      answer: stored => ({ ...stored, ...texts }),
      now: world.clock.now(),
      ...others,
    }),
  )
}

async function said(pair: Pair): Promise<string[]> {
  const draft = await findSharedDraft(world.database.read, about(pair))
  const chain = await listSharedRevisions(world.database.read, about(pair))
  const earlier = unpackAll(chain.map(({ packed }) => packed)).map(({ texts }) => texts)
  return [draft?.texts ?? {}, ...earlier].flatMap(texts => Object.values(texts))
}

test('two who begin at the same moment: one begins it, the other chooses, and both texts are kept', async () => {
  const pair = await givenPair(world)
  const [first, second] = await Promise.all([
    save(pair, pair.supervisor.personId, { one: 'By the supervisor.' }),
    save(pair, pair.supervisee.personId, { one: 'By the supervisee.' }),
  ])
  assert.deepEqual([first.ok, second.ok].toSorted(), [false, true])
  const all = await said(pair)
  assert.ok(all.includes('By the supervisor.'))
  assert.ok(all.includes('By the supervisee.'))
})

test('one save that comes ten times at once is one save', async () => {
  const pair = await givenPair(world)
  const saveId = randomUUID()
  const saves = await Promise.all(
    Array.from({ length: 10 }, () => save(pair, pair.supervisor.personId, { one: 'Once.' }, { saveId })),
  )
  assert.ok(saves.every(saved => saved.ok && saved.value.version === 1))
  assert.deepEqual(await said(pair), ['Once.'])
})

test('the same id from somebody else is another save', async () => {
  const pair = await givenPair(world)
  const saveId = randomUUID()
  const [one, two] = [pair.supervisor.personId, pair.supervisee.personId]
  await save(pair, one, { one: 'First.' }, { saveId })
  await save(pair, one, { one: 'Second.' }, { shown: { version: 1, marks: null } })
  const theirs = await save(pair, two, { one: 'First.' }, { saveId, shown: { version: 2, marks: null } })
  assert.ok(theirs.ok)
  assert.equal(theirs.value.version, 3)
})

test('a draft that was shown and is no longer there is not begun again', async () => {
  const pair = await givenPair(world)
  const saved = await save(
    pair,
    pair.supervisor.personId,
    { one: 'x' },
    { shown: { version: 3, marks: null } },
  )
  assert.deepEqual(saved, { ok: false, refusal: { kind: 'not-found' } })
})
