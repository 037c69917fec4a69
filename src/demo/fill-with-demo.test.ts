import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findPersonByEmail } from '../accounts/people-store.ts'
import { findRecord } from '../cpd/record-store.ts'
import { whereYouStand } from '../cpd/where-you-stand.ts'
import { startWorld, type World } from '../../test/support/world.ts'
import { fillWithDemo } from './fill-with-demo.ts'

async function fill({ app, database, config, clock }: World): Promise<string[]> {
  const lines: string[] = []
  const log = (line: string) => lines.push(line)
  await fillWithDemo({ app, database, baseUrl: config.baseUrl, now: clock.now(), log })
  return lines
}

async function inWorld(moment: string, act: (world: World) => Promise<void>): Promise<void> {
  const world = await startWorld()
  try {
    world.clock.set(moment)
    await act(world)
  } finally {
    await world.close()
  }
}

/** What matters of a standing: the outcome, why each piece counts or does not, and the steps that are not done. */
async function show({ app, database, config, clock }: World, address: string) {
  const person = await findPersonByEmail(database.read, `${address}@demo.example`)
  const record = person && (await findRecord(database.read, person.personId))
  assert.ok(record, address)
  const { recordGoesTo } = config
  const standing = whereYouStand({ packs: app.packs, record, recordGoesTo, at: clock.now() })
  const { verdict } = standing.current
  return {
    outcome: verdict.outcome,
    reasons: verdict.reasons.map(({ reason, warnings }) =>
      [reason.kind, ...warnings.map(({ kind }) => kind)].join(' '),
    ),
    missing: `${verdict.missing.pieces}, ${verdict.missing.withPeerReflection}`,
    open: standing.steps
      .filter(({ state }) => state === 'open' || state === 'not-open-yet')
      .map(({ id }) => id)
      .join(' '),
    notCopied: standing.notCopied.length,
    earlier: standing.years.slice(0, -1).map(({ verdict }) => verdict.outcome),
  }
}

type Shown = Awaited<ReturnType<typeof show>>

/** On a day in November, when all can be shown. */
const inNovember: Readonly<Record<string, Partial<Shown>>> = {
  'nothing-recorded': { outcome: 'not-met', reasons: [], missing: '2, 1', open: 'form fee cpd' },
  'draft-only': { outcome: 'not-met', reasons: ['draft-not-submitted'], missing: '2, 1' },
  'one-piece': { outcome: 'not-met', reasons: ['counts'], missing: '1, 1' },
  'one-piece-with-peer-reflection': { outcome: 'not-met', reasons: ['counts'], missing: '1, 0' },
  'peer-reflection-missing': { outcome: 'not-met', reasons: ['counts', 'counts'], missing: '0, 1' },
  'form-and-fee-open': { outcome: 'met', open: 'form fee' },
  'not-copied': { outcome: 'met', open: '', notCopied: 2 },
  'all-done': { outcome: 'met', open: '', notCopied: 0 },
  'changes-not-resubmitted': {
    outcome: 'not-met',
    reasons: ['counts', 'counts unsubmitted-changes'],
    missing: '0, 1',
  },
  'identical-pieces': { outcome: 'not-met', reasons: ['counts', 'identical'], missing: '1, 0' },
  'very-like-pieces': { outcome: 'met', reasons: ['counts', 'counts very-like'] },
  'dated-outside-the-year': { outcome: 'not-met', reasons: ['dated-outside', 'counts'], missing: '1, 1' },
  'submitted-too-late': {
    outcome: 'not-met',
    reasons: ['dated-outside', 'dated-outside', 'counts'],
    earlier: ['not-met'],
  },
  'earlier-years': {
    outcome: 'not-met',
    missing: '1, 0',
    earlier: ['met', 'met', 'met', 'met', 'not-met', 'met'],
  },
  'joined-late': { outcome: 'not-required', open: 'fee' },
  'restored-late': { outcome: 'not-required', open: 'fee' },
  'voluntary-removal': { outcome: 'not-required', open: '' },
  manager: { outcome: 'not-required', reasons: [], open: '' },
  supervisor: { outcome: 'not-met', reasons: ['counts'], missing: '1, 0' },
  'newly-qualified': { outcome: 'not-met', reasons: [], missing: '2, 1' },
  'withdrawn-piece': { outcome: 'not-met', reasons: ['counts', 'withdrawn'], missing: '1, 0' },
}

describe('a demonstration', () => {
  test('has somebody for every state, with a link that signs in as them once', () =>
    inWorld('2026-11-18T14:00:00Z', async world => {
      const lines = await fill(world)
      const found: Record<string, Partial<Shown>> = {}
      for (const [address, expected] of Object.entries(inNovember)) {
        const shown = await show(world, address)
        const asked = Object.keys(expected)
        found[address] = Object.fromEntries(Object.entries(shown).filter(([name]) => asked.includes(name)))
      }
      assert.deepEqual(found, inNovember)

      const links = lines.flatMap(line => /http:\/\/confer\.test(\/sign-in-link\/\S+)/.exec(line)?.[1] ?? [])
      assert.equal(links.length, Object.keys(inNovember).length)
      for (const link of links) {
        const browser = world.browse()
        await browser.get(link)
        const home = await browser.post(link)
        assert.equal(home.status, 200)
        assert.match(home.text, /Renewing your registration|no CPD is required/)
        const overview = await browser.get('/cpd')
        assert.equal(overview.status, 200)
        assert.match((await world.browse().get(link)).text, /no longer|not valid|does not work/i)
      }
      const supervised = await world.database.read
        .selectFrom('relationshipSupervisee as s')
        .innerJoin('relationship as r', 'r.relationshipId', 's.relationshipId')
        .innerJoin('supervisionProfile as p', 'p.personId', 's.personId')
        .select(['p.knownAs', 'r.fromDay', 'p.newlyQualifiedFrom'])
        .orderBy('p.knownAs')
        .execute()
      assert.deepEqual(supervised, [
        { knownAs: 'Nic Newland', fromDay: '2026-10-07', newlyQualifiedFrom: '2026-10-07' },
        { knownAs: 'Sam Sedge', fromDay: '2026-10-07', newlyQualifiedFrom: null },
      ])
      assert.deepEqual(await world.mails(), [], 'nobody reads the mail of invented people')
    }))

  // The first minute of a registration year, an evening in spring, and the day on which renewal opens.
  for (const moment of ['2026-12-01T00:00:30Z', '2027-03-10T20:00:00Z', '2027-09-01T09:00:00Z'])
    test(`can be started at any time of the year: ${moment}`, () =>
      inWorld(moment, async world => {
        const lines = await fill(world)
        const shown: Record<string, Shown> = {}
        for (const address of Object.keys(inNovember)) shown[address] = await show(world, address)
        const outcomes = (pick: (value: Shown) => unknown) =>
          Object.fromEntries(Object.entries(shown).map(([address, value]) => [address, pick(value)]))

        const isOpen = moment.includes('-09-')
        assert.equal(shown['all-done']?.open, isOpen ? '' : 'form fee')
        assert.equal(shown['joined-late']?.outcome, isOpen ? 'not-required' : 'not-met')
        assert.deepEqual(shown['joined-late']?.earlier, isOpen ? [] : ['not-required'])
        assert.match(lines.join('\n'), isOpen ? /asked for the fee only/ : /asked for all of it this year/)
        const unchanged = ([address]: [string, unknown]) =>
          !address.endsWith('-late') || address.startsWith('sub')
        assert.deepEqual(
          Object.entries(outcomes(({ outcome }) => outcome)).filter(unchanged),
          Object.entries(inNovember)
            .map(([address, { outcome }]): [string, unknown] => [address, outcome])
            .filter(unchanged),
        )
      }))

  test('refuses a database with people in it, in one line, and adds nobody', () =>
    inWorld('2026-11-18T14:00:00Z', async world => {
      await fill(world)
      const before = await show(world, 'all-done')
      await assert.rejects(fill(world), (error: Error) => {
        assert.equal(
          error.message,
          'There are people in this database already, and --demo needs an empty one.',
        )
        return true
      })
      assert.deepEqual(await show(world, 'all-done'), before)
    }))

  test('copies nothing where the regulator runs Confer', async () => {
    const world = await startWorld({ RECORD_GOES_TO: 'regulator' })
    try {
      await fill(world)
      assert.equal((await show(world, 'all-done')).outcome, 'met')
    } finally {
      await world.close()
    }
  })
})
