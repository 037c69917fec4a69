import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finds, findsNothing } from './found.fixture.ts'
import { findReferences } from './reference.ts'

finds(findReferences, [
  'case ⟦BS21C00123⟧ was heard',
  'case number ⟦ZE22P01234⟧',
  'on ⟦LCS 1234567⟧',
  'case ref: ⟦ABC/1234/21⟧',
  'application (no. ⟦12345/91⟧) against',
  'applications nos. ⟦23456/04⟧ and ⟦23457/04⟧ were',
  'no. ⟦34567/05⟧, 12 September 2008',
  'plots nos. ⟦310⟧, ⟦314⟧, ⟦117/5⟧ and ⟦471⟧.',
  'MRN: ⟦RJ1-1807656⟧',
  'file ⟦RGT-0584031⟧',
  'hospital number ⟦K1234567⟧',
  'crime reference number ⟦42/12345/21⟧',
  'crime ref ⟦AB/12345/21⟧',
  'URN ⟦01AB1234521⟧',
  'registered as ⟦SW123456⟧',
  'Social Work England number ⟦SW98765⟧',
  'prison number ⟦A1234BC⟧',
  'UPN ⟦A123456789012⟧',
  'the Mosaic ID is ⟦1234567⟧',
  'our ref ⟦JM-4471⟧',
  'complaint ⟦CMP/23/0447⟧',
  'reference ⟦LADO 2025/0093⟧.',
  'account number ⟦12345678⟧',
  'CAD ⟦1234⟧ of today',
  'Mosaic number ⟦123 4567⟧ was closed',
  'client ID ⟦123 456⟧',
  'Account number ⟦1234 5678⟧.',
  'hospital number ⟦123 456 78⟧, seen',
  'CAD ⟦1234⟧ 20 minutes ago',
  'case number ⟦12345⟧ 12 May 2024',
  '⟦COP 12345678⟧',
  '⟦T20217123⟧',
])

findsNothing(findReferences, [
  'Lab sample reference 1766711031 (not an NHS number)',
  'a reference to 3 children',
  'Protocol No. 11 and Rule 52',
  'Regulation no. 5/2010 of the Council',
  'Law no. 12/2001',
  'case number 4 of 12',
  'in case 2019 brings more',
  'section 47 and Article 8 § 2',
  'a unit of 12 beds, order 14',
  'reference [12]',
  'the file was 20 pages',
  'our 24/7 service, 9/11',
  'KS2, Y6, PT1, A4, B12, COVID-19, SARS2',
  'My number is 07700 900123, our number 07700 900123 and your number 07700 900123',
  'case number 07700 900123',
  'case no. and reference number are left out',
])

test('neutral citations and law reports are notes', () => {
  for (const cited of [
    '[2014] UKSC 19',
    '[2013] EWCA Civ 1146',
    '[2019] EWHC 123 (Fam)',
    '[2001] 3 WLR 206',
  ]) {
    assert.deepEqual(
      findReferences(`Re B ${cited}`).map(({ level, start, end }) => [level, start, end]),
      [['note', 5, 5 + cited.length]],
    )
  }
})
