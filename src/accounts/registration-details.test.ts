import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDay, type DateParts, type Day } from '../platform/day.ts'
import {
  emptyDate,
  emptyPeriod,
  readRegistration,
  type TypedPeriod,
  type TypedRegistration,
} from './registration-details.ts'

const today = dayOf('2026-11-18')

test('what was typed becomes periods in order of time', () => {
  const read = readRegistration(
    typed({
      registrationNumber: '  SW  123 ',
      periods: [period('1 12 2024', '', 'restored'), period('1 September 2015', '30 11 2022', 'joined')],
    }),
    today,
  )
  assert.deepEqual(read, {
    ok: true,
    value: {
      registrationNumber: 'SW 123',
      registration: {
        periods: [
          { from: '2015-09-01', to: '2022-11-30', kind: 'joined' },
          { from: '2024-12-01', to: null, kind: 'restored' },
        ],
        voluntaryRemovalAppliedOn: null,
      },
    },
  })
})

test('an empty form says all that is missing', () => {
  const codes = codesOf(typed({ registrationNumber: ' ', periods: [emptyPeriod] }))
  assert.deepEqual(codes, ['number-missing', 'from-wrong', 'kind-missing'])
})

test('a number of any form is taken up to 40 characters', () => {
  assert.deepEqual(codesOf(typed({ registrationNumber: '№ 7/å-🙂' })), [])
  assert.deepEqual(codesOf(typed({ registrationNumber: '9'.repeat(41) })), ['number-too-long'])
})

test('each date must be real, past and in order', () => {
  const one = (from: string, to: string) => codesOf(typed({ periods: [period(from, to, 'joined')] }))
  assert.deepEqual(one('31 11 2015', ''), ['from-wrong'])
  assert.deepEqual(one('19 11 2026', ''), ['from-in-the-future'])
  assert.deepEqual(one('18 11 2026', ''), [])
  assert.deepEqual(one('1 9 2015', '1 9 15'), ['to-wrong'])
  assert.deepEqual(one('1 9 2015', '1 1 2027'), ['to-in-the-future'])
  assert.deepEqual(one('1 9 2015', '31 8 2015'), ['to-before-from'])
})

test('nobody is on the register twice at once', () => {
  const two = (a: TypedPeriod, b: TypedPeriod) => codesOf(typed({ periods: [a, b] }))
  assert.deepEqual(two(period('1 9 2015', '', 'joined'), period('1 9 2020', '', 'restored')), [
    'period-overlaps',
  ])
  assert.deepEqual(two(period('1 9 2015', '1 9 2020', 'joined'), period('1 9 2020', '', 'restored')), [
    'period-overlaps',
  ])
  assert.deepEqual(two(period('1 9 2015', '31 8 2020', 'joined'), period('1 9 2020', '', 'restored')), [])
})

test('an application for voluntary removal has a date, and a date is not lost for want of a tick', () => {
  const removal = (voluntaryRemoval: boolean, date: DateParts) =>
    codesOf(typed({ voluntaryRemoval, voluntaryRemovalOn: date }))
  assert.deepEqual(removal(true, emptyDate), ['removal-wrong'])
  assert.deepEqual(removal(true, parts('19 11 2026')), ['removal-in-the-future'])
  assert.deepEqual(removal(false, parts('1 11 2026')), ['removal-not-ticked'])
  assert.deepEqual(removal(true, parts('1 11 2026')), [])
})

function codesOf(it: TypedRegistration): string[] {
  const read = readRegistration(it, today)
  return read.ok ? [] : read.refusal.map(problem => problem.code)
}

test('a number that is far too long is refused without normalising it', () => {
  const started = performance.now()
  assert.deepEqual(readRegistration(typed({ registrationNumber: '\u0300\u0316'.repeat(100_000) }), today), {
    ok: false,
    refusal: [{ code: 'number-too-long', limit: 40, length: 200_000 }],
  })
  assert.ok(performance.now() - started < 1_000)
})

test('somebody who is not on the register is asked nothing else, and may not say both', () => {
  const nothing = { registrationNumber: ' ', periods: [emptyPeriod] }
  assert.deepEqual(readRegistration(typed({ isNotOnRegister: true, ...nothing }), today), {
    ok: true,
    value: {
      registrationNumber: '',
      registration: { periods: [], voluntaryRemovalAppliedOn: null },
    },
  })
  const both = [
    {},
    { ...nothing, registrationNumber: 'SW1' },
    { ...nothing, voluntaryRemoval: true },
    { ...nothing, periods: [{ ...emptyPeriod, kind: 'joined' }] },
  ]
  for (const more of both)
    assert.deepEqual(codesOf(typed({ isNotOnRegister: true, ...more })), ['not-on-register-and-more'])
})

function typed(some: Partial<TypedRegistration>): TypedRegistration {
  return {
    isNotOnRegister: false,
    registrationNumber: 'SW1',
    periods: [period('1 9 2015', '', 'joined')],
    voluntaryRemoval: false,
    voluntaryRemovalOn: emptyDate,
    ...some,
  }
}

function period(from: string, to: string, kind: string): TypedPeriod {
  return { from: parts(from), to: to === '' ? emptyDate : parts(to), kind }
}

function parts(text: string): DateParts {
  const [day = '', month = '', year = ''] = text.split(' ')
  return { day, month, year }
}

function dayOf(text: string): Day {
  const day = parseDay(text)
  assert.ok(day)
  return day
}
