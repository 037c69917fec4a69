import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { parseDay, type Day } from '../../platform/day.ts'
import type { SessionFacts } from '../sessions/session-facts.ts'
import {
  isLate,
  makeJointContent,
  readAnswer,
  readJointContent,
  signBy,
  signRecord,
  stateOfRecord,
  writeJointContent,
} from './joint-record.ts'
import { standardPolicy } from '../policy/policy.ts'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  assert.ok(parsed)
  return parsed
}

const session: SessionFacts = {
  sessionId: 's',
  startsAt: new Date('2026-11-16T10:00:00Z'),
  form: 'group',
  state: 'held',
  isContentRecorded: true,
  attended: ['a', 'b'],
}

const made = makeJointContent({
  relationshipId: 'r',
  sessionId: 's',
  day: day('2026-11-16'),
  texts: { wellbeing: 'Tired, and glad of the leave.', 'comment-b': 'So it was.', 'comment-a': ' ' },
  actions: [],
})

test('what is signed has every section as it was asked, and the comments that say something', () => {
  assert.deepEqual(
    made.sections.map(({ id }) => id),
    ['wellbeing', 'workload', 'learning', 'reflection', 'standards', 'feedback'],
  )
  assert.deepEqual(made.comments, [{ personId: 'b', text: 'So it was.' }])
})

test('the hash is of exactly the bytes that are kept, and they read back the same', () => {
  const { text, sha256 } = writeJointContent(made)
  assert.equal(sha256, createHash('sha256').update(text).digest('hex'))
  assert.deepEqual(readJointContent(text), made)
})

test('a press signs what was on the screen and nothing else', () => {
  const { sha256 } = writeJointContent(made)
  const press = { session, isSigned: false, content: made, shownSha256: sha256, likely: 0, anyway: false }
  assert.equal(signRecord(press).ok, true)
  const refusalOf = (changed: Partial<typeof press>) => {
    const signed = signRecord({ ...press, ...changed })
    return signed.ok ? null : signed.refusal
  }
  assert.equal(refusalOf({ shownSha256: 'another' }), 'changed-elsewhere')
  assert.equal(refusalOf({ likely: 1 }), 'ask-once-more')
  assert.equal(refusalOf({ likely: 1, anyway: true }), null)
  assert.equal(refusalOf({ likely: 1, shownSha256: 'another' }), 'changed-elsewhere')
  assert.equal(refusalOf({ isSigned: true }), 'signed-already')
  assert.equal(refusalOf({ session: { ...session, state: 'planned' } }), 'not-held')
  const empty = makeJointContent({ ...made, texts: { 'comment-a': 'Hm.' }, actions: [] })
  assert.equal(refusalOf({ content: empty }), 'nothing-written')
})

test('whoever disagrees says why, whoever agrees need not', () => {
  assert.deepEqual(readAnswer({ agrees: 'yes', words: '' }), { ok: true, value: { agrees: true, words: '' } })
  const wordless = readAnswer({ agrees: 'no', words: ' ' })
  assert.deepEqual(!wordless.ok && wordless.refusal, [{ field: 'words', problem: 'missing' }])
  const nothing = readAnswer({ agrees: '', words: '' })
  assert.deepEqual(!nothing.ok && nothing.refusal, [{ field: 'agrees', problem: 'missing' }])
})

test('a record is signed once every supervisee who was there has answered, either way', () => {
  const answer = (personId: string, agrees: boolean) => ({
    personId,
    agrees,
    words: 'Words.',
    signedAt: session.startsAt,
  })
  const stateWith = (...answers: readonly ReturnType<typeof answer>[]) =>
    stateOfRecord(session, { hasDraft: false, signed: { answers } })
  assert.deepEqual(stateWith(), { kind: 'waiting', for: ['a', 'b'] })
  assert.deepEqual(stateWith(answer('b', false)), { kind: 'waiting', for: ['a'] })
  assert.deepEqual(stateWith(answer('b', false), answer('a', true)), { kind: 'signed', disagreed: 1 })
  assert.deepEqual(stateOfRecord(session, { hasDraft: true, signed: null }), { kind: 'draft' })
})

test('it is late from the day after the last one for signing, until all have', () => {
  const by = signBy(day('2026-11-16'), standardPolicy(day('2020-01-01')))
  assert.equal(by, '2026-11-26')
  assert.equal(isLate({ kind: 'draft' }, by, day('2026-11-26')), false)
  assert.equal(isLate({ kind: 'draft' }, by, day('2026-11-27')), true)
  assert.equal(isLate({ kind: 'waiting', for: ['a'] }, by, day('2026-11-27')), true)
  assert.equal(isLate({ kind: 'signed', disagreed: 0 }, by, day('2026-11-27')), false)
})
