import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Piece } from '../cpd/piece.ts'
import type { RegisterPeriod } from '../cpd/registration.ts'
import type { PractitionerRecord, StepTold } from '../cpd/practitioner-record.ts'
import { whereYouStand, type Standing } from '../cpd/where-you-stand.ts'
import type { RecordGoesTo } from '../platform/config.ts'
import { instantIn, parseDay, type Day } from '../platform/day.ts'
import { loadRulePacks } from '../schemes/load-rule-packs.ts'
import type { ReminderKind } from '../schemes/rule-pack.ts'
import { reminderAt, reminderOn } from './reminder-on.ts'
import { reminderWords } from './reminder-words.ts'

const packs = loadRulePacks('schemes/social-work-england', () => null)
const marker = 'Nobody else may read this'

function day(text: string): Day {
  const parsed = parseDay(text)
  assert.ok(parsed, text)
  return parsed
}

function atEight(text: string): Date {
  return instantIn('Europe/London', `${text}T08:00:00`)
}

/** A piece submitted in time for the year that closes in 2026. */
function piece(number: number, options: { peer?: boolean; draft?: boolean } = {}): Piece {
  const at = atEight('2025-12-01')
  const summary = { title: `${marker} ${number}`, fingerprint: `${number}`, likeness: '' }
  return {
    pieceId: `piece-${number}`,
    createdAt: at,
    changedAt: at,
    version: 2,
    draft: options.draft === true ? { title: marker, date: null } : null,
    submissions:
      options.draft === true
        ? []
        : [
            {
              ...summary,
              number: 1,
              submittedAt: new Date(at.getTime() - 1),
              withdrawnAt: null,
              activityDate: day('2025-12-01'),
              hasPeerReflection: options.peer === true,
              receipt: 'AAAA-BBBB-CCCC',
              sha256: '',
              pieceVersion: 1,
            },
          ],
    copied: null,
  }
}

interface Somebody {
  readonly pieces?: readonly Piece[]
  readonly told?: readonly string[]
  readonly periods?: readonly RegisterPeriod[]
  readonly removal?: Day
}

/** Where somebody stands at eight on a day; what they tell us they tell on 1 September, when it can first be done. */
function standing(on: string, somebody: Somebody, recordGoesTo: RecordGoesTo = 'nobody'): Standing {
  const september = day('2026-09-01')
  const told = on < september ? [] : (somebody.told ?? [])
  const record: PractitionerRecord = {
    scheme: 'social-work-england',
    registration: {
      periods: somebody.periods ?? [{ from: day('2015-09-01'), to: null, kind: 'joined' }],
      voluntaryRemovalAppliedOn: somebody.removal ?? null,
    },
    formLayout: 'one-page',
    remindersOn: true,
    keptSince: atEight('2025-12-01'),
    pieces: somebody.pieces ?? [],
    stepsTold: told.map((step): StepTold => ({ closingYear: 2026, step, doneOn: september })),
  }
  return whereYouStand({ packs, record, recordGoesTo, at: atEight(on) })
}

const days: Readonly<Record<ReminderKind, string>> = {
  'year-opens': '2025-12-01',
  quarterly: '2026-03-01',
  'window-opens': '2026-09-01',
  'direct-debit-set-up': '2026-09-25',
  'direct-debit': '2026-10-01',
  outstanding: '2026-11-16',
  'last-days': '2026-11-29',
  'last-day': '2026-11-30',
}
const kinds = Object.keys(days) as ReminderKind[]

const met = [piece(1), piece(2, { peer: true })]
const beforeRenewal: ReminderKind[] = ['year-opens', 'quarterly']
const renewal = kinds.filter(kind => !beforeRenewal.includes(kind))
const notMoney = kinds.filter(kind => !kind.startsWith('direct-debit'))
const joinedLate: RegisterPeriod[] = [{ from: day('2026-09-10'), to: null, kind: 'joined' }]

const table: [string, Somebody, readonly ReminderKind[], RegExp | null][] = [
  ['nothing is recorded', {}, kinds, /- CPD: submit 2 different pieces of CPD and include a peer reflection/],
  ['a draft waits', { pieces: [piece(1, { draft: true })] }, kinds, /finish and submit the draft/],
  ['one of two is submitted', { pieces: [piece(1)] }, kinds, /- CPD: submit 1 more different piece/],
  [
    'a peer reflection is missing',
    { pieces: [piece(1), piece(2)] },
    kinds,
    /- CPD: include a peer reflection/,
  ],
  ['CPD is met, form and fee are not', { pieces: met }, renewal, /- Renewal form: you have not told us/],
  [
    'only the fee is missing',
    { pieces: met, told: ['form'] },
    renewal,
    /- Registration fee: you have not told us/,
  ],
  [
    'only the form is missing',
    { pieces: met, told: ['fee'] },
    renewal.filter(kind => notMoney.includes(kind)),
    /- Renewal form: you have not told us/,
  ],
  [
    'form and fee are done, but not CPD',
    { pieces: [piece(1)], told: ['form', 'fee'] },
    notMoney,
    /- CPD: submit 1 more/,
  ],
  [
    'all is done',
    { pieces: met, told: ['form', 'fee'] },
    // On 1 September they tell us; before that there was nothing that could be done.
    [],
    null,
  ],
  ['voluntary removal was applied for', { removal: day('2025-12-01') }, [], null],
  [
    'they left the register',
    { periods: [{ from: day('2015-09-01'), to: day('2025-11-30'), kind: 'joined' }] },
    [],
    null,
  ],
  [
    'they joined late, and owe the fee only',
    { periods: joinedLate },
    renewal.filter(kind => kind !== 'window-opens'),
    /You do not have to record CPD .* but you have not told us that the registration fee is done/,
  ],
  ['they joined late and paid', { periods: joinedLate, told: ['fee'] }, [], null],
]

describe('when', () => {
  for (const [name, somebody, expected, says] of table)
    test(`${name}, reminders go out for ${expected.length === 0 ? 'nothing' : expected.join(', ')}`, () => {
      // Who joins in September asks for nothing before.
      const asked = somebody.periods === joinedLate ? kinds.filter(kind => days[kind] >= '2026-09-10') : kinds
      const sent = asked.filter(
        kind => reminderWords(standing(days[kind], somebody), kind, 'nobody') !== null,
      )
      assert.deepEqual(sent, expected)
      for (const kind of sent.filter(kind => kind !== 'year-opens')) {
        const words = reminderWords(standing(days[kind], somebody), kind, 'nobody')
        assert.match(words?.text ?? '', says ?? /./, kind)
      }
    })
})

describe('a reminder', () => {
  test('names what is missing step by step, the time left, and the one next thing', () => {
    const words = reminderWords(
      standing('2026-11-16', { pieces: [met[1] ?? piece(2)] }),
      'outstanding',
      'nobody',
    )
    assert.equal(words?.subject, '14 days left: you are not done yet for 2025 to 2026')
    assert.equal(
      words?.text,
      [
        'You are not done yet for 2025 to 2026: you still need to submit 1 more different piece of CPD.',
        [
          'Still missing:',
          '- Renewal form: you have not told us that you have done it',
          '- Registration fee: you have not told us that you have done it',
          '- CPD: submit 1 more different piece of CPD',
        ].join('\n'),
        '14 days left: everything must be done by 30 November 2026 at 11:59pm.',
        'The next thing to do: record a piece of CPD.',
        'You have not marked 1 piece that counts as copied to Social Work England.',
        'Confer sends nothing to Social Work England. What you submit here reaches them only if you copy each piece into your account with them yourself.',
      ].join('\n\n'),
    )
  })

  test('never says that something is done while something is open, and never holds a title', () => {
    for (const [name, somebody] of table)
      for (const kind of kinds) {
        if (somebody.periods === joinedLate && days[kind] < '2026-09-10') continue
        const words = reminderWords(standing(days[kind], somebody), kind, 'nobody')
        const mail = `${words?.subject} ${words?.text}`
        assert.ok(!mail.includes(marker), `${name}, ${kind}`)
        assert.doesNotMatch(mail, /all done|you are done|complete|success/i)
      }
  })

  test('says that the regulator has received it, and of no copying, where the regulator runs Confer', () => {
    const words = reminderWords(
      standing('2026-11-16', { pieces: met }, 'regulator'),
      'outstanding',
      'regulator',
    )
    assert.match(words?.text ?? '', /What you submit here is received by Social Work England/)
    assert.doesNotMatch(words?.text ?? '', /sends nothing|as copied/)
  })

  test('that waited until the next day counts the days that are left then', () => {
    const words = reminderWords(standing('2026-11-30', {}), 'last-days', 'nobody')
    assert.equal(words?.subject, 'Today is the last day: you are not done yet for 2025 to 2026')
  })
})

describe('a reminder day', () => {
  test('is one that the pack of the running year names', () => {
    assert.deepEqual(reminderAt(packs, atEight('2026-11-30')), {
      day: '2026-11-30',
      closingYear: 2026,
      kind: 'last-day',
    })
    assert.deepEqual(reminderAt(packs, atEight('2026-12-01')), {
      day: '2026-12-01',
      closingYear: 2027,
      kind: 'year-opens',
    })
    assert.equal(reminderAt(packs, atEight('2026-11-28')), null)
  })

  test('is none where no pack governs', () => {
    assert.equal(reminderOn(packs, day('2018-11-30')), null)
    assert.equal(reminderAt(packs, atEight('2018-11-30')), null)
  })

  test('begins and ends at midnight where the regulator is', () => {
    assert.equal(reminderAt(packs, new Date('2026-08-31T22:59:59Z')), null)
    assert.equal(reminderAt(packs, new Date('2026-08-31T23:00:00Z'))?.kind, 'window-opens')
  })
})
