import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finds, findsNothing } from './found.fixture.ts'
import { findNhsNumbers, isNhsNumber } from './nhs-number.ts'

// The check digits were computed by hand, as the NHS Data Dictionary says, and 943 476 5919 is its own example.
const valid = [
  '9434765919',
  '4010232137',
  '9876543210',
  '4505577104',
  '9990548609',
  '6078344145',
  '7890123477',
  '5990128088',
  '4001234009',
  '5712345676',
  '7000000112',
  '6500000234',
]
const invalid = [
  '9434765918',
  '4010232138',
  '9876543211',
  '1234567890',
  '4505577105',
  '9990548600',
  '0123456788',
  '1111111111',
  '0000000000',
  '4444444444',
  '943476591',
  '94347659190',
  '9434765991',
]

for (const number of invalid) {
  test(`${number} is no NHS number`, () => {
    assert.equal(isNhsNumber(number), false)
    assert.deepEqual(findNhsNumbers(`The number is ${number}.`), [])
  })
}

test('NHS numbers are told by their check digit', () => {
  assert.deepEqual(
    valid.filter(number => !isNhsNumber(number)),
    [],
  )
})

finds(findNhsNumbers, [
  'known as ⟦943 476 5919⟧ here',
  'known as ⟦943-476-5919⟧ here',
  'known as ⟦9434765919⟧.',
  'known as ⟦943.476.5919⟧',
  'known as ⟦943\u00a0476\u00a05919⟧',
  'NHS no. ⟦123 456 7890⟧ was copied wrongly',
  'NHS Number: ⟦94 34 76 59 19⟧',
  'nhs number is ⟦9434765919⟧',
  'CHI number ⟦010190 1233⟧ was copied wrongly',
  'CHI: ⟦240567 2340⟧',
  'his CHI, ⟦311242 8765⟧, is',
  'H&C number ⟦320 123 4568⟧ was copied wrongly',
  'Health and Care No. ⟦320-123-4567⟧',
  'HCN ⟦398 765 4326⟧',
  'known as ⟦010190 1232⟧ in Fife and as ⟦345 678 1237⟧ in Belfast',
])

findsNothing(findNhsNumbers, [
  'Lab sample reference 1766711031 (not an NHS number)',
  'card 9434 7659 1943 4765',
  'call +9434765919',
  'the NHS had 12 million in 2019',
  'AB9434765919',
  'a total of 010190 1239',
  'chi square was 12.3 with 1234567890 cells',
])

test('a number with its check digit is likely, one that is only called so is to be checked', () => {
  assert.equal(findNhsNumbers('943 476 5919')[0]?.level, 'likely')
  assert.equal(findNhsNumbers('NHS number 943 476 5918')[0]?.level, 'check')
})
