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
  'Kofi, ⟦17⟧, and Jade (⟦18 months⟧)',
])

findsNothing(findBeside, [
  'Jade (2019) agrees',
  'Jade, 14 others and I',
  'Kolb (14) and Jade',
  'Jade (see 14)',
])
