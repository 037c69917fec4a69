import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finds, findsNothing } from './found.fixture.ts'
import { findOrganisations } from './organisation.ts'

finds(findOrganisations, [
  'at ⟦St Mary’s C of E Primary School⟧ today',
  'Visited ⟦Oakfield School⟧ today',
  'from ⟦Oakfield Academy⟧.',
  'at ⟦Oakfield primary school⟧ today',
  'at ⟦Parkside High⟧ and',
  'at ⟦Rowan House care home⟧ today',
  'moved to ⟦Sunnyside Children’s Home⟧.',
  'moved to ⟦Rowan House⟧.',
  'was on ⟦Ward 7⟧ and then on ⟦Maple Ward⟧',
  'was on ⟦Bluebell Unit⟧ and',
  'in the ⟦Northside Locality Team⟧.',
  'spoke with ⟦Hackney MASH⟧ and',
  'worked for ⟦Leeds City Council⟧.',
  'worked for ⟦Kent County Council⟧.',
  'the ⟦London Borough of Hackney⟧ paid',
  '⟦Birmingham Children’s Trust⟧ paid',
  '⟦Leeds and York Partnership NHS Foundation Trust⟧ paid',
  'at ⟦Smith & Sons Ltd⟧ and',
  'in ⟦HMP Leeds⟧ since',
  'at ⟦Oak Tree Surgery⟧ today',
  'at ⟦Park Road Medical Centre⟧ today',
  'at ⟦Pinderfields Hospital⟧ today',
  'at ⟦St Mary’s Church⟧ today',
  'at ⟦Leeds Central Mosque⟧ today',
  'at ⟦Leeds Family Court⟧ today',
  'at ⟦Elmfield Police Station⟧ today',
  'in the ⟦Holbeck Street Library⟧ today',
])

findsNothing(findOrganisations, [
  'the safeguarding team, our Duty Team, the Leaving Care Team',
  'The Reflecting Team method, a Supervised Contact Centre, the Old Age Psychiatry team, a Polish Saturday school',
  'The School was closed. Every School has one. Our Primary School',
  'Social Work Academy, Virtual School, Sixth Form',
  'Rang CAMHS. Contacted MASH. The MASH was busy.',
  'the General Medical Council, the British Council, the City Council',
  'Health and Care Professions Council',
  'the Family Court, the High Court, the Supreme Court',
  'Harriet Ward wrote; Ward (2012) agrees',
  'the House of Lords, Chatham House rules',
  'the Church of England, the Catholic Church',
  'Children’s Services and Adult Social Care',
  'the Mosaic Team helped; the AMHP Service',
  'the Mother and Baby Unit, the Pupil Referral Unit',
  'heart surgery, an Acute Ward, Children’s Ward',
  'SAFEGUARDING TEAM MEETING AND SOCIAL WORK SERVICE',
])

test('a national charity or a university is a note', () => {
  for (const text of ['Barnardo’s helped', 'the University of York', 'Lancaster University']) {
    assert.deepEqual(
      findOrganisations(text).map(({ level, kind }) => [level, kind]),
      [['note', 'body']],
    )
  }
})
