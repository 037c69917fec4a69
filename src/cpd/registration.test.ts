import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDay } from '../platform/day.ts'
import { loadRulePacks } from '../schemes/load-rule-packs.ts'
import { packForYear, registrationYear } from '../schemes/registration-year.ts'
import { mustRecord } from './registration.ts'
import type { RegisterPeriod } from './registration.ts'
import { checkWorkedExample } from './worked-examples.ts'

const packs = loadRulePacks('schemes/social-work-england', checkWorkedExample)

function day(text: string) {
  const parsed = parseDay(text)
  assert.ok(parsed, text)
  return parsed
}

const joined = (from: string, to?: string): RegisterPeriod => ({
  from: day(from),
  to: to === undefined ? null : day(to),
  kind: 'joined',
})
const restored = (from: string, to?: string): RegisterPeriod => ({ ...joined(from, to), kind: 'restored' })

function whyNot(periods: RegisterPeriod[], appliedOn?: string): string {
  const pack = packForYear(packs, 2026)
  const year = registrationYear(packs, 2026)
  assert.ok(pack && year)
  const must = mustRecord(pack, year, {
    periods,
    voluntaryRemovalAppliedOn: appliedOn === undefined ? null : day(appliedOn),
  })
  return must.must ? 'must' : must.why
}

test('whoever came onto the register before 1 September must, and must in full', () => {
  assert.equal(whyNot([joined('2015-06-01')]), 'must')
  assert.equal(whyNot([joined('2026-07-15')]), 'must')
  assert.equal(whyNot([joined('2026-08-31')]), 'must')
})

test('whoever joined or was restored on or after 1 September need not', () => {
  assert.equal(whyNot([joined('2026-09-01')]), 'joined-late')
  assert.equal(whyNot([joined('2026-11-30')]), 'joined-late')
  assert.equal(whyNot([joined('2015-06-01', '2025-12-03'), restored('2026-09-01')]), 'restored-late')
  assert.equal(whyNot([joined('2015-06-01', '2025-12-03'), restored('2026-08-31')]), 'must')
})

test('what decides is the period that covers the last day, in whatever order they are given', () => {
  assert.equal(whyNot([restored('2026-09-20'), joined('2015-06-01', '2026-09-10')]), 'restored-late')
  assert.equal(whyNot([joined('2015-06-01', '2026-11-30')]), 'must')
  assert.equal(whyNot([joined('2015-06-01', '2026-12-02'), restored('2027-01-20')]), 'must')
})

test('whoever is not on the register on the last day need not', () => {
  assert.equal(whyNot([joined('2015-06-01', '2026-11-29')]), 'not-on-the-register')
  assert.equal(whyNot([joined('2026-12-01')]), 'not-on-the-register')
})

test('whoever applied for voluntary removal need not, until they are restored', () => {
  assert.equal(whyNot([joined('2015-06-01')], '2026-10-05'), 'voluntary-removal')
  assert.equal(whyNot([joined('2015-06-01', '2026-10-20')], '2026-10-05'), 'voluntary-removal')
  assert.equal(whyNot([joined('2015-06-01')], '2025-10-05'), 'voluntary-removal')
  assert.equal(whyNot([joined('2015-06-01')], '2026-12-01'), 'must')
  assert.equal(whyNot([joined('2015-06-01', '2024-10-20')], '2024-10-05'), 'not-on-the-register')
  assert.equal(whyNot([joined('2015-06-01', '2024-10-20'), restored('2026-03-01')], '2024-10-05'), 'must')
})

test('nothing is required of somebody who never was on the register', () => {
  assert.equal(whyNot([]), 'never-registered')
  assert.equal(whyNot([], '2026-05-01'), 'voluntary-removal')
})
