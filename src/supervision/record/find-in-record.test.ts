import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readModel } from '../../anonymisation/read-model.ts'
import { parseDay } from '../../platform/day.ts'
import { countLikely } from '../find-in-texts.ts'
import { findInRecord } from './find-in-record.ts'
import { makeJointContent } from './joint-record.ts'

const model = await readModel()
const day = parseDay('2026-11-16')
assert.ok(day)
const today = day
const names = { sam: 'Sam Supervisor', nic: 'Nic Osei-Bonsu' }

function found(texts: Readonly<Record<string, string>>, what: readonly string[] = []) {
  const content = makeJointContent({
    relationshipId: 'r',
    sessionId: 's',
    day: today,
    texts,
    actions: what.map((words, index) => ({
      actionId: String(index),
      sessionId: 's',
      what: words,
      ownerId: 'nic',
      byDay: today,
      agreedAt: new Date(0),
      closed: null,
    })),
  })
  return findInRecord(content, names, model)
}

const told = (...given: Parameters<typeof found>) =>
  found(...given).map(one => [one.in.heading, one.in.text.slice(one.finding.start, one.finding.end)])

test('a name is found in a section, in an agreed action and in a comment, and told with where it is', () => {
  assert.deepEqual(
    told({ reflection: 'We thought of Kelly Marsh.', 'comment-nic': 'Kelly Marsh was glad.' }, [
      'Ring Kelly Marsh.',
    ]),
    [
      ['Reflection', 'Kelly Marsh'],
      ['Agreed actions', 'Kelly Marsh'],
      ['Comments on the draft', 'Kelly Marsh'],
    ],
  )
})

test('the names of those who are in supervision together are nothing to look at, however they are written', () => {
  assert.deepEqual(
    told({
      wellbeing: 'Nic is tired. Sam Supervisor and NIC OSEI-BONSU agreed on Sam’s plan for Nic’s leave.',
    }),
    [],
  )
  assert.deepEqual(told({ wellbeing: 'Nic Marsh is tired.' }), [['Wellbeing', 'Nic Marsh']])
})

test('what is likely to identify somebody is counted, and what is not is not', () => {
  assert.equal(countLikely(found({ learning: 'Write to kelly.marsh@example.org about it.' })), 1)
  assert.equal(countLikely(found({ learning: 'A course on hoarding.' })), 0)
})
