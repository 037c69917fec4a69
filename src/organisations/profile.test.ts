import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDay, type DateParts, type Day } from '../platform/day.ts'
import { readAbsence } from './absence.ts'
import { carriesInvitation, invitationTokenIn, stateOfInvitation } from './invitation.ts'
import { markOfProfile, readProfile, type TypedProfile } from './profile.ts'
import { readLine } from './read-line.ts'

const parsed = parseDay('2026-11-18')
assert.ok(parsed)
const today: Day = parsed

const noDate: DateParts = { day: '', month: '', year: '' }

function parts(text: string): DateParts {
  const [day = '', month = '', year = ''] = text.split(' ')
  return { day, month, year }
}

function typed(change: Partial<TypedProfile> = {}): TypedProfile {
  return {
    knownAs: ' Sam   Okafor ',
    isRegistered: 'yes',
    newlyQualifiedFrom: noDate,
    weekdays: ['1', '2', '4'],
    ...change,
  }
}

function fieldsOf(change: Partial<TypedProfile>): string[] {
  const read = readProfile(typed(change), today)
  return read.ok ? [] : read.refusal.map(({ field }) => field)
}

test('a profile is read as it was meant', () => {
  assert.deepEqual(readProfile(typed({ newlyQualifiedFrom: parts('1 Sept 2026') }), today), {
    ok: true,
    value: {
      knownAs: 'Sam Okafor',
      isRegistered: true,
      newlyQualifiedFrom: '2026-09-01',
      weekdays: [1, 2, 4],
    },
  })
})

test('whoever gives no date is not newly qualified', () => {
  const read = readProfile(typed(), today)
  assert.equal(read.ok && read.value.newlyQualifiedFrom, null)
})

test('what is missing or cannot be is told by field', () => {
  assert.deepEqual(fieldsOf({ knownAs: ' ', isRegistered: '', weekdays: ['8', ''] }), [
    'knownAs',
    'isRegistered',
    'weekdays',
  ])
  assert.deepEqual(fieldsOf({ newlyQualifiedFrom: parts('31 11 2026') }), ['newlyQualifiedFrom'])
  assert.deepEqual(
    fieldsOf({
      isRegistered: 'no',
      newlyQualifiedFrom: parts('1 9 2026'),
    }),
    ['newlyQualifiedFrom'],
  )
})

test('somebody newly qualified has begun, or begins within half a year', () => {
  assert.deepEqual(fieldsOf({ newlyQualifiedFrom: parts('18 5 2027') }), [])
  const read = readProfile(typed({ newlyQualifiedFrom: parts('15 10 2027') }), today)
  assert.deepEqual(read, {
    ok: false,
    refusal: [{ field: 'newlyQualifiedFrom', problem: 'too-far-ahead', parts: ['day', 'month', 'year'] }],
  })
})

test('a profile that was changed has another mark', () => {
  const read = readProfile(typed(), today)
  assert.ok(read.ok)
  assert.equal(markOfProfile(null), '')
  assert.equal(markOfProfile(read.value), markOfProfile({ ...read.value }))
  assert.notEqual(markOfProfile(read.value), markOfProfile({ ...read.value, weekdays: [1] }))
})

test('a line is tidied, counted by what people see as characters, and bounded without normalising', () => {
  assert.deepEqual(readLine('  Café\n team ', 10), { ok: true, value: 'Café team' })
  assert.deepEqual(readLine('🙂🙂', 2), { ok: true, value: '🙂🙂' })
  assert.deepEqual(readLine('abc', 2), { ok: false, refusal: { code: 'too-long', limit: 2, length: 3 } })
  const started = performance.now()
  assert.equal(readLine('\u0300\u0316'.repeat(100_000), 100).ok, false)
  assert.ok(performance.now() - started < 1_000)
})

test('an absence is of days, or until further notice', () => {
  const read = (from: string, to: string, isOpen = false) =>
    readAbsence({ from: parts(from), to: to === '' ? noDate : parts(to), isOpen })
  assert.deepEqual(read('1 2 2026', '1 2 2026'), {
    ok: true,
    value: { from: '2026-02-01', to: '2026-02-01' },
  })
  assert.deepEqual(read('1 2 2026', '', true), { ok: true, value: { from: '2026-02-01', to: null } })
  const problems = (...typed: Parameters<typeof read>) => {
    const absence = read(...typed)
    return absence.ok ? [] : absence.refusal.map(({ field, problem }) => `${field} ${problem}`)
  }
  assert.deepEqual(problems('2 2 2026', '1 2 2026'), ['to before-from'])
  assert.deepEqual(problems('2 2 2026', '3 2 2026', true), ['to or-open'])
  assert.deepEqual(problems('', ''), ['from missing-all', 'to missing-all'])
})

test('an invitation waits until it is answered, taken back or too old', () => {
  const now = new Date('2026-11-18T14:00:00Z')
  const later = new Date('2026-12-02T14:00:00Z')
  const state = (expiresAt: Date, answeredAt: Date | null, wasAccepted: boolean | null) =>
    stateOfInvitation({ expiresAt, answeredAt, wasAccepted }, now)
  assert.equal(state(later, null, null), 'waiting')
  assert.equal(state(now, null, null), 'expired')
  assert.equal(state(now, now, true), 'accepted')
  assert.equal(state(later, now, false), 'declined')
  assert.equal(state(later, now, null), 'taken-back')
})

test('only the address of an invitation has a token of one', () => {
  const token = 'A'.repeat(43)
  assert.equal(invitationTokenIn(`/invitations/${token}`), token)
  for (const other of ['/', `/invitations/${token}/`, `/invitations/${token}?a`, '/invitations/x', '//evil'])
    assert.equal(invitationTokenIn(other), null)
})

test('a form with the secret of an invitation in it is known by its address, and by where it leads on to', () => {
  const secret = `/invitations/${'a1_-'.repeat(8)}`
  const profile = '/supervision/profile'
  assert.ok(carriesInvitation({ path: secret, fields: [['answer', 'accept']] }))
  assert.ok(carriesInvitation({ path: profile, fields: [['next', secret]] }))
  assert.ok(
    carriesInvitation({ path: profile, fields: [['next', `/sign-in?next=${encodeURIComponent(secret)}`]] }),
  )
  // What somebody wrote is theirs, whatever it is.
  assert.ok(!carriesInvitation({ path: profile, fields: [['note', secret]] }))
  assert.ok(
    !carriesInvitation({ path: '/organisations/1/invitations/new', fields: [['next', '/invitations']] }),
  )
})

test('an absence of more than five years is until further notice, or a slip', () => {
  const date = (year: string) => ({ day: '1', month: '3', year })
  const to = (year: string) => readAbsence({ from: date('2026'), to: date(year), isOpen: false })
  assert.ok(to('2031').ok)
  assert.deepEqual(to('9999'), {
    ok: false,
    refusal: [{ field: 'to', problem: 'too-long', parts: ['day', 'month', 'year'] }],
  })
})
