import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDay, partsOfDay, type Day } from '../platform/day.ts'
import { standardPolicy } from '../supervision/policy/policy.ts'
import { contentOf, ownPoliciesOf, policyOf } from './policy-of.ts'
import { emptySpan, readPolicyForm, typedPolicyOf, type TypedPolicy } from './read-policy-form.ts'

function day(text: string): Day {
  const parsed = parseDay(text)
  assert.ok(parsed)
  return parsed
}

const today = day('2026-11-18')
const standard = standardPolicy(today)
const typed = (change: Partial<TypedPolicy> = {}): TypedPolicy => ({
  ...typedPolicyOf(standard, today),
  ...change,
})

function problems(change: Partial<TypedPolicy>): string[] {
  const read = readPolicyForm(typed(change), 2, today)
  if (read.ok) return []
  return read.refusal.map(problem => {
    const rest: readonly unknown[] = Object.values(problem).filter(value => typeof value !== 'object')
    return rest.join(' ')
  })
}

test('a policy that is typed as it is comes back as it is', () => {
  assert.deepEqual(readPolicyForm(typed(), 2, today), { ok: true, value: { ...standard, version: 2 } })
})

test('a version begins today or later, on a day there is', () => {
  assert.deepEqual(problems({ from: partsOfDay(day('2026-11-17')) }), ['from past'])
  assert.deepEqual(problems({ from: partsOfDay(day('2027-04-01')) }), [])
  assert.deepEqual(problems({ from: { day: '31', month: '11', year: '2026' } }), ['from not-a-real-date'])
})

test('stages that are left empty are none, and the others grow longer', () => {
  const empty = { until: emptySpan, every: emptySpan }
  const none = readPolicyForm(typed({ stages: [empty] }), 2, today)
  assert.deepEqual(none.ok && none.value.stages, [{ until: null, every: { months: 1 } }])
  const weeks = (count: string) => ({ count, unit: 'weeks' })
  const months = (count: string) => ({ count, unit: 'months' })
  assert.deepEqual(
    problems({
      stages: [{ until: months('6'), every: weeks('1') }, empty, { until: weeks('6'), every: weeks('2') }],
    }),
    ['stage 2 until not-longer'],
  )
  assert.deepEqual(
    problems({ stages: [{ until: { count: '6', unit: '' }, every: { count: 'often', unit: 'weeks' } }] }),
    ['stage 0 until no-unit', 'stage 0 every not-a-number'],
  )
  assert.deepEqual(problems({ afterwards: emptySpan }), ['afterwards missing'])
})

test('every other part is told when it is missing or cannot be', () => {
  const { numbers } = typed()
  assert.deepEqual(
    problems({
      numbers: { ...numbers, shortestMinutes: '5', daysToSign: '-1', retentionYears: '7.5' },
      forms: ['telepathy'],
      whoMaySupervise: '',
      retentionReason: ' ',
    }),
    [
      'number shortestMinutes 15 480',
      'forms',
      'whoMaySupervise',
      'number daysToSign 1 90',
      'number retentionYears 1 100',
      'retentionReason',
    ],
  )
})

test('what is stored is read back, and nothing else is', () => {
  const content: unknown = JSON.parse(JSON.stringify(contentOf(standard)))
  assert.deepEqual(policyOf({ version: 1, fromDay: today, content }), standard)
  const own = { ownPolicy: content, ownPolicyFrom: null, ownPoliciesBefore: [] }
  assert.deepEqual(ownPoliciesOf(own, today), [standard])
  for (const wrong of [null, {}, { ...contentOf(standard), stages: [] }, { ...contentOf(standard), more: 1 }])
    assert.throws(() => policyOf({ version: 1, fromDay: today, content: wrong }))
})
