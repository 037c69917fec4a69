import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantIn, parseDay } from '../platform/day.ts'
import type { Day } from '../platform/day.ts'
import { loadRulePacks } from '../schemes/load-rule-packs.ts'
import type { Registration } from './registration.ts'
import { renewalSteps } from './renewal-steps.ts'
import type { RenewalSteps } from './renewal-steps.ts'
import { recordVerdicts } from './verdict.ts'
import type { PieceHistory } from './piece-verdict.ts'
import { checkWorkedExample } from './worked-examples.ts'

const packs = loadRulePacks('schemes/social-work-england', checkWorkedExample)

function day(text: string): Day {
  const parsed = parseDay(text)
  assert.ok(parsed, text)
  return parsed
}

const onRegisterFrom = (from: string, appliedOn: Day | null = null): Registration => ({
  periods: [{ from: day(from), to: null, kind: 'joined' }],
  voluntaryRemovalAppliedOn: appliedOn,
})
const registered = onRegisterFrom('2015-06-01')

const enough = ['one', 'two'].map((fingerprint): PieceHistory => ({
  pieceId: fingerprint,
  hasDraft: false,
  draftDate: null,
  versions: [
    {
      number: 1,
      submittedAt: new Date('2026-05-01T10:00:00Z'),
      withdrawnAt: null,
      activityDate: day('2026-04-30'),
      hasPeerReflection: true,
      fingerprint,
      likeness: '',
    },
  ],
}))

function stepsOn(
  today: string,
  pieces: PieceHistory[],
  told: Record<string, Day>,
  registration = registered,
): RenewalSteps {
  const judged = recordVerdicts(
    packs,
    pieces,
    registration,
    instantIn('Europe/London', `${today}T12:00:00`),
  ).at(-1)
  assert.ok(judged)
  return renewalSteps(judged.pack, judged.year, judged.verdict, told, day(today))
}

const states = ({ steps }: RenewalSteps) => steps.map(step => `${step.id}: ${step.state}`)

test('before the window opens only CPD can be done', () => {
  const may = stepsOn('2026-05-15', [], {})
  assert.deepEqual(states(may), ['form: not-open-yet', 'fee: not-open-yet', 'cpd: open'])
  assert.deepEqual(
    may.steps.map(step => step.opensOn),
    ['2026-09-01', '2026-09-01', '2025-12-01'],
  )
  assert.equal(stepsOn('2026-08-31', enough, {}).allDone, false)
  assert.deepEqual(states(stepsOn('2026-09-01', enough, {})), [
    'form: open',
    'fee: open',
    'cpd: done-our-record-shows',
  ])
})

test('two steps of three are not done, whichever is open', () => {
  const told = { form: day('2026-09-10'), fee: day('2026-10-01') }
  assert.equal(stepsOn('2026-11-20', [], told).allDone, false)
  assert.equal(stepsOn('2026-11-20', enough, { fee: day('2026-10-01') }).allDone, false)
  assert.equal(stepsOn('2026-11-20', enough, { form: day('2026-10-01') }).allDone, false)

  const done = stepsOn('2026-11-20', enough, told)
  assert.equal(done.allDone, true)
  assert.deepEqual(states(done), [
    'form: done-you-told-us',
    'fee: done-you-told-us',
    'cpd: done-our-record-shows',
  ])
  assert.deepEqual(
    done.steps.map(step => step.on),
    ['2026-09-10', '2026-10-01', null],
  )
})

test('a step that only the record can show cannot be told, and one told before it opened is not done', () => {
  const told = { form: day('2026-08-31'), cpd: day('2026-09-10'), unknown: day('2026-09-10') }
  assert.deepEqual(states(stepsOn('2026-11-20', [], told)), ['form: open', 'fee: open', 'cpd: open'])
})

test('whoever joined since 1 September pays the fee and does nothing else', () => {
  const late = onRegisterFrom('2026-09-05')
  assert.deepEqual(states(stepsOn('2026-10-10', [], {}, late)), [
    'form: not-required',
    'fee: open',
    'cpd: not-required',
  ])
  assert.equal(stepsOn('2026-10-10', [], {}, late).allDone, false)
  assert.equal(stepsOn('2026-10-10', [], { fee: day('2026-10-10') }, late).allDone, true)
})

test('whoever applied for voluntary removal or is not on the register has no step to do', () => {
  for (const registration of [
    onRegisterFrom('2015-06-01', day('2026-10-05')),
    onRegisterFrom('2027-01-01'),
  ]) {
    const none = stepsOn('2026-10-10', [], {}, registration)
    assert.deepEqual(states(none), ['form: not-required', 'fee: not-required', 'cpd: not-required'])
  }
})
