import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formInWords, nameOfForm } from './form-in-words.ts'

test('a case decision is called that, and has the labels of its form and no id', () => {
  const path = '/supervision/r/sessions/s/case-decisions'
  assert.equal(nameOfForm(path), 'A case decision')
  const typed = [
    ['decisionId', '6f1c0d52-6b6c-4b7e-8f43-0d4a1f1f0c11'],
    ['reference', 'C-1'],
    ['decision', 'Visit\nweekly.'],
    ['by-day', '14'],
    ['by-month', '12'],
    ['by-year', '2026'],
  ] as const
  assert.deepEqual(formInWords({ path }, typed, {}), [
    { label: 'Case reference', text: 'C-1' },
    { label: 'What was decided', text: 'Visit\nweekly.' },
    { label: 'By when', text: '14 12 2026' },
  ])
})

test('a policy says what each of its numbers is, stage by stage, and its choices in words', () => {
  const path = '/organisations/o/policy/new'
  assert.equal(nameOfForm(path), 'A supervision policy')
  const typed = [
    ['every-count-1', '1'],
    ['every-unit-1', 'weeks'],
    ['every-count-2', '2'],
    ['every-unit-2', 'weeks'],
    ['afterwards-count', '1'],
    ['afterwards-unit', 'months'],
    ['forms', 'one-to-one'],
    ['forms', 'group'],
    ['retentionReason', 'Our schedule.'],
  ] as const
  assert.deepEqual(formInWords({ path }, typed, {}), [
    { label: 'One session every', text: '1 weeks' },
    { label: 'One session every', text: '2 weeks' },
    { label: 'Afterwards, and for everybody else, one session every', text: '1 months' },
    { label: 'In which form', text: 'One to one, In a group' },
    { label: 'Why so long', text: 'Our schedule.' },
  ])
})

test('what a form is not known to have is shown all the same', () => {
  assert.equal(nameOfForm('/somewhere'), 'A form')
  const typed = [['unknown', 'An hour’s work']] as const
  for (const path of ['/somewhere', '/cpd/new'])
    assert.deepEqual(formInWords({ path }, typed, { learning: 'What you learnt' }), [
      { label: '', text: 'An hour’s work' },
    ])
})
