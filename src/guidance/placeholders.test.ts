import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkWorkedExample } from '../cpd/worked-examples.ts'
import { renderMarkdown } from '../platform/ui/markdown.ts'
import { loadRulePacks } from '../schemes/load-rule-packs.ts'
import type { RulePack } from '../schemes/rule-pack.ts'
import { fillPlaceholders, placeholders } from './placeholders.ts'
import { yearToExplain } from './year-to-explain.ts'

const folder = join(import.meta.dirname, '../../schemes/social-work-england')
const packs = loadRulePacks(folder, checkWorkedExample)
const nobody = { recordGoesTo: 'nobody', contact: null } as const
const filledAt = (now: string, from = packs) => placeholders(yearToExplain(from, new Date(now)), nobody)

test('the numbers and days are those of the registration year that is running', () => {
  const filled = filledAt('2026-11-18T14:00:00Z')
  assert.equal(filled['pieces'], '2')
  assert.equal(filled['piecesWithPeerReflection'], '1')
  assert.equal(filled['yearStart'], '1 December 2025')
  assert.equal(filled['yearEnd'], '30 November 2026')
  assert.equal(filled['cutOff'], '11:59pm on 30 November 2026')
  assert.equal(filled['mustBeRegisteredBefore'], '1 September 2026')
  assert.equal(filled['timeAfterCutOff'], 'There is no extra time afterwards.')
})

test('they change when the next year begins, by the clock in London', () => {
  assert.equal(filledAt('2026-11-30T23:59:59Z')['yearEnd'], '30 November 2026')
  assert.equal(filledAt('2026-12-01T00:00:00Z')['yearEnd'], '30 November 2027')
})

test('a year with grace says how long it is', () => {
  const filled = filledAt('2020-11-18T14:00:00Z')
  assert.equal(filled['pieces'], '1')
  assert.match(filled['timeAfterCutOff'] ?? '', /21 more days/)
})

test('a pack that asks for more is told as it is', () => {
  const asksMore = packs.map((pack): RulePack => ({
    ...pack,
    requirement: { ...pack.requirement, pieces: 5, piecesWithPeerReflection: 3 },
    peerCategories: [{ id: 'a', name: 'Astronaut *first class*', group: 'other-professional' }],
  }))
  const filled = filledAt('2026-11-18T14:00:00Z', asksMore)
  assert.equal(filled['pieces'], '5')
  assert.equal(filled['piecesWithPeerReflection'], '3')
  assert.match(
    String(renderMarkdown(filled['peerCategories'] ?? '').html),
    /<li>Astronaut \*first class\*<\/li>/,
  )
})

test('where no year is running, the scheme’s last one is explained', () => {
  assert.equal(filledAt('2019-01-01T12:00:00Z')['yearEnd'], '30 November 2023')
})

test('the list of other professionals has neither social workers nor managers', () => {
  const list = filledAt('2026-11-18T14:00:00Z')['peerCategories'] ?? ''
  assert.match(list, /^- Practice educator$/m)
  assert.doesNotMatch(list, /Line manager|Social worker registered/)
})

test('the contact is a link where it is an address, words as they stand, and said to be missing where it is', () => {
  const explained = yearToExplain(packs, new Date('2026-11-18T14:00:00Z'))
  const shown = (contact: string | null) =>
    String(renderMarkdown(placeholders(explained, { ...nobody, contact })['contact'] ?? '').html)
  assert.match(
    shown('help_me@example.org'),
    /<a href="mailto:help_me@example.org" class="govuk-link">help_me@example.org<\/a>/,
  )
  assert.match(shown('https://example.org/help'), /<a href="https:\/\/example.org\/help" class="govuk-link">/)
  assert.match(shown('room *5*, [ask] <b>'), /at: room \*5\*, \[ask\] &lt;b&gt;/)
  assert.match(shown(null), /has not said yet/)
})

test('who receives the record depends on who runs Confer', () => {
  const explained = yearToExplain(packs, new Date('2026-11-18T14:00:00Z'))
  const words = (recordGoesTo: 'nobody' | 'regulator') =>
    placeholders(explained, { recordGoesTo, contact: null })['whoReceivesIt'] ?? ''
  assert.match(words('nobody'), /sends nothing to Social Work England/)
  assert.match(words('regulator'), /run by Social Work England/)
})

test('a placeholder that stands for nothing is refused', () => {
  assert.equal(fillPlaceholders('{{a}} and {{a}}', { a: 'x' }), 'x and x')
  assert.throws(() => fillPlaceholders('{{b}}', { a: 'x' }), /“b”/)
  assert.throws(() => fillPlaceholders('{{toString}}', { a: 'x' }), /“toString”/)
})
