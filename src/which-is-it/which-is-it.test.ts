import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  knownForForm,
  learnings,
  recordings,
  stillNeeded,
  talks,
  whichIsIt,
  type Kind,
  type Learning,
  type NextStep,
  type Recorded,
  type Talked,
} from './which-is-it.ts'

const twoWithOne = { pieces: 2, piecesWithPeerReflection: 1 }

interface Combination {
  readonly what: string
  readonly learning: Learning
  readonly talked: Talked
  readonly is: Kind
  /** Of two different pieces with a peer reflection on one, what is missing besides. */
  readonly missing: readonly [pieces: number, peerReflections: number]
}

/** What the regulator's page on supervision and peer reflection says of each (13 October 2023). */
const combinations: readonly Combination[] = [
  {
    what: 'supervision, attended and no more, is not part of the requirement',
    learning: 'session-not-thought-over',
    talked: 'no',
    is: 'neither-yet',
    missing: [2, 1],
  },
  {
    what: 'reflecting on a session by oneself is a standard piece; another piece with a peer reflection is needed',
    learning: 'supervision-session',
    talked: 'no',
    is: 'reflection-on-supervision',
    missing: [1, 1],
  },
  {
    what: 'a reflection on supervision, discussed with a peer, has a peer reflection; any other piece is needed',
    learning: 'supervision-session',
    talked: 'with-social-worker',
    is: 'both',
    missing: [1, 0],
  },
  {
    what: 'the peer for a reflection on supervision may be another professional',
    learning: 'supervision-session',
    talked: 'with-professional',
    is: 'both',
    missing: [1, 0],
  },
  {
    what: 'the peer for a reflection on supervision may be a manager',
    learning: 'supervision-session',
    talked: 'with-manager',
    is: 'both',
    missing: [1, 0],
  },
  {
    what: 'a reflection on one session may be discussed in a later one',
    learning: 'supervision-session',
    talked: 'in-supervision',
    is: 'both',
    missing: [1, 0],
  },
  {
    what: 'learning already done, discussed within supervision, is a peer reflection',
    learning: 'other-activity',
    talked: 'in-supervision',
    is: 'peer-reflection',
    missing: [1, 0],
  },
  {
    what: 'learning discussed with another social worker is a peer reflection',
    learning: 'other-activity',
    talked: 'with-social-worker',
    is: 'peer-reflection',
    missing: [1, 0],
  },
  {
    what: 'learning discussed with a manager outside supervision is a peer reflection',
    learning: 'other-activity',
    talked: 'with-manager',
    is: 'peer-reflection',
    missing: [1, 0],
  },
  {
    what: 'learning discussed with another professional is a peer reflection',
    learning: 'other-activity',
    talked: 'with-professional',
    is: 'peer-reflection',
    missing: [1, 0],
  },
  {
    what: 'other learning that nobody has discussed is an ordinary piece',
    learning: 'other-activity',
    talked: 'no',
    is: 'ordinary-piece',
    missing: [1, 1],
  },
  {
    what: 'somebody who is no peer makes no peer reflection',
    learning: 'other-activity',
    talked: 'with-somebody-else',
    is: 'ordinary-piece',
    missing: [1, 1],
  },
  {
    what: 'somebody who is no peer makes no peer reflection of a reflection on supervision',
    learning: 'supervision-session',
    talked: 'with-somebody-else',
    is: 'reflection-on-supervision',
    missing: [1, 1],
  },
]

for (const { what, learning, talked, is, missing } of combinations) {
  test(what, () => {
    for (const recorded of recordings) {
      const outcome = whichIsIt({ learning, talked, recorded })
      assert.equal(outcome.kind, is)
      const needed = stillNeeded(twoWithOne, outcome.gives)
      assert.deepEqual([needed.pieces, needed.peerReflections], missing)
    }
  })
}

test('every combination of answers is one of those above, or a session not thought over', () => {
  for (const learning of learnings) {
    for (const talked of talks) {
      const listed = combinations.some(each => each.learning === learning && each.talked === talked)
      if (listed) continue
      assert.equal(learning, 'session-not-thought-over')
      const outcome = whichIsIt({ learning, talked, recorded: 'no' })
      assert.equal(outcome.kind, 'neither-yet')
      assert.ok(outcome.reasons.includes('talk-without-learning'))
    }
  }
})

test('two reflections on supervision alone still leave the peer reflection missing', () => {
  const { gives } = whichIsIt({ learning: 'supervision-session', talked: 'no', recorded: 'submitted' })
  const afterOne = stillNeeded(twoWithOne, gives)
  const afterTwo = stillNeeded(
    { pieces: afterOne.pieces, piecesWithPeerReflection: afterOne.peerReflections },
    gives,
  )
  assert.deepEqual(afterTwo, { pieces: 0, peerReflections: 1 })
})

test('a session in which other learning was talked over can be a second piece', () => {
  const canBe = (learning: Learning, talked: Talked) =>
    whichIsIt({ learning, talked, recorded: 'no' }).sessionCanBeAnotherPiece
  assert.equal(canBe('other-activity', 'in-supervision'), true)
  assert.equal(canBe('other-activity', 'with-manager'), false)
  assert.equal(canBe('supervision-session', 'in-supervision'), false)
})

test('whoever talked over a reflection on supervision is told that the talk in that session does not count', () => {
  for (const talked of ['in-supervision', 'with-manager', 'with-social-worker'] as const) {
    const { reasons } = whichIsIt({ learning: 'supervision-session', talked, recorded: 'no' })
    assert.ok(reasons.includes('the-same-talk-does-not-count'))
  }
})

test('what to do next depends on where the piece stands', () => {
  const steps: readonly [Learning, Talked, Recorded, NextStep][] = [
    ['supervision-session', 'no', 'no', 'record'],
    ['supervision-session', 'no', 'draft', 'submit-the-draft'],
    ['supervision-session', 'no', 'submitted', 'nothing-more'],
    ['other-activity', 'in-supervision', 'no', 'record-with-peer-reflection'],
    ['other-activity', 'in-supervision', 'draft', 'add-to-the-draft'],
    ['other-activity', 'in-supervision', 'submitted', 'edit-and-resubmit'],
    ['supervision-session', 'with-professional', 'submitted', 'edit-and-resubmit'],
    ['session-not-thought-over', 'no', 'draft', 'think-it-over'],
  ]
  for (const [learning, talked, recorded, next] of steps)
    assert.equal(whichIsIt({ learning, talked, recorded }).next, next)
})

test('the form is told only what the answers say, in the pack’s ids', () => {
  const pack = {
    typesOfCpd: [{ id: 'supervision', name: 'Supervision' }],
    settings: [{ id: 'in-supervision', name: 'In supervision' }],
    peerCategories: [
      { id: 'colleague', name: 'Social worker', group: 'social-worker' as const },
      { id: 'boss', name: 'Manager', group: 'manager' as const },
      { id: 'nurse', name: 'Nurse', group: 'other-professional' as const },
      { id: 'doctor', name: 'Doctor', group: 'other-professional' as const },
    ],
  }
  const known = (learning: Learning, talked: Talked) =>
    knownForForm(pack, { learning, talked, recorded: 'no' })
  assert.deepEqual(known('supervision-session', 'in-supervision'), {
    type: 'supervision',
    setting: 'in-supervision',
    category: 'boss',
  })
  assert.deepEqual(known('other-activity', 'with-manager'), { category: 'boss' })
  assert.deepEqual(known('other-activity', 'with-social-worker'), { category: 'colleague' })
  assert.deepEqual(known('other-activity', 'with-professional'), {})
  assert.deepEqual(known('session-not-thought-over', 'in-supervision'), { type: 'supervision' })
  const empty = { typesOfCpd: [], settings: [], peerCategories: [] }
  const answers = { learning: 'supervision-session', talked: 'in-supervision', recorded: 'no' } as const
  assert.deepEqual(knownForForm(empty, answers), {})
})
