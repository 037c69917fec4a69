import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finds, findsNothing } from './found.fixture.ts'
import { findNinos } from './nino.ts'

finds(findNinos, [
  'NI ⟦AB 12 34 56 C⟧',
  'NI number ⟦ab123456c⟧',
  'it is ⟦AB123456C⟧.',
  'it is ⟦GH 70 71 09 A⟧.',
  'it is ⟦LM406206A⟧',
  'it is ⟦ZA-38-84-22-A⟧',
  'it is ⟦WK 95 32 36 D⟧',
  'it is ⟦JM 747858 B⟧',
  'National Insurance number: ⟦PR 03 12 02⟧',
  'NINO ⟦BB314466⟧',
  'no suffix ⟦CE 12 34 56⟧ on the form',
  'it is ⟦SH 12 34 56 A⟧ on the letter',
])

findsNothing(findNinos, [
  'Old form quoted ZZ 18 32 60 A, since corrected.',
  'NK 90 28 44 A and BG 64 45 40 A and GB 27 38 53 A',
  'KN 12 34 56 A, NT 12 34 56 B, TN 12 34 56 C',
  'DA 12 34 56 A, FA123456A, IA123456A, QQ123456C, UA123456A, VA123456A',
  'AO 12 34 56 A: no second letter is an O',
  'AD123456A, AF123456A, AI123456A, AQ123456A, AU123456A, AV123456A',
  'AB 12 34 56 E has a suffix that was never used',
  'AB1234567C has seven digits',
  'AB12345C has five',
  'registration SW123456 of a social worker',
  'we met at 10 20 30 and left',
  'NI number ZZ183260A',
  'we met on 12-05-24, on 12.05.24, re 03-04-24, on 120524, re 123456',
  'ring her on 960001 or 12 05 24',
  'Ex 12 05 24 A',
  'ON 12 05 24 WE MET',
])

test('without its last letter a number is to be checked', () => {
  assert.equal(findNinos('CE 12 34 56')[0]?.level, 'check')
  assert.equal(findNinos('CE 12 34 56 A')[0]?.level, 'likely')
})
