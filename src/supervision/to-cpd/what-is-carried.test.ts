import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { checkWorkedExample } from '../../cpd/worked-examples.ts'
import { parseDay } from '../../platform/day.ts'
import { loadRulePacks } from '../../schemes/load-rule-packs.ts'
import type { WhichIsItAnswers } from '../../which-is-it/which-is-it.ts'
import { answersToStartFrom, namesIn, questionToOpen, whatMayBeCarried } from './what-is-carried.ts'

const pack = loadRulePacks(
  fileURLToPath(new URL('../../../schemes/social-work-england', import.meta.url)),
  checkWorkedExample,
).at(-1)
assert.ok(pack)
const day = parseDay('2026-11-16')
assert.ok(day)

const carried = [{ id: 'notes', label: 'Your notes', text: 'I hurry when I am anxious.\n' }]
const startOf = (answers: Omit<WhichIsItAnswers, 'recorded'>) => {
  const all = { ...answers, recorded: 'no' as const }
  return {
    start: answersToStartFrom(pack, { answers: all, day, carried }),
    opens: questionToOpen(pack, all)?.id,
  }
}

test('a reflection on supervision has its type, the day of the session, and the words under what was learnt', () => {
  const { start, opens } = startOf({ learning: 'supervision-session', talked: 'no' })
  assert.equal(start.type, 'supervision')
  assert.deepEqual(start.date, { day: '16', month: '11', year: '2026' })
  assert.deepEqual(start.texts, { learning: 'I hurry when I am anxious.' })
  assert.deepEqual(start.peerReflection, { text: '', peers: [], settings: [] })
  assert.equal(opens, 'learning')
})

test('other learning that was talked over in the session opens at P, with who and where, and no day', () => {
  const { start, opens } = startOf({ learning: 'other-activity', talked: 'in-supervision' })
  assert.equal(start.type, '')
  assert.deepEqual(start.date, { day: '', month: '', year: '' })
  assert.deepEqual(start.texts, {})
  assert.deepEqual(start.peerReflection, {
    text: 'I hurry when I am anxious.',
    peers: [{ category: 'line-manager-or-supervisor', role: '' }],
    settings: ['in-supervision'],
  })
  assert.equal(opens, 'peer')
})

test('a reflection on supervision that was talked over later is dated, and opens at P', () => {
  const { start, opens } = startOf({ learning: 'supervision-session', talked: 'with-social-worker' })
  assert.equal(start.type, 'supervision')
  assert.equal(start.date.day, '16')
  assert.equal(start.peerReflection.text, '')
  assert.equal(opens, 'peer')
})

test('of a record that is not signed nothing may be carried', () => {
  const may = whatMayBeCarried({ personId: 'me', note: ' ', signed: null })
  assert.deepEqual(may, [])
})

test('of others only what was signed together may be carried, of actions and answers only one’s own', () => {
  const may = whatMayBeCarried({
    personId: 'me',
    note: 'My note.',
    signed: {
      content: {
        relationshipId: 'r',
        sessionId: 's',
        day,
        sections: [
          { id: 'learning', question: 'Learning and development', text: 'A course.' },
          { id: 'feedback', question: 'Feedback on supervision', text: '' },
        ],
        comments: [{ personId: 'you', text: 'Theirs.' }],
        actions: [
          { what: 'Mine to do.', ownerId: 'me', byDay: day },
          { what: 'Theirs to do.', ownerId: 'you', byDay: day },
        ],
      },
      sha256: '',
      signedBy: 'boss',
      signedAt: new Date(0),
      answers: [
        { personId: 'me', agrees: true, words: 'So it was.', signedAt: new Date(0) },
        { personId: 'you', agrees: false, words: 'Not so.', signedAt: new Date(0) },
      ],
      additions: [],
    },
  })
  assert.deepEqual(
    may.map(({ text }) => text),
    ['My note.', 'A course.', 'So it was.', 'Mine to do.'],
  )
})

test('a name of somebody in the session is found whole or by one word of it', () => {
  const names = ['Sam Supervisor', 'Élodie', 'O']
  assert.deepEqual(namesIn('I told sam that it was late.', names), ['Sam Supervisor'])
  assert.deepEqual(namesIn('élodie’s view, and O.', names), ['Élodie'])
  assert.deepEqual(namesIn('The same evening.', names), [])
})
