import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding, FindingClass, FindingKind, Level } from './finding.ts'
import { settleOverlaps } from './settle-overlaps.ts'

const text = 'Kelly Marsh of 12 Acacia Avenue, Leeds LS1 4DY'

function found(what: string, kindOf: FindingClass, level: Level = 'likely', kind?: FindingKind): Finding {
  const start = text.indexOf(what)
  assert.notEqual(start, -1)
  return { start, end: start + what.length, class: kindOf, level, kind: kind ?? 'name' }
}

function settle(...findings: readonly Finding[]): string[] {
  return settleOverlaps(text, findings).map(
    ({ start, end, class: is, level }) => `${text.slice(start, end)}: ${is}, ${level}`,
  )
}

test('the whole name stands for its parts, at the most urgent level that any of them has', () => {
  assert.deepEqual(settle(found('Kelly', 'person'), found('Kelly Marsh', 'person', 'check')), [
    'Kelly Marsh: person, likely',
  ])
})

test('a place in an address is part of the address, and a postcode stays beside it', () => {
  const address = found('12 Acacia Avenue, Leeds LS1 4DY', 'address')
  assert.deepEqual(settle(found('Leeds', 'place'), found('LS1 4DY', 'postcode'), address), [
    '12 Acacia Avenue, Leeds LS1 4DY: address, likely',
    'LS1 4DY: postcode, likely',
  ])
})

test('what is on the never-write list is said to be', () => {
  const settled = settleOverlaps(text, [
    found('Kelly', 'person', 'check'),
    found('Kelly', 'person', 'likely', 'never-write'),
  ])
  assert.deepEqual(
    settled.map(({ kind, start, end }) => [kind, text.slice(start, end)]),
    [['never-write', 'Kelly']],
  )
})

test('what is on the never-write list hides nothing that it is part of, and makes it likely', () => {
  const listed = (what: string, kindOf: FindingClass) => found(what, kindOf, 'likely', 'never-write')
  assert.deepEqual(settle(found('Kelly Marsh', 'person', 'check'), listed('Marsh', 'person')), [
    'Kelly Marsh: person, likely',
  ])
  const address = found('12 Acacia Avenue, Leeds LS1 4DY', 'address', 'check', 'address')
  assert.deepEqual(
    settle(address, found('Leeds', 'place', 'note', 'place'), listed('Acacia', 'organisation')),
    ['12 Acacia Avenue, Leeds LS1 4DY: address, likely'],
  )
  // Part of what stands only: what another finding pushes out contains nothing.
  assert.deepEqual(
    settle(
      found('of 12 Acacia', 'email'),
      found('Acacia Avenue', 'person', 'check'),
      listed('Avenue', 'place'),
    ),
    ['of 12 Acacia: email, likely', 'Avenue: place, likely'],
  )
})

test('an author whose name is on the never-write list is more than a note', () => {
  const [settled] = settleOverlaps(text, [
    found('Kelly Marsh', 'person', 'note', 'author'),
    found('Marsh', 'person', 'likely', 'never-write'),
  ])
  assert.deepEqual([settled?.level, settled?.kind], ['likely', 'never-write'])
})

test('a combination stands beside what it is made of', () => {
  assert.deepEqual(
    settle(found('Kelly Marsh of 12 Acacia Avenue', 'combination', 'check'), found('Kelly Marsh', 'person')),
    ['Kelly Marsh of 12 Acacia Avenue: combination, check', 'Kelly Marsh: person, likely'],
  )
})
