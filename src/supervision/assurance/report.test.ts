import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { parseDay } from '../../platform/day.ts'
import { numberOf } from '../policy/day-numbers.ts'
import { policiesInNumbers } from '../policy/due-sessions.ts'
import { standardPolicy } from '../policy/policy.ts'
import { fullTime } from '../policy/working-days.ts'
import { figuresOf, type Facts } from './figures.ts'
import { firstDayOf, periods } from './period.ts'
import type { Measure } from './measures.ts'
import { makeReports, type Member, type Report } from './report.ts'

function n(text: string): number {
  const parsed = parseDay(text)
  assert.ok(parsed)
  return numberOf(parsed)
}

const today = '2026-11-18'
const from2020 = parseDay('2020-01-01')
const asOf = parseDay(today)
assert.ok(from2020 && asOf)
const policies = policiesInNumbers([standardPolicy(from2020)])
/** The first day of the last 3, 6 and 12 months. */
const starts = periods.map(months => numberOf(firstDayOf(months, asOf)))

const nothing: Facts = {
  time: { weekdays: fullTime.weekdays, away: [] },
  newlyQualifiedFrom: null,
  supervised: [],
  held: [],
  cancelled: [],
  standing: [],
  actionsOverdue: 0,
}

function supervised(change: Partial<Facts> = {}): Facts {
  return { ...nothing, supervised: [{ from: n('2025-01-06'), to: null, agreedOn: null }], ...change }
}

/** So many people of a team, each with the same facts. */
function team(teamId: string, count: number, facts: Facts): Member[] {
  return Array.from({ length: count }, (_, i) => ({
    personId: `${teamId}-${facts.supervised.length}-${i}`,
    teamId,
    facts,
  }))
}

function reportsOf(members: readonly Member[]): readonly Report[] {
  return makeReports({
    members,
    // Each team has a supervisor of its own, whom nobody knows as a member.
    supervising: members
      .filter(({ facts }) => facts.supervised.length > 0)
      .map(({ personId, teamId }) => ({
        supervisorId: `supervisor of ${String(teamId)}`,
        personId,
        days: { from: n('2025-01-06'), to: null },
      })),
    policies,
    starts,
    today: n(today),
  })
}

function figure(report: Report | undefined, measure: Measure, teamId: string | null = null) {
  if (teamId === null) return report?.total[measure]
  return report?.teams.find(one => one.teamId === teamId)?.figures[measure]
}

suite('an organisation’s figures', () => {
  test('say nothing of a team of eight in which one is supervised, nor by what is left of the whole', () => {
    const [report] = reportsOf([
      ...team('a', 1, supervised({ actionsOverdue: 2 })),
      ...team('a', 7, nothing),
      ...team('b', 9, supervised({ held: [{ heldOn: n('2026-10-01'), needsRecord: true, signedOn: null }] })),
    ])
    for (const measure of [
      'supervised',
      'held',
      'onTime',
      'actionsOverdue',
      'agreements',
      'records',
      'daysSinceLast',
    ] as const) {
      assert.equal(figure(report, measure, 'a'), null, measure)
      assert.ok(figure(report, measure, 'b') === null || figure(report, measure) === null, measure)
    }
  })

  test('count those who have no supervisor by themselves, and hide one to four of them', () => {
    const [report] = reportsOf([
      ...team('a', 8, supervised()),
      ...team('a', 1, nothing),
      ...team('b', 6, supervised()),
      ...team('b', 5, nothing),
      ...team('c', 7, supervised()),
      ...team('c', 9, nothing),
    ])
    assert.deepEqual(figure(report, 'supervised', 'a'), [8])
    assert.deepEqual(figure(report, 'supervised'), [21])
    assert.equal(figure(report, 'withoutSupervisor', 'a'), null)
    // The next smallest, from which it could be taken.
    assert.equal(figure(report, 'withoutSupervisor', 'b'), null)
    assert.deepEqual(figure(report, 'withoutSupervisor', 'c'), [9])
    assert.deepEqual(figure(report, 'withoutSupervisor'), [15])
  })

  test('of a longer time are hidden where the months before the shorter one are about fewer than five', () => {
    const since = (text: string) => supervised({ supervised: [{ from: n(text), to: null, agreedOn: null }] })
    const members = [
      ...team('a', 3, since('2026-01-05')),
      ...team('a', 5, since('2026-09-01')).map(one => ({ ...one, personId: `new ${one.personId}` })),
      ...team('b', 9, supervised()),
    ]
    const [three, six, twelve] = reportsOf(members)
    assert.deepEqual(figure(three, 'held', 'a'), [0])
    for (const longer of [six, twelve]) {
      assert.equal(figure(longer, 'held', 'a'), null)
      assert.ok(figure(longer, 'held', 'b') === null || figure(longer, 'held') === null)
    }
  })

  test('of cancelled sessions are of twelve months, whatever is asked for', () => {
    const cancelled = [{ plannedOn: n('2026-02-02'), cancelledAt: 0 }]
    const reports = reportsOf(team('a', 6, supervised({ cancelled })))
    for (const report of reports) assert.deepEqual(figure(report, 'rebooked', 'a'), [0, 6])
  })

  test('do not say how many one to four supervisors supervise, not even by zeros', () => {
    const [report] = reportsOf(team('a', 8, supervised()))
    assert.deepEqual(
      report?.spans.map(({ supervisors }) => supervisors),
      [null, null, null, null],
    )
  })
})

suite('whoever has the reports of all periods and reckons with them', () => {
  const day = fc.integer({ min: (starts.at(-1) ?? 0) - 60, max: n(today) })
  const someone = fc
    .record({
      began: fc.option(day, { freq: 3 }),
      ended: fc.option(day),
      heldOn: fc.array(day, { maxLength: 4 }),
      cancelledOn: fc.option(day),
      signedAfter: fc.nat(20),
      agreedOn: fc.option(day),
      actionsOverdue: fc.nat(1),
    })
    .map((one): Facts => {
      if (one.began === null) return nothing
      const to = one.ended !== null && one.ended > one.began ? one.ended : null
      const isWithin = (on: number) => on >= (one.began ?? 0) && (to === null || on <= to)
      return {
        ...nothing,
        supervised: [{ from: one.began, to, agreedOn: one.agreedOn }],
        held: one.heldOn
          .filter(isWithin)
          .toSorted((a, b) => a - b)
          .map(heldOn => ({ heldOn, needsRecord: true, signedOn: heldOn + one.signedAfter })),
        cancelled:
          one.cancelledOn === null || !isWithin(one.cancelledOn)
            ? []
            : [{ plannedOn: one.cancelledOn, cancelledAt: 0 }],
        actionsOverdue: one.actionsOverdue,
      }
    })
  const organisation = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.array(someone, { minLength: 1, maxLength: 3 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map(teams =>
      teams.flatMap(([count, kinds], t) =>
        Array.from({ length: count }, (_, i) => ({
          personId: `${t}-${i}`,
          teamId: `team ${t}`,
          facts: kinds[i % kinds.length] ?? nothing,
        })),
      ),
    )

  test('finds no figure about one to four people, nor one that leaves nothing open for them', () => {
    fc.assert(
      fc.property(organisation, members => {
        const reports = reportsOf(members)
        for (const measure of additive) assertNothingToFind(members, reports, measure)
      }),
      { numRuns: 300 },
    )
  })

  test('sees nothing of a team in which one to four are supervised, nor of those hidden with it', () => {
    fc.assert(
      fc.property(organisation, members => {
        for (const { teams } of reportsOf(members))
          for (const { figures } of teams)
            if (figures.supervised === null)
              assert.ok(Object.values(figures).every(numbers => numbers === null))
      }),
    )
  })
})

const additive = [
  'supervised',
  'withoutSupervisor',
  'onTime',
  'held',
  'rebooked',
  'agreements',
  'records',
  'actionsOverdue',
] as const

type Additive = (typeof additive)[number]

/** What a measure says of somebody in a stretch of time: `[so]`, or `[so, not so]` of a share. */
interface Said {
  readonly parts: readonly number[]
  readonly isAbout: boolean
  readonly couldBe: boolean
}

/** The least that can be known apart: what one team has in one stretch. */
interface Atom {
  readonly teamId: string | null
  readonly stretch: number
  readonly said: readonly { readonly personId: string; readonly said: Said }[]
}

/**
 * Every sum of atoms that is a linear combination of what the three reports show: it is to be about nobody or about five
 * people at least and, where some of it is about fewer, to leave neither nothing nor all for them.
 */
function assertNothingToFind(
  members: readonly Member[],
  reports: readonly Report[],
  measure: Additive,
): void {
  const stretches = measure === 'onTime' || measure === 'held' || measure === 'records' ? [0, 1, 2] : [null]
  const teams = [...Map.groupBy(members, ({ teamId }) => teamId)]
  const atoms: Atom[] = teams.flatMap(([teamId, those]) =>
    stretches.map(stretch => ({
      teamId,
      stretch: stretch ?? 0,
      said: those.map(({ personId, facts }) => ({ personId, said: saidOf(facts, measure, stretch) })),
    })),
  )
  const known: number[][] = []
  for (const [i, report] of reports.entries()) {
    const isIn = ({ stretch }: Atom) => stretch <= i
    if (report.total[measure] !== null) known.push(atoms.map(atom => Number(isIn(atom))))
    for (const { teamId, figures } of report.teams)
      if (figures[measure] !== null)
        known.push(atoms.map(atom => Number(isIn(atom) && atom.teamId === teamId)))
  }
  const basis = independentOf(known)
  for (let mask = 1; mask < 1 << atoms.length; mask++) {
    const chosen = atoms.map((_, k) => (mask >> k) & 1)
    if (!isSpanned(basis, chosen)) continue
    const sum = atoms.filter((_, k) => chosen[k] === 1)
    const people = peopleIn(sum)
    assert.ok(people === 0 || people >= 5, `${measure}: about ${people}`)
    if (!sum.some(atom => isFew(peopleIn([atom])))) continue
    const parts = sum.flatMap(({ said }) => said.map(one => one.said.parts))
    for (const k of parts[0]?.keys() ?? [])
      assert.ok(
        parts.some(numbers => (numbers[k] ?? 0) > 0),
        `${measure}: of nothing, each has nothing`,
      )
  }
}

function isFew(people: number): boolean {
  return people > 0 && people < 5
}

function peopleIn(atoms: readonly Atom[]): number {
  const all = atoms.flatMap(({ said }) => said)
  const having = new Set(all.filter(({ said }) => said.isAbout).map(({ personId }) => personId))
  return having.size > 0
    ? having.size
    : new Set(all.filter(({ said }) => said.couldBe).map(({ personId }) => personId)).size
}

function saidOf(facts: Facts, measure: Additive, stretch: number | null): Said {
  const from = starts[stretch ?? 2] ?? 0
  const all = figuresOf(facts, policies, { from, to: n(today) })
  const next = stretch === null || stretch === 0 ? null : (starts[stretch - 1] ?? 0)
  const later = next === null ? null : figuresOf(facts, policies, { from: next, to: n(today) })
  const until = next === null ? n(today) : next - 1
  const wasSupervised = facts.supervised.some(days => days.from <= until && (days.to ?? until) >= from)
  switch (measure) {
    case 'supervised':
    case 'withoutSupervisor': {
      const isOne = all.isSupervised === (measure === 'supervised')
      return { parts: [Number(isOne)], isAbout: isOne, couldBe: true }
    }
    case 'held':
      return { parts: [all.held - (later?.held ?? 0)], isAbout: wasSupervised, couldBe: wasSupervised }
    case 'actionsOverdue': {
      const isAbout = all.isSupervised || all.actionsOverdue > 0
      return { parts: [all.actionsOverdue], isAbout, couldBe: isAbout }
    }
    default: {
      const of = all[measure].of - (later?.[measure].of ?? 0)
      const count = all[measure].count - (later?.[measure].count ?? 0)
      return {
        parts: [count, of - count],
        isAbout: of > 0,
        // An agreement is of today.
        couldBe: measure === 'agreements' ? all.isSupervised : wasSupervised,
      }
    }
  }
}

function independentOf(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const basis: (readonly number[])[] = []
  for (const row of rows) {
    const left = without(row, basis)
    if (left.some(isSomething)) basis.push(left)
  }
  return basis
}

function isSpanned(basis: readonly (readonly number[])[], row: readonly number[]): boolean {
  return !without(row, basis).some(isSomething)
}

function without(row: readonly number[], basis: readonly (readonly number[])[]): readonly number[] {
  let left = row
  for (const one of basis) {
    const at = one.findIndex(isSomething)
    const times = (left[at] ?? 0) / (one[at] ?? 1)
    if (isSomething(times)) left = left.map((number, k) => number - times * (one[k] ?? 0))
  }
  return left
}

function isSomething(number: number): boolean {
  return Math.abs(number) > 1e-9
}
