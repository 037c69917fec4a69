import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, dayIn, instantIn, parseDay } from '../platform/day.ts'
import type { Day } from '../platform/day.ts'
import { loadRulePacks } from '../schemes/load-rule-packs.ts'
import { packForYear, registrationYear } from '../schemes/registration-year.ts'
import { fingerprintOf, likenessOf } from './likeness.ts'
import type { Registration } from './registration.ts'
import type { SubmittedVersion } from './submitted-version.ts'
import { recordVerdicts, verdict } from './verdict.ts'
import type { Verdict } from './verdict.ts'
import type { PieceHistory } from './piece-verdict.ts'
import { ifSubmitted, ifWithdrawn } from './what-if.ts'
import { checkWorkedExample } from './worked-examples.ts'

const packs = loadRulePacks('schemes/social-work-england', checkWorkedExample)
const london = 'Europe/London'

function day(text: string): Day {
  const parsed = parseDay(text)
  assert.ok(parsed, text)
  return parsed
}

const registered: Registration = {
  periods: [{ from: day('2015-06-01'), to: null, kind: 'joined' }],
  voluntaryRemovalAppliedOn: null,
}

type Given = { at?: string; date?: string; text?: string; peer?: boolean; withdrawnAt?: string }

/** `at` and `withdrawnAt` by the clock in London. */
function version(number: number, given: Given): SubmittedVersion {
  const date = day(given.date ?? '2026-04-30')
  return {
    number,
    submittedAt: instantIn(london, given.at ?? `${date}T20:00:00`),
    withdrawnAt: given.withdrawnAt === undefined ? null : instantIn(london, given.withdrawnAt),
    activityDate: date,
    hasPeerReflection: given.peer ?? false,
    fingerprint: fingerprintOf([given.text ?? '']),
    likeness: likenessOf([given.text ?? '']),
  }
}

function piece(pieceId: string, ...submissions: Given[]): PieceHistory {
  const versions = submissions.map((given, i) => version(i + 1, { text: `what ${pieceId} says`, ...given }))
  return { pieceId, hasDraft: false, draftDate: null, versions }
}

function draft(pieceId: string, date: string | null): PieceHistory {
  return { pieceId, hasDraft: true, draftDate: date === null ? null : day(date), versions: [] }
}

function verdictOf(closingYear: number, pieces: PieceHistory[], at: string): Verdict {
  const instant = instantIn(london, at)
  const found = recordVerdicts(
    packs,
    pieces,
    registered,
    instant,
    instantIn(london, `${closingYear}-11-01T00:00:00`),
  )
  const judged = found.find(({ verdict: { closingYear: of } }) => of === closingYear)
  assert.ok(judged)
  return judged.verdict
}

function reasonFor(of: Verdict, pieceId: string) {
  return of.reasons.find(piece => piece.pieceId === pieceId)?.reason
}

describe('what is needed, there and missing', () => {
  test('is told apart for pieces and for peer reflections', () => {
    const nothing = verdictOf(2026, [], '2026-06-01T12:00:00')
    assert.equal(nothing.outcome, 'not-met')
    assert.deepEqual(nothing.needed, { pieces: 2, withPeerReflection: 1 })
    assert.deepEqual(nothing.have, { pieces: 0, withPeerReflection: 0 })
    assert.deepEqual(nothing.missing, { pieces: 2, withPeerReflection: 1 })
    assert.deepEqual(nothing.reasons, [])

    const more = [piece('a', { peer: true }), piece('b', { peer: true }), piece('c', {})]
    const enough = verdictOf(2026, more, '2026-06-01T12:00:00')
    assert.equal(enough.outcome, 'met')
    assert.deepEqual(enough.have, { pieces: 3, withPeerReflection: 2 })
    assert.deepEqual(enough.missing, { pieces: 0, withPeerReflection: 0 })
  })

  test('is nothing for somebody of whom nothing is required, and every piece still has its reason', () => {
    const late: Registration = {
      periods: [{ from: day('2026-09-01'), to: null, kind: 'joined' }],
      voluntaryRemovalAppliedOn: null,
    }
    const at = instantIn(london, '2026-10-01T12:00:00')
    const [judged] = recordVerdicts(packs, [piece('a', { date: '2026-09-20' }), draft('b', null)], late, at)
    assert.ok(judged)
    const { outcome, needed, have, missing, reasons } = judged.verdict
    assert.equal(outcome, 'not-required')
    assert.deepEqual(
      [needed, have, missing].map(tally => tally.pieces),
      [0, 1, 0],
    )
    assert.deepEqual(
      reasons.map(({ reason }) => reason.kind),
      ['counts', 'draft-not-submitted'],
    )
  })

  test('the year is open until its cut-off, then closed at once where there is no grace', () => {
    const state = (year: number, at: string) => {
      const { closed, inGrace } = verdictOf(year, [], at)
      return closed ? 'closed' : inGrace ? 'in grace' : 'open'
    }
    assert.equal(state(2026, '2026-11-30T23:59:59'), 'open')
    assert.equal(state(2026, '2026-12-01T00:00:00'), 'closed')
    assert.equal(state(2021, '2021-11-30T23:59:59'), 'open')
    assert.equal(state(2021, '2021-12-01T00:00:00'), 'in grace')
    assert.equal(state(2021, '2021-12-21T23:59:59'), 'in grace')
    assert.equal(state(2021, '2021-12-22T00:00:00'), 'closed')
  })
})

describe('the reason for a piece', () => {
  const at = '2026-11-01T12:00:00'

  test('a draft was not submitted, and says which year its date is in', () => {
    const judged = verdictOf(2026, [draft('a', '2025-02-01'), draft('b', null), draft('c', '9999-12-31')], at)
    assert.deepEqual(reasonFor(judged, 'a'), { kind: 'draft-not-submitted', fallsIn: 2025 })
    assert.deepEqual(reasonFor(judged, 'b'), { kind: 'draft-not-submitted', fallsIn: null })
    assert.deepEqual(reasonFor(judged, 'c'), { kind: 'draft-not-submitted', fallsIn: null })
  })

  test('a piece dated outside says which year it falls in, and whether it counted there', () => {
    const pieces = [
      piece('a', { date: '2025-05-01' }),
      piece('b', { date: '2025-05-01', at: '2026-02-01T10:00:00' }),
      piece('c', { date: '2019-12-01' }),
    ]
    const judged = verdictOf(2026, pieces, at)
    assert.deepEqual(reasonFor(judged, 'a'), { kind: 'dated-outside', fallsIn: 2025, countedIn: 2025 })
    assert.deepEqual(reasonFor(judged, 'b'), { kind: 'dated-outside', fallsIn: 2025, countedIn: null })
    assert.deepEqual(reasonFor(judged, 'c'), { kind: 'dated-outside', fallsIn: null, countedIn: null })
  })

  test('a piece that counted in an earlier year does not count again under a new date', () => {
    const pieces = [
      piece('a', { date: '2025-05-01', peer: true }, { date: '2026-05-01', peer: true }),
      piece('b', {}),
    ]
    const judged = verdictOf(2026, pieces, at)
    assert.deepEqual(reasonFor(judged, 'a'), { kind: 'already-counted', closingYear: 2025 })
    assert.deepEqual(judged.missing, { pieces: 1, withPeerReflection: 1 })
  })

  test('a piece was not used by a year that asked for nothing', () => {
    const late: Registration = {
      periods: [{ from: day('2025-09-10'), to: null, kind: 'restored' }],
      voluntaryRemovalAppliedOn: null,
    }
    const moved = piece('a', { date: '2025-10-01' }, { date: '2026-01-10' })
    const last = recordVerdicts(packs, [moved], late, instantIn(london, at)).at(-1)
    assert.ok(last)
    assert.deepEqual(reasonFor(last.verdict, 'a'), { kind: 'counts' })
  })

  test('identical pieces count once together, and have a peer reflection if any of them has', () => {
    const pieces = [
      piece('c', { text: 'the same', date: '2026-03-01' }),
      piece('a', { text: 'The  SAME!', date: '2026-05-01', peer: true }),
      piece('b', { text: 'something else' }),
    ]
    const judged = verdictOf(2026, pieces, at)
    assert.equal(judged.outcome, 'met')
    assert.deepEqual(judged.have, { pieces: 2, withPeerReflection: 1 })
    assert.deepEqual(reasonFor(judged, 'a'), { kind: 'identical', toPieceId: 'c', countedIn: 2026 })
    assert.deepEqual(reasonFor(judged, 'c'), { kind: 'counts' })
  })

  test('the same writing as a piece of an earlier year is identical to it, and does not count again', () => {
    const pieces = [piece('a', { text: 'the same', date: '2025-05-01' }), piece('b', { text: 'the same' })]
    assert.deepEqual(reasonFor(verdictOf(2026, pieces, at), 'b'), {
      kind: 'identical',
      toPieceId: 'a',
      countedIn: 2025,
    })
    const third = [...pieces, piece('c', { text: 'the same', date: '2027-02-01' })]
    assert.deepEqual(reasonFor(verdictOf(2027, third, '2027-03-01T12:00:00'), 'c'), {
      kind: 'identical',
      toPieceId: 'a',
      countedIn: 2025,
    })
  })

  test('a piece submitted in the grace takes nothing from an identical one that was submitted before it', () => {
    const first = piece('b', { text: 'the same', date: '2020-12-01', at: '2020-12-05T10:00:00' })
    const late = piece('a', { text: 'the same', date: '2020-11-30', at: '2020-12-10T10:00:00' })
    for (const pieces of [[first], [first, late]])
      assert.deepEqual(reasonFor(verdictOf(2021, pieces, '2021-06-01T10:00:00'), 'b'), { kind: 'counts' })
    assert.deepEqual(reasonFor(verdictOf(2020, [first, late], '2021-06-01T10:00:00'), 'a'), {
      kind: 'counts',
    })
  })

  test('pieces that counted together are all used, and one that counted nowhere is not', () => {
    const together = [
      piece('a', { text: 'the same', date: '2025-05-01' }),
      piece('b', { text: 'the same', date: '2025-06-01' }, { text: 'rewritten', date: '2026-05-01' }),
    ]
    assert.deepEqual(reasonFor(verdictOf(2026, together, at), 'b'), {
      kind: 'already-counted',
      closingYear: 2025,
    })
    const copied = [
      piece('a', { text: 'the same', date: '2025-05-01' }),
      piece('b', { text: 'the same', date: '2026-05-01' }, { text: 'rewritten', date: '2027-01-10' }),
    ]
    assert.deepEqual(reasonFor(verdictOf(2027, copied, '2027-02-01T12:00:00'), 'b'), { kind: 'counts' })
  })

  test('a piece very like another counts, and the later one has the warning', () => {
    const words = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ')
    const pieces = [
      piece('b', { text: `${words} and then`, date: '2026-05-01' }),
      piece('a', { text: words, date: '2026-03-01' }),
    ]
    const judged = verdictOf(2026, pieces, at)
    assert.equal(judged.have.pieces, 2)
    assert.deepEqual(
      judged.reasons.map(({ pieceId, warnings }) => [pieceId, ...warnings]),
      [['b', { kind: 'very-like', pieceId: 'a' }], ['a']],
    )
    const nextYear = [...pieces, piece('c', { text: `but ${words}`, date: '2027-01-10' })]
    assert.deepEqual(verdictOf(2027, nextYear, '2027-02-01T12:00:00').reasons.at(-1)?.warnings, [
      { kind: 'very-like', pieceId: 'a' },
    ])
  })

  test('a piece withdrawn does not fall back to what was submitted before, and counts again once resubmitted', () => {
    const withdrawn = piece(
      'a',
      { date: '2026-02-01' },
      { date: '2026-03-01', withdrawnAt: '2026-05-01T10:00:00' },
    )
    assert.deepEqual(reasonFor(verdictOf(2026, [withdrawn], at), 'a'), { kind: 'withdrawn' })
    assert.deepEqual(reasonFor(verdictOf(2026, [withdrawn], '2026-04-30T10:00:00'), 'a'), { kind: 'counts' })
    const again = piece(
      'a',
      { date: '2026-02-01', withdrawnAt: '2026-05-01T10:00:00' },
      { date: '2026-02-01', at: '2026-06-01T10:00:00' },
    )
    assert.deepEqual(reasonFor(verdictOf(2026, [again], at), 'a'), { kind: 'counts' })
  })

  test('unsubmitted changes leave the submitted version counting, and are told of while they can be submitted', () => {
    const edited = { ...piece('a', { peer: true }), hasDraft: true, draftDate: day('2025-01-01') }
    const open = verdictOf(2026, [edited], at).reasons[0]
    assert.deepEqual(
      [open?.reason.kind, open?.activityDate, open?.hasPeerReflection],
      ['counts', '2026-04-30', true],
    )
    assert.deepEqual(open?.warnings, [{ kind: 'unsubmitted-changes' }])
    assert.deepEqual(verdictOf(2026, [edited], '2026-12-01T00:00:00').reasons[0]?.warnings, [])
  })

  test('a piece is judged by the version of the time, whatever is submitted later', () => {
    const pieces = [piece('a', { peer: true }, { at: '2026-10-01T10:00:00', date: '2025-10-01' })]
    assert.deepEqual(verdictOf(2026, pieces, '2026-09-30T10:00:00').reasons[0]?.version, 1)
    assert.deepEqual(reasonFor(verdictOf(2026, pieces, '2026-09-30T10:00:00'), 'a'), { kind: 'counts' })
    assert.deepEqual(reasonFor(verdictOf(2026, pieces, at), 'a'), {
      kind: 'dated-outside',
      fallsIn: 2025,
      countedIn: null,
    })
    assert.deepEqual(reasonFor(verdictOf(2026, pieces, '2026-01-01T10:00:00'), 'a'), {
      kind: 'draft-not-submitted',
      fallsIn: null,
    })
  })

  test('a date put right too late was submitted after the cut-off', () => {
    const mended = [
      piece(
        'a',
        { date: '2025-11-30', at: '2026-02-01T10:00:00' },
        { date: '2026-02-01', at: '2026-12-01T00:00:00' },
      ),
    ]
    assert.deepEqual(reasonFor(verdictOf(2026, mended, '2026-12-02T10:00:00'), 'a'), {
      kind: 'submitted-after-cut-off',
    })
  })
})

describe('the cut-off, by the clock in London', () => {
  const outcomeOf = (second: Given, at = '2027-01-31T12:00:00') =>
    verdictOf(2026, [piece('a', { peer: true }), piece('b', second)], at).outcome

  test('the second before it is in time, and the second after is not', () => {
    assert.equal(outcomeOf({ date: '2026-11-30', at: '2026-11-30T23:59:59' }), 'met')
    assert.equal(outcomeOf({ date: '2026-11-30', at: '2026-12-01T00:00:00' }), 'not-met')
    const lastMoment = {
      ...version(1, { date: '2026-11-30', text: 'b' }),
      submittedAt: new Date('2026-11-30T23:59:59.999Z'),
    }
    const pieces = [piece('a', { peer: true }), { ...piece('b'), versions: [lastMoment] }]
    assert.equal(verdictOf(2026, pieces, '2026-12-10T12:00:00').outcome, 'met')
  })

  test('a piece submitted before it, of any date in the year, counts from that second on', () => {
    assert.equal(outcomeOf({ date: '2025-12-01' }, '2025-12-02T10:00:00'), 'not-met')
    assert.equal(outcomeOf({ date: '2025-12-01' }), 'met')
    assert.equal(outcomeOf({ date: '2025-11-30', at: '2026-02-01T10:00:00' }), 'not-met')
    assert.equal(outcomeOf({ date: '2026-12-01', at: '2026-11-30T10:00:00' }), 'not-met')
  })

  test('does not move where the clocks go forward at the end of the year', () => {
    const first = packs.at(-1)
    assert.ok(first)
    // A scheme by another clock: its year ends on the eve of a night with 23 hours.
    const summer = [
      { ...first, registrationYear: { startsOn: '09-06', endsOn: '09-05', timeZone: 'America/Santiago' } },
    ]
    const year = registrationYear(summer, 2026)
    assert.equal(year?.submitBy.toISOString(), '2026-09-06T04:00:00.000Z')
  })

  test('grace extends submission, never the date', () => {
    const outcome = (at: string, date: string) =>
      verdictOf(2021, [piece('a', { at, date })], '2022-01-31T12:00:00').outcome
    assert.equal(outcome('2021-12-21T23:59:59', '2021-11-30'), 'met')
    assert.equal(outcome('2021-12-22T00:00:00', '2021-11-30'), 'not-met')
    assert.equal(outcome('2021-12-05T10:00:00', '2021-12-01'), 'not-met')
  })

  test('a piece resubmitted in the grace under a date of the new year moves to the new year', () => {
    const moved = [piece('a', { date: '2021-11-20' }, { date: '2021-12-02', at: '2021-12-03T10:00:00' })]
    assert.equal(verdictOf(2021, moved, '2022-01-31T12:00:00').outcome, 'not-met')
    assert.deepEqual(reasonFor(verdictOf(2022, moved, '2022-01-31T12:00:00'), 'a'), { kind: 'counts' })
  })
})

describe('the verdicts of a whole record', () => {
  const yearsOf = (pieces: PieceHistory[], at: string, keptSince?: string) =>
    recordVerdicts(
      packs,
      pieces,
      registered,
      instantIn(london, at),
      keptSince === undefined ? undefined : instantIn(london, keptSince),
    ).map(({ verdict: { closingYear } }) => closingYear)

  test('end with the year that is running, also in its first and last second', () => {
    assert.deepEqual(yearsOf([], '2026-11-30T23:59:59'), [2026])
    assert.deepEqual(yearsOf([], '2026-12-01T00:00:00'), [2027])
    assert.deepEqual(yearsOf([], '2019-12-01T23:59:59'), [])
    assert.deepEqual(yearsOf([], '2019-12-02T00:00:00'), [2020])
  })

  test('begin with the first year kept here, and call nothing before it unmet', () => {
    assert.deepEqual(yearsOf([], '2026-12-01T00:00:00', '2026-11-01T00:00:00'), [2026, 2027])
    assert.deepEqual(yearsOf([piece('a', { date: '2024-03-01' })], '2026-06-01T00:00:00'), [2024, 2025, 2026])
    assert.deepEqual(
      yearsOf([piece('a', { date: '2021-03-01', at: '2026-03-01T10:00:00' })], '2026-06-01T00:00:00'),
      [2026],
    )
    assert.deepEqual(
      yearsOf([piece('a', { date: '2020-11-30', at: '2020-12-21T10:00:00' })], '2021-06-01T00:00:00'),
      [2020, 2021],
    )
    assert.deepEqual(yearsOf([draft('a', '2021-03-01')], '2026-06-01T00:00:00'), [2026])
  })

  test('each follow the pack of its own year across the seams', () => {
    const pieces = [
      piece('a', { date: '2021-11-30', at: '2021-12-01T09:00:00' }),
      piece('b', { date: '2021-12-01', at: '2021-12-01T09:00:00', peer: true }),
      piece('c', { date: '2022-11-30' }),
      piece('d', { date: '2022-12-01', peer: true }),
    ]
    const verdicts = recordVerdicts(packs, pieces, registered, instantIn(london, '2023-06-01T12:00:00'))
    assert.deepEqual(
      verdicts.map(({ pack, verdict: { closingYear, outcome, have } }) => [
        pack.version,
        closingYear,
        outcome,
        have.pieces,
      ]),
      [
        ['2019', 2021, 'met', 1],
        ['2021', 2022, 'met', 2],
        ['2022', 2023, 'not-met', 1],
      ],
    )
  })

  test('the first year begins on 2 December 2019', () => {
    const outcome = (date: string) =>
      verdictOf(2020, [piece('a', { date, at: '2020-01-10T10:00:00' })], '2020-02-01T12:00:00').outcome
    assert.equal(outcome('2019-12-02'), 'met')
    assert.equal(outcome('2019-12-01'), 'not-met')
  })
})

describe('before a change', () => {
  const at = instantIn(london, '2026-11-20T10:00:00')
  const pieces = [piece('a', { peer: true }), piece('b', {})]
  const outcome = (changed: readonly PieceHistory[]) =>
    recordVerdicts(packs, changed, registered, at).at(-1)?.verdict.outcome

  test('it can be seen what a resubmission, a new piece or a withdrawal would lead to', () => {
    assert.equal(outcome(pieces), 'met')
    assert.equal(outcome(ifSubmitted(pieces, 'a', version(0, { text: 'a' }), at)), 'not-met')
    assert.equal(outcome(ifWithdrawn(pieces, 'b', at)), 'not-met')
    assert.equal(outcome(ifSubmitted(pieces.slice(0, 1), 'new', version(0, { text: 'new' }), at)), 'met')
  })
})

describe('for every record', () => {
  // Few texts and few days around the seams, so that pieces meet: identical, across years, on the edge.
  const days = [
    '2019-12-01',
    '2019-12-02',
    '2020-11-30',
    '2020-12-01',
    '2021-11-30',
    '2021-12-01',
    '2022-05-01',
    '2022-11-30',
    '2022-12-01',
  ].map(day)
  const anyText = fc.constantFrom('one', 'two', 'three', 'four', 'ONE!')
  const anyDay = fc.constantFrom(...days)
  const edges = ['2020-11-30', '2020-12-21', '2021-11-30', '2021-12-21', '2022-11-30'].map(it =>
    instantIn(london, `${addDays(day(it), 1)}T00:00:00`).getTime(),
  )
  const anyInstant = fc
    .oneof(
      fc
        .tuple(fc.constantFrom(...edges), fc.constantFrom(-1000, 0, 1000))
        .map(([edge, offset]) => edge + offset),
      fc.integer({ min: Date.parse('2019-12-02'), max: Date.parse('2023-06-01') }),
    )
    .map(ms => new Date(ms))
  const anyVersion = fc
    .record({
      text: anyText,
      activityDate: anyDay,
      submittedAt: anyInstant,
      hasPeerReflection: fc.boolean(),
      withdrawnAt: fc.option(anyInstant, { freq: 5 }),
    })
    .map(({ text, ...rest }) => ({
      ...rest,
      number: 0,
      fingerprint: fingerprintOf([text]),
      likeness: likenessOf([text]),
    }))
  const anyPiece = fc.record({
    hasDraft: fc.boolean(),
    draftDate: fc.option(anyDay),
    versions: fc
      .array(anyVersion, { maxLength: 3 })
      .map(all => all.map((it, i) => ({ ...it, number: i + 1 }))),
  })
  const anyRecord = fc
    .array(anyPiece, { maxLength: 6 })
    .map(all => all.map((it, i) => ({ ...it, pieceId: `p${i}` })))
  const later = new Date('2023-06-02')
  const runs = { numRuns: 1000 }

  const outcomes = (pieces: readonly PieceHistory[], at: Date) =>
    new Map(
      recordVerdicts(packs, pieces, registered, at, new Date('2019-12-02T00:00:00Z')).map(
        ({ verdict: it }) => [it.closingYear, it],
      ),
    )

  test('a new piece never un-meets a year, whatever counted before', () => {
    const counted = fc.array(fc.tuple(fc.nat({ max: 5 }), anyVersion), { maxLength: 3 })
    fc.assert(
      fc.property(
        anyRecord,
        anyPiece,
        anyInstant,
        fc.constantFrom(2020, 2021, 2022, 2023),
        counted,
        (record, added, at, closingYear, earlier) => {
          const pack = packForYear(packs, closingYear)
          const year = registrationYear(packs, closingYear)
          assert.ok(pack && year)
          const alreadyCounted = new Map(
            earlier.map(([i, it]) => [
              `p${i}`,
              { closingYear: closingYear - 1, firstSubmittedAt: it.submittedAt, version: it },
            ]),
          )
          const judge = (pieces: readonly PieceHistory[]) =>
            verdict({ packs, pack, year, pieces, registration: registered, at, alreadyCounted })
          const before = judge(record)
          const after = judge([...record, { ...added, pieceId: 'new' }])
          assert.ok(after.have.pieces >= before.have.pieces)
          assert.ok(after.have.withPeerReflection >= before.have.withPeerReflection)
          if (before.outcome === 'met') assert.equal(after.outcome, 'met')
        },
      ),
      runs,
    )
  })

  test('a new piece, submitted after what there is, never un-meets any year of the record', () => {
    fc.assert(
      fc.property(anyRecord, anyVersion, fc.integer({ min: 1, max: 10 ** 10 }), (record, added, wait) => {
        const last = Math.max(
          Date.parse('2019-12-02'),
          ...record.flatMap(it => it.versions.map(v => v.submittedAt.getTime())),
        )
        const submittedAt = new Date(last + wait)
        const fresh = {
          pieceId: 'a-new-one',
          hasDraft: false,
          draftDate: null,
          versions: [{ ...added, submittedAt }],
        }
        const at = new Date(Math.max(later.getTime(), submittedAt.getTime()))
        const before = outcomes(record, at)
        for (const [closingYear, { outcome }] of outcomes([...record, fresh], at))
          if (before.get(closingYear)?.outcome === 'met') assert.equal(outcome, 'met')
      }),
      runs,
    )
  })

  test('the order of the pieces does not matter, nor that of their versions', () => {
    fc.assert(
      fc.property(
        anyRecord.chain(record =>
          fc.tuple(fc.constant(record), fc.shuffledSubarray(record, { minLength: record.length })),
        ),
        anyInstant,
        ([record, shuffled], at) => {
          const turned = shuffled.map(it => ({ ...it, versions: it.versions.toReversed() }))
          const byPiece = (all: Verdict | undefined) => new Map(all?.reasons.map(it => [it.pieceId, it]))
          const one = outcomes(record, at)
          const other = outcomes(turned, at)
          for (const [closingYear, { reasons, ...rest }] of one) {
            const { reasons: turnedReasons, ...turnedRest } = other.get(closingYear) ?? { reasons: [] }
            assert.deepEqual(turnedRest, rest)
            assert.deepEqual(
              turnedReasons.map(it => it.pieceId),
              turned.map(it => it.pieceId),
            )
            assert.deepEqual(byPiece(other.get(closingYear)), new Map(reasons.map(it => [it.pieceId, it])))
          }
        },
      ),
      runs,
    )
  })

  test('a draft never counts, and takes nothing away', () => {
    fc.assert(
      fc.property(anyRecord, fc.option(anyDay), anyInstant, (record, draftDate, at) => {
        const withDraft = [...record, { pieceId: 'draft', hasDraft: true, draftDate, versions: [] }]
        const before = outcomes(record, at)
        for (const [closingYear, it] of outcomes(withDraft, at)) {
          assert.deepEqual(it.have, before.get(closingYear)?.have)
          assert.equal(reasonFor(it, 'draft')?.kind, 'draft-not-submitted')
        }
      }),
      runs,
    )
  })

  test('every piece has one reason, those that count add up, and none counts in two years', () => {
    fc.assert(
      fc.property(anyRecord, anyInstant, (record, at) => {
        const countedIn = new Map<string, number>()
        for (const [closingYear, it] of outcomes(record, at)) {
          assert.deepEqual(
            it.reasons.map(({ pieceId }) => pieceId),
            record.map(({ pieceId }) => pieceId),
          )
          const counting = it.reasons.filter(({ reason }) => reason.kind === 'counts')
          assert.equal(counting.length, it.have.pieces)
          assert.equal(it.outcome === 'met', it.missing.pieces + it.missing.withPeerReflection === 0)
          for (const { pieceId } of counting) {
            assert.equal(countedIn.get(pieceId), undefined)
            countedIn.set(pieceId, closingYear)
          }
        }
      }),
      runs,
    )
  })

  test('nothing that happens after a year has closed changes its verdict', () => {
    fc.assert(
      fc.property(anyRecord, fc.constantFrom(2020, 2021, 2022), anyInstant, (record, closingYear, at) => {
        const year = registrationYear(packs, closingYear)
        assert.ok(year)
        if (at < year.graceUntil) return
        const then = outcomes(record, year.graceUntil).get(closingYear)
        const now = outcomes(record, at).get(closingYear)
        assert.deepEqual([now?.outcome, now?.have], [then?.outcome, then?.have])
      }),
      runs,
    )
  })

  test('what is said to count was submitted in time and dated in the year', () => {
    fc.assert(
      fc.property(anyRecord, anyInstant, (record, at) => {
        for (const [closingYear, it] of outcomes(record, at)) {
          const year = registrationYear(packs, closingYear)
          assert.ok(year)
          for (const { pieceId, reason, version: number } of it.reasons) {
            if (reason.kind !== 'counts') continue
            const judged = record.find(p => p.pieceId === pieceId)?.versions.find(v => v.number === number)
            assert.ok(judged && judged.submittedAt <= at && judged.submittedAt < year.graceUntil)
            assert.ok(year.firstDay <= judged.activityDate && judged.activityDate <= year.lastDay)
            assert.ok(dayIn(london, judged.submittedAt) <= addDays(year.lastDay, 21))
          }
        }
      }),
      runs,
    )
  })
})
