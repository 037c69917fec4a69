import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { parseDay, type Day } from '../platform/day.ts'
import { loadRulePacks } from '../schemes/load-rule-packs.ts'
import { emptyAnswers } from './answers.ts'
import type { Piece } from './piece.ts'
import { daysLeftInWords, standingSentence } from './standing-words.ts'
import type { PractitionerRecord } from './practitioner-record.ts'
import { summarise } from './submitted-version.ts'
import { whereYouStand, type Standing } from './where-you-stand.ts'
import { checkWorkedExample } from './worked-examples.ts'

const packs = loadRulePacks(
  fileURLToPath(new URL('../../schemes/social-work-england', import.meta.url)),
  checkWorkedExample,
)
const pack = packs.at(-1)
assert.ok(pack)

const at = new Date('2026-11-18T14:00:00Z')

const first = piece('first', { peer: '' })
const second = piece('second', { peer: 'I learnt to ask first.' })
const told = [
  { closingYear: 2026, step: 'form', doneOn: day('2026-09-20') },
  { closingYear: 2026, step: 'fee', doneOn: day('2026-10-01') },
]

test('with nothing recorded the next thing is to record', () => {
  const standing = stand({})
  assert.equal(standing.next.kind, 'record-piece')
  assert.match(
    standingSentence(standing),
    /^You are not done yet for 2025 to 2026: you still need to submit 2 different pieces .* and include a peer reflection/,
  )
})

test('a draft comes before a new piece', () => {
  const draft = {
    ...piece('draft', { peer: '' }),
    submissions: [],
    draft: { title: 'Half-written', date: null },
  }
  const { next } = stand({ pieces: [first, draft] })
  assert.equal(next.kind === 'finish-draft' && next.piece.pieceId, 'draft')
})

test('when only the peer reflection is missing it says so, and to which piece it could go', () => {
  const standing = stand({ pieces: [first, piece('other', { peer: '  \u200B' })] })
  assert.equal(standing.next.kind, 'add-peer-reflection')
  assert.match(standingSentence(standing), /still need to include a peer reflection with 1 of your pieces\.$/)
})

test('the CPD being met is not being done: the form and the fee are named', () => {
  const standing = stand({ pieces: [first, second] })
  assert.equal(standing.allDone, false)
  assert.match(
    standingSentence(standing),
    /^You are not done yet .* CPD requirement is met, but .* the renewal form and the registration fee are done\.$/,
  )
})

test('one step told leaves the other', () => {
  assert.match(
    standingSentence(stand({ pieces: [first, second], stepsTold: told.slice(0, 1) })),
    /that the registration fee is done\.$/,
  )
})

test('what was not copied to the regulator is reminded of, also once it is resubmitted', () => {
  const copiedBefore = { ...first, copied: { on: day('2026-11-01'), number: 0 } }
  const standing = stand({ pieces: [copiedBefore, second], stepsTold: told })
  assert.deepEqual(
    standing.notCopied.map(({ pieceId }) => pieceId),
    ['first', 'second'],
  )
  assert.equal(standing.next.kind, 'copy-piece')
  assert.deepEqual(stand({ pieces: [first, second] }, 'regulator').notCopied, [])
})

test('only when all three are done does it stop asking', () => {
  const standing = stand({ pieces: [copied(first), copied(second)], stepsTold: told })
  assert.equal(standing.allDone, true)
  assert.equal(standing.next.kind, 'nothing')
  assert.match(
    standingSentence(standing),
    /^Our record shows that your CPD requirement for 2025 to 2026 is met, and you told us/,
  )
})

test('changes that are not resubmitted are the next thing although the requirement is met', () => {
  const changed = { ...copied(first), draft: { title: 'Changed', date: null } }
  assert.equal(stand({ pieces: [changed, copied(second)], stepsTold: told }).next.kind, 'resubmit-changes')
})

test('before September the form and fee are not open, and nothing is called done', () => {
  const standing = stand({ pieces: [first, second] }, 'nobody', new Date('2026-08-01T12:00:00Z'))
  assert.equal(standing.allDone, false)
  assert.match(
    standingSentence(standing),
    /^You are not done yet .* renewal form and registration fee open on 1 September 2026\.$/,
  )
})

test('who joined in September owes the fee and no CPD', () => {
  const registration = {
    periods: [{ from: day('2026-09-01'), to: null, kind: 'joined' as const }],
    voluntaryRemovalAppliedOn: null,
  }
  const standing = stand({ registration })
  assert.match(
    standingSentence(standing),
    /^You do not have to record CPD for 2025 to 2026: .*; but you have not told us that the registration fee is done\.$/,
  )
})

test('the last day is today, not no day', () => {
  assert.equal(daysLeftInWords(0), 'Today is the last day')
  assert.equal(daysLeftInWords(1), '1 day left')
  assert.equal(stand({}, 'nobody', new Date('2026-11-30T23:59:59Z')).daysLeft, 0)
  assert.equal(stand({}, 'nobody', new Date('2026-12-01T00:00:00Z')).current.year.closingYear, 2027)
})

function stand(
  record: Partial<PractitionerRecord>,
  recordGoesTo: 'nobody' | 'regulator' = 'nobody',
  moment: Date = at,
): Standing {
  return whereYouStand({
    packs,
    recordGoesTo,
    at: moment,
    record: {
      scheme: 'social-work-england',
      registration: {
        periods: [{ from: day('2015-09-01'), to: null, kind: 'joined' }],
        voluntaryRemovalAppliedOn: null,
      },
      formLayout: 'one-page',
      remindersOn: true,
      keptSince: new Date('2025-12-01T09:00:00Z'),
      pieces: [],
      stepsTold: [],
      ...record,
    },
  })
}

function piece(pieceId: string, { peer }: { readonly peer: string }): Piece {
  assert.ok(pack)
  const answers = emptyAnswers()
  const summary = summarise(pack, {
    ...answers,
    texts: {
      title: pieceId,
      description: `What ${pieceId} was`,
      learning: `Learnt from ${pieceId}`,
      impact: `Impact of ${pieceId}`,
    },
    date: { day: '1', month: '6', year: '2026' },
    peerReflection: { ...answers.peerReflection, text: peer },
  })
  const submittedAt = new Date('2026-06-02T10:00:00Z')
  return {
    pieceId,
    createdAt: submittedAt,
    changedAt: submittedAt,
    version: 2,
    draft: null,
    copied: null,
    submissions: [
      {
        ...summary,
        number: 1,
        submittedAt,
        withdrawnAt: null,
        title: pieceId,
        receipt: 'R',
        sha256: 'S',
        pieceVersion: 1,
      },
    ],
  }
}

function copied(original: Piece): Piece {
  return { ...original, copied: { on: day('2026-11-01'), number: 1 } }
}

function day(text: string): Day {
  const parsed = parseDay(text)
  assert.ok(parsed)
  return parsed
}
