import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { loadRulePacks } from '../schemes/load-rule-packs.ts'
import { emptyAnswers, type Answers } from './answers.ts'
import { answersOf, makeContent, readContent, writeContent } from './submission-content.ts'
import { textOfAnswer } from './submission-text.ts'
import { checkWorkedExample } from './worked-examples.ts'

const folder = fileURLToPath(new URL('../../schemes/social-work-england', import.meta.url))
const packs = loadRulePacks(folder, checkWorkedExample)
const about = {
  pieceId: '0d6cbe0c-0000-4000-8000-000000000000',
  number: 1,
  submittedAt: new Date('2026-11-18T14:00:00Z'),
}

const answers: Answers = {
  texts: {
    title: 'Listening',
    description: '\n leading line',
    learning: 'a\tb',
    impact: '“quotes” & <b>',
    account: 'All of it',
  },
  type: 'reading',
  date: { day: '3', month: 'Nov', year: '2026' },
  peerReflection: {
    text: 'She asked why.',
    peers: [
      { category: 'health-visitor', role: 'health visitor' },
      { category: 'other', role: 'interpreter' },
    ],
    settings: ['online'],
  },
  standards: ['4.1', '4.6'],
}

for (const pack of packs) {
  test(`what was submitted under ${pack.version} can be edited again as it was`, () => {
    const again = answersOf(readContent(writeContent(makeContent(pack, answers, about)).text))
    const asked = new Set(pack.questions.map(({ id }) => id))
    assert.deepEqual(
      again.texts,
      Object.fromEntries(Object.entries(answers.texts).filter(([id]) => asked.has(id))),
    )
    assert.deepEqual(again.date, answers.date)
    assert.deepEqual(again.standards, answers.standards)
    assert.deepEqual(
      again.peerReflection,
      asked.has('peer') ? answers.peerReflection : emptyAnswers().peerReflection,
    )
  })
}

test('each question is kept as it was asked, and choices by the name they had', () => {
  const pack = packs.at(-1)
  assert.ok(pack)
  const content = makeContent(pack, answers, about)
  assert.deepEqual(
    content.answers.map(({ question }) => question),
    pack.questions.map(({ question }) => question),
  )
  assert.match(content.answers.map(textOfAnswer).join('\n'), /Health visitor: health visitor/)
})

test('the hash is of the very bytes that are kept', () => {
  const pack = packs.at(-1)
  assert.ok(pack)
  const { text, sha256 } = writeContent(makeContent(pack, answers, about))
  assert.equal(sha256, createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex'))
})
