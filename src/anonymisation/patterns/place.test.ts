import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finds, findsNothing } from './found.fixture.ts'
import { findPlaces } from './place.ts'

finds(findPlaces, [
  'on the ⟦Gleadless Valley⟧ estate',
  'in the village of ⟦Upper Otterby⟧.',
  'in a town called ⟦Grimley⟧.',
  'She lives in ⟦Otterton⟧ now',
  'near ⟦Appleford⟧, where',
])

findsNothing(findPlaces, [
  'on the Council estate',
  'a chapter in Thornton (2019) and in Ashton et al.',
  'in Milton’s view',
  'the town of London',
  'in Button and in Clifford',
  'the estate is large',
])

test('a large town is a note', () => {
  const levels = ['Manchester', 'Bradford', 'Southampton', 'Northampton', 'Otterton'].map(
    town => findPlaces(`lives in ${town}.`)[0]?.level,
  )
  assert.deepEqual(levels, ['note', 'note', 'note', 'note', 'check'])
})
