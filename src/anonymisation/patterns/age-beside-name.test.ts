import { finds, findsNothing } from './found.fixture.ts'
import { findAgesBeside } from './age-beside-name.ts'
import { makeFinding } from './surroundings.ts'

function findBeside(text: string) {
  return findAgesBeside(
    text,
    [...text.matchAll(/Jade|Kofi/g)].map(({ index }) =>
      makeFinding(['person', 'name', 'likely'], index, index + 4),
    ),
  )
}

finds(findBeside, [
  'I met Jade (⟦14⟧) there.',
  'I met Jade (⟦aged 14⟧, in care).',
  'Jade is ⟦14⟧ and angry.',
  'Kofi was ⟦15⟧ when he left; Jade is now ⟦9⟧.',
  'Jade ⟦14⟧, Kofi ⟦12⟧.',
  'Jade ⟦14⟧ and Kofi ⟦12⟧ left.',
  'Kofi, ⟦17⟧, and Jade (⟦18 months⟧)',
])

findsNothing(findBeside, [
  'Jade (2019) agrees',
  'Jade, 14 others and I',
  'Kolb (14) and Jade',
  'Jade (see 14)',
  'Jade is 14 minutes late, Kofi is 1 of 3, Jade is 20 weeks pregnant',
  'Jade 14, 2019',
])
