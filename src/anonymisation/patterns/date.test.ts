import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finds, findsNothing } from './found.fixture.ts'
import { findDates } from './date.ts'

finds(findDates, [
  'DOB ⟦12 05 09⟧',
  'DOB: ⟦12 5 2009⟧.',
  'on ⟦3 May 2024⟧.',
  'on ⟦3rd May 2024⟧',
  'on the ⟦3rd of May 2019⟧',
  'on the ⟦third of May⟧',
  'on the ⟦twenty-first of June 2020⟧',
  'on ⟦May 3rd, 2024⟧',
  'on ⟦May 3, 2024⟧',
  'on ⟦3 May⟧ she',
  'on ⟦19 July⟧ he',
  'by ⟦12 Dec⟧.',
  'on ⟦12 dec 2019⟧',
  'on ⟦12-Dec-2019⟧',
  'on ⟦12/12/1962⟧',
  'on ⟦1/2/24⟧ and ⟦01.02.2024⟧ and ⟦01-02-24⟧',
  'on ⟦2024-05-03⟧',
  'at ⟦1993-01-04 14:56:41⟧',
  'on ⟦3/23/1940⟧',
  'on ⟦14 and 27 July 2021⟧',
  'on ⟦3–5 May 2024⟧',
  '⟦6 January⟧, ⟦2 March⟧ and ⟦9 September 2021⟧',
  'Between ⟦2 November 2021⟧ and ⟦7 March 2022⟧',
  'on Tuesday ⟦3 May⟧ at ten',
  'on ⟦12/05⟧ we',
  'ON ⟦3 MAY 2024⟧',
  'DOB ⟦03052014⟧',
  'born ⟦3/5/14⟧',
])

findsNothing(findDates, [
  'in May 2019 and spring 2020, in 2019, 2019/20, 2023-24',
  'after 9/11, 24/7, 1/2 of them, 50/50',
  'on Monday, at 10.30, 12:45',
  'the 3 may need more, a second march, the first may be',
  'In June 20 people came. May 20 be enough?',
  'sort code 12-05-24, paragraph 3.2.14, version 10.11.12',
  'on 32/13/2020 and 45/45/2020',
  'plots 131/2/3 and 132/2/4',
  'section 17, 3 sec, 12 weeks',
])

const levels: readonly (readonly [string, string, string])[] = [
  ['She was born on 3 May 2014.', 'birth-date', 'likely'],
  ['DOB: 3/5/2014', 'birth-date', 'likely'],
  ['D.O.B. 27/01/1989', 'birth-date', 'likely'],
  ['date of birth is 3 May 2014', 'birth-date', 'likely'],
  ['his birthday is 3 May', 'birth-date', 'likely'],
  ['born in Leeds on 3 May 2014', 'birth-date', 'likely'],
  ['3 May 2014 (DOB)', 'birth-date', 'likely'],
  ['seen on 3 May 2014', 'exact-date', 'check'],
  ['Accessed 3 May 2024', 'exact-date', 'note'],
  ['The Act came into force on 1 April 2015', 'exact-date', 'note'],
]
for (const [text, kind, level] of levels) {
  test(`the date of “${text}” is ${kind}, ${level}`, () => {
    assert.deepEqual(
      findDates(text).map(found => [found.kind, found.level]),
      [[kind, level]],
    )
  })
}
