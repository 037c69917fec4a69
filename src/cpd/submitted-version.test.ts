import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadRulePacks } from '../schemes/load-rule-packs.ts'
import { emptyAnswers } from './answers.ts'
import type { Answers } from './answers.ts'
import { summarise } from './submitted-version.ts'
import { checkWorkedExample } from './worked-examples.ts'

const [pack2019, , pack] = loadRulePacks('schemes/social-work-england', checkWorkedExample)
assert.ok(pack2019 && pack)

const answers: Answers = {
  ...emptyAnswers(),
  texts: { title: 'A title', description: 'What it was', learning: 'What I learnt', impact: 'What changed' },
  date: { day: '1', month: 'june', year: '2026' },
}

test('the same writing under another title, date, type or peer reflection is the same piece', () => {
  const first = summarise(pack, answers)
  const second = summarise(pack, {
    ...answers,
    texts: { ...answers.texts, title: 'Another title', learning: ' WHAT I learnt!' },
    type: 'reading',
    date: { day: '2', month: '6', year: '2026' },
    peerReflection: { ...answers.peerReflection, text: 'We talked' },
  })
  assert.equal(second.fingerprint, first.fingerprint)
  assert.equal(second.likeness, first.likeness)
  assert.deepEqual([first.activityDate, second.activityDate], ['2026-06-01', '2026-06-02'])
  assert.deepEqual([first.hasPeerReflection, second.hasPeerReflection], [false, true])
})

test('one compared answer that differs makes another piece', () => {
  const other = { ...answers, texts: { ...answers.texts, impact: 'What changed for me' } }
  assert.notEqual(summarise(pack, other).fingerprint, summarise(pack, answers).fingerprint)
})

test('a pack without the peer question knows no peer reflection', () => {
  const reflected = { ...answers, peerReflection: { ...answers.peerReflection, text: 'We talked' } }
  assert.equal(summarise(pack2019, reflected).hasPeerReflection, false)
})

test('answers without a date cannot be summed up', () => {
  assert.throws(() => summarise(pack, emptyAnswers()), /date/)
})
