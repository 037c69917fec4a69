import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Level } from '../anonymisation/finding.ts'
import { loadRulePacks } from '../schemes/load-rule-packs.ts'
import { emptyAnswers, type Answers } from './answers.ts'
import {
  choicesIn,
  countFound,
  isAt,
  rewritten,
  textsOf,
  type Edit,
  type FoundInPiece,
} from './piece-check.ts'
import { checkWorkedExample } from './worked-examples.ts'

const pack = loadRulePacks('schemes/social-work-england', checkWorkedExample).at(-1)
assert.ok(pack)

const answers: Answers = {
  ...emptyAnswers(),
  texts: { title: 'A title', description: 'What', learning: 'Kelly said so.', impact: 'Much' },
  peerReflection: {
    text: 'We talked.',
    peers: [
      { category: 'nurse', role: 'ward nurse' },
      { category: 'nurse', role: 'Kelly' },
    ],
    settings: ['group'],
  },
}

function found(questionId: string, row: number | null, text: string, level: Level = 'likely'): FoundInPiece {
  return {
    place: { questionId, row },
    index: ['title', 'description', 'learning', 'impact', 'peer'].indexOf(questionId) + (row ?? 0),
    text,
    finding: { start: 0, end: 5, class: 'person', level, kind: 'name' },
  }
}

function editOf(questionId: string, row: number | null, text: string, rewrite: Edit['rewrite']): Edit {
  return { place: { questionId, row }, text, rewrite }
}

const remove = { start: 0, end: 5, replacement: '', label: 'Remove it' }

test('every text that somebody types freely is checked, job roles of peers too', () => {
  assert.deepEqual(
    textsOf(pack, answers).map(({ place, text }) => [place.questionId, place.row, text]),
    [
      ['title', null, 'A title'],
      ['description', null, 'What'],
      ['learning', null, 'Kelly said so.'],
      ['impact', null, 'Much'],
      ['peer', null, 'We talked.'],
      ['peer', 1, 'ward nurse'],
      ['peer', 2, 'Kelly'],
    ],
  )
})

test('a rewrite changes the one text that it is of', () => {
  const parent = { ...remove, replacement: 'A parent' }
  assert.deepEqual(rewritten(answers, [editOf('learning', null, 'Kelly said so.', parent)]), {
    ...answers,
    texts: { ...answers.texts, learning: 'A parent said so.' },
  })
  const { peerReflection } = answers
  assert.deepEqual(rewritten(answers, [editOf('peer', 2, 'Kelly', remove)]), {
    ...answers,
    peerReflection: {
      ...peerReflection,
      peers: [peerReflection.peers[0], { category: 'nurse', role: '' }],
    },
  })
  assert.deepEqual(
    rewritten(answers, [editOf('peer', null, 'We talked.', { ...remove, end: 2, replacement: 'They' })]),
    { ...answers, peerReflection: { ...peerReflection, text: 'They talked.' } },
  )
})

test('one press replaces a name in every answer, each time as its sentence needs it', () => {
  const text = 'Kelly left. I rang Kelly.'
  const second = found('impact', null, text)
  const all = [
    found('learning', null, 'Kelly said so.'),
    second,
    { ...second, finding: { ...second.finding, start: 19, end: 24 } },
  ]
  const [first = [], ...others] = choicesIn(all)
  const everywhere = first.find(({ words }) => words === 'Replace it everywhere with “a child”')
  assert.ok(everywhere)
  assert.ok(others.flat().every(({ words }) => !words.includes('everywhere')))
  const before = { ...answers, texts: { ...answers.texts, impact: text } }
  assert.deepEqual(rewritten(before, everywhere.edits), {
    ...before,
    texts: {
      ...before.texts,
      learning: 'A child said so.',
      impact: 'The child left. I rang the child.',
    },
  })
})

test('what is kept is counted apart, whatever its level', () => {
  const all = [
    found('learning', null, 'Kelly'),
    found('impact', null, 'Kelly', 'check'),
    found('title', null, 'Kelly', 'note'),
  ]
  assert.deepEqual(
    countFound(all, () => false),
    { likely: 1, check: 1, note: 1, kept: 0 },
  )
  assert.deepEqual(
    countFound(all, ({ place }) => place.questionId === 'learning'),
    { likely: 0, check: 1, note: 1, kept: 1 },
  )
})

test('a press is of the finding in just that place', () => {
  const one = found('peer', 2, 'Kelly')
  assert.equal(isAt(one, { place: { questionId: 'peer', row: 2 }, start: 0, end: 5 }), true)
  assert.equal(isAt(one, { place: { questionId: 'peer', row: 1 }, start: 0, end: 5 }), false)
  assert.equal(isAt(one, { place: { questionId: 'peer', row: 2 }, start: 0, end: 4 }), false)
})
