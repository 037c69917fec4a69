import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRemoval } from './finding-words.ts'
import type { Finding, FindingClass, FindingKind } from './finding.ts'
import { findPatterns } from './patterns/find-patterns.ts'
import { rewritesFor } from './rewrites.ts'

/** What the text becomes with each of the rewrites for what stands between ⟦ and ⟧. */
function rewritten(marked: string, [of, kind]: readonly [FindingClass, FindingKind]): readonly string[] {
  const text = marked.replaceAll(/[⟦⟧]/g, '')
  const start = marked.indexOf('⟦')
  const finding: Finding = { start, end: marked.indexOf('⟧') - 1, class: of, kind, level: 'likely' }
  return apply(text, finding)
}

function apply(text: string, finding: Finding): readonly string[] {
  return rewritesFor(finding, text).map(
    ({ start, end, replacement }) => text.slice(0, start) + replacement + text.slice(end),
  )
}

const persons: readonly (readonly [string, string])[] = [
  ['I visited ⟦Jade⟧ and her mum at home.', 'I visited a person I work with and her mum at home.'],
  ['⟦Kelly⟧ and her son left.', 'A parent and her son left.'],
  ['I saw ⟦Jade’s⟧ mum.', 'I saw a person’s mum.'],
  ['⟦Kelly⟧ is the mother of three.', 'A person I work with is the mother of three.'],
  ['I met her mum ⟦Kelly⟧ at home.', 'I met her mum at home.'],
  ['I met her mum, ⟦Kelly⟧, at home.', 'I met her mum at home.'],
  ['In her mum ⟦Kelly’s⟧ flat.', 'In her mum’s flat.'],
  ['My manager, ⟦Sarah⟧, agreed.', 'My manager agreed.'],
  ['⟦Sarah⟧, my manager, agreed.', 'My manager agreed.'],
  ['The teacher ⟦Mr Hill⟧ rang.', 'The teacher rang.'],
  [
    'I went to ⟦Jade’s⟧ school, where the child was happy.',
    'I went to a person’s school, where the child was happy.',
  ],
  ['The boy’s social worker was ⟦Priya⟧.', 'The boy’s social worker was a person I work with.'],
  ['I spoke to ⟦Tom⟧, a 7-year-old boy.', 'I spoke to a 7-year-old boy.'],
  ['I spoke to Mr ⟦Marsh⟧ about it.', 'I spoke to a person I work with about it.'],
  ['I spoke to ⟦Marsh⟧ about it.', 'I spoke to a person I work with about it.'],
  ['I heard ⟦Jo’s⟧ views.', 'I heard a person’s views.'],
  ['The ⟦Marsh⟧ family moved.', 'The family moved.'],
  ['We helped the ⟦Marsh⟧ family move.', 'We helped the family move.'],
  ['My client ⟦Kelly⟧ drinks.', 'My client drinks.'],
  ['I saw ⟦James⟧’ file.', 'I saw a person’s file.'],
  ['⟦Mr and Mrs Rowe⟧ were there.', 'The parents were there.'],
  ['The ⟦Kowalczyks⟧ moved.', 'The family moved.'],
  ['In the ⟦Smiths⟧’ house.', 'In the family’s house.'],
  ['My name is ⟦Sarah⟧.', 'My name is [name].'],
  ['Dear ⟦Kelly⟧, thank you.', 'Dear [name], thank you.'],
  ['Social worker ⟦Sarah⟧ rang.', 'A social worker rang.'],
  ['I met Grandma ⟦Jean⟧ there.', 'I met Grandma there.'],
  ['⟦Sarah⟧ my manager agreed.', 'My manager agreed.'],
  ['An angry ⟦Kelly⟧ left.', 'An angry person I work with left.'],
  ['14-year-old ⟦Jade⟧ left.', 'A 14-year-old left.'],
  ['Little ⟦Tom⟧ was a happy child.', 'A person I work with was a happy child.'],
]
for (const [before, after] of persons) {
  test(`${before} → ${after}`, () => {
    assert.equal(rewritten(before, ['person', 'name'])[0], after)
  })
}

test('who was named before is “the”', () => {
  assert.equal(
    rewritten('I met Jade, a child of ten. Then ⟦Jade⟧ cried, as a child does.', ['person', 'name'])[0],
    'I met Jade, a child of ten. Then the person cried, as a child does.',
  )
})

test('no rewrite leaves a sentence without what it needs', () => {
  const whole = ['My client drinks.']
  assert.deepEqual(rewritten('My client ⟦Kelly⟧ drinks.', ['person', 'name']), whole)
  for (const marked of [
    '⟦Kelly⟧ was at court.',
    '⟦Kelly⟧’s flat was cold.',
    'She is called ⟦Kelly⟧.',
    'I saw ⟦Kelly’s⟧ file.',
  ]) {
    const without = marked.replace(/⟦.*⟧/, '').trim().replace(' .', '.').replace('  ', ' ')
    assert.ok(!rewritten(marked, ['person', 'name']).includes(without), marked)
  }
})

test('a person can be taken away elsewhere', () => {
  assert.equal(rewritten('Thank you, ⟦Jade⟧.', ['person', 'name']).at(-1), 'Thank you.')
  assert.equal(rewritten('I met (⟦Jade⟧) there.', ['person', 'name']).at(-1), 'I met there.')
})

// What the patterns find by themselves: the first rewrite of the first finding.
const found: readonly (readonly [string, string])[] = [
  ['We met on 3 May 2024.', 'We met in spring 2024.'],
  ['On 3 May 2024 we met.', 'In spring 2024 we met.'],
  ['On Tuesday 3 May 2024 we met.', 'In spring 2024 we met.'],
  ['On the 3rd of May we met.', 'In spring we met.'],
  ['We met 12/09/2023.', 'We met in autumn 2023.'],
  ['We met on 12/09/23.', 'We met in autumn 2023.'],
  ['We met on 2024-01-05.', 'We met in early 2024.'],
  ['Since 24 December 2023 he slept.', 'Since late 2023 he slept.'],
  ['It lasted from 1 June 2024 until now.', 'It lasted from summer 2024 until now.'],
  ['The 3 May 2024 hearing was hard.', 'The spring 2024 hearing was hard.'],
  ['It was between 14 and 27 July 1999.', 'It was in summer 1999.'],
  ['By the 3rd of May 2024 it was over.', 'By spring 2024 it was over.'],
  ['A letter dated 3 May 2024 came.', 'A letter from spring 2024 came.'],
  ['She was born on 3 May 2014.', 'She was born in 2014.'],
  ['Jade (DOB 3/5/2014) came.', 'Jade came.'],
  ['Jade, DOB 3/5/2014, came.', 'Jade came.'],
  ['A boy aged 7 came.', 'A boy of primary-school age came.'],
  ['A woman aged 43 came.', 'A woman in her forties came.'],
  ['I met Kelly’s 4 year old son.', 'I met Kelly’s pre-school son.'],
  ['He is nearly 18.', 'He is in his teens.'],
  ['On 3 May at 2pm we met.', 'In spring we met.'],
  ['On 3 May 2024 at 14:30 we met.', 'In spring 2024 we met.'],
  ['3 May 2024: home visit', 'Spring 2024: home visit'],
  ['The Barnsley MASH Team met.', 'The team met.'],
  ['He was on Ward 7 at the time.', 'He was on the ward at the time.'],
  ['Leeds City Council (LCC) agreed.', 'The council agreed.'],
  ['I met a 7-year-old boy.', 'I met a primary-aged boy.'],
  ['I met an 8-year-old boy.', 'I met a primary-aged boy.'],
  ['An 8-year-old came.', 'A primary-aged child came.'],
  ['I met an 8-year-old Somali girl.', 'I met a primary-aged Somali girl.'],
  ['I met a 17-year-old asylum seeker.', 'I met a teenage asylum seeker.'],
  ['I met a 43-year-old Kurdish man.', 'I met a Kurdish man in his forties.'],
  ['An 8-year-old pushed another boy.', 'A primary-aged child pushed another boy.'],
  ['Her dad (36) left.', 'Her dad (in his thirties) left.'],
  ['The 14-year-old Jade left.', 'The teenage Jade left.'],
  ['May 3rd was the hearing.', 'Spring was the hearing.'],
  ['On the morning of 3 May 2024 we met.', 'In spring 2024 we met.'],
  ['It was 3 May 2024.', 'It was spring 2024.'],
  ['The week commencing 3 May 2024 was hard.', 'A week in spring 2024 was hard.'],
  ['We met on 3 May and 5 May.', 'We met on a day in spring and 5 May.'],
  ['We met on a day in spring and 5 May.', 'We met on a day in spring and a day in spring.'],
  ['He lives at number 12 Acacia Avenue.', 'He lives at the family home.'],
  ['He lives at no. 12 Acacia Avenue.', 'He lives at the family home.'],
  ['He lives at 2/1 12 Acacia Avenue.', 'He lives at the family home.'],
  ['I met a 14-year-old.', 'I met a teenager.'],
  ['I met a 43-year-old woman.', 'I met a woman in her forties.'],
  ['An 82 year old man fell.', 'A man in his eighties fell.'],
  ['She is 15 and alone.', 'She is in her teens and alone.'],
  ['He is 7 years old.', 'He is of primary-school age.'],
  ['My mum is 81.', 'My mum is in her eighties.'],
  ['She turned 18 last week.', 'She had a birthday last week.'],
  ['It was her 16th birthday.', 'It was her birthday.'],
  ['Her son (14) left.', 'Her son (teenager) left.'],
  ['I met a baby, 14 months old.', 'I met a baby, not yet three.'],
  ['Twins aged 3 and 5 came.', 'Twins of different ages came.'],
  ['He left Oakfield School early.', 'He left the school early.'],
  ['Oakfield School’s plan worked.', 'The school’s plan worked.'],
  ['We saw the Northside Locality Team.', 'We saw the team.'],
  ['He was on Maple Ward.', 'He was on the ward.'],
  ['She moved to Rowan House care home.', 'She moved to the care home.'],
  ['I work for Leeds City Council.', 'I work for the council.'],
  ['He was in HMP Leeds.', 'He was in the prison.'],
  ['He died in Pinderfields Hospital.', 'He died in the hospital.'],
  ['She lives in Otterton now.', 'She lives in the area now.'],
  ['In the village of Upper Otterby.', 'In a village.'],
  ['He lives on the Gleadless Valley estate.', 'He lives on the estate.'],
  ['She lives at 12 Acacia Avenue, Leeds LS1 4DY.', 'She lives at the family home.'],
  ['He slept on Thornhill Road again.', 'He slept on a street again.'],
  ['Near LS1 4DY it rained.', 'Near the area it rained.'],
  ['Ring 07700 900123 today.', 'Ring [telephone number] today.'],
  ['Jade, NHS number 943 476 5919, rang.', 'Jade rang.'],
  ['Her NHS number is 943 476 5919.', 'Her NHS number is [removed].'],
  ['NHS number: 943 476 5919. He left.', 'He left.'],
  ['Date: 03/05/2024', 'Date: spring 2024'],
  ['Their 8 year old is fine.', 'Their primary-aged child is fine.'],
  ['An 18-month-old baby cried.', 'A toddler cried.'],
  ['At the age of seven, she left.', 'As a child, she left.'],
  ['Her date of birth is 3 May 2014.', 'Her date of birth is [removed].'],
  ['The case BS21C00123 went on.', 'The case [reference] went on.'],
]
for (const [before, after] of found) {
  test(`${before} → ${after}`, () => {
    const [first] = findPatterns(before)
    assert.ok(first, 'nothing was found')
    assert.equal(apply(before, first)[0], after)
  })
}

test('what a sentence needs is not taken away', () => {
  for (const text of ['I work in Otterton.', 'He goes to Oakfield School.', 'He is in HMP Leeds.']) {
    const [first] = findPatterns(text)
    assert.ok(first)
    assert.ok(
      apply(text, first).every(one => one.split(' ').length > 3),
      text,
    )
  }
})

const withoutIt: readonly (readonly [string, string | null])[] = [
  ['See www.example.org/x for details.', null],
  ['Ring me or ring 01632 960123.', null],
  ['07700 900123 is her number.', null],
  ['Her NI number is AB 12 34 56 C.', null],
  ['Ring me on 07700 900123 today.', 'Ring me today.'],
  ['I rang (07700 900123) today.', 'I rang today.'],
  ['A boy, aged 8, came.', 'A boy came.'],
  ['A boy (8) came.', 'A boy came.'],
  ['At Oakfield School the head was kind.', 'The head was kind.'],
  ['3 May 2024: home visit', null],
]
for (const [text, after] of withoutIt) {
  test(`taken away: ${text} → ${after ?? 'not offered'}`, () => {
    const [first] = findPatterns(text)
    assert.ok(first, 'nothing was found')
    const removals = rewritesFor(first, text).filter(({ label }) => isRemoval(label))
    assert.deepEqual(
      removals.map(({ start, end, replacement }) => text.slice(0, start) + replacement + text.slice(end)),
      after === null ? [] : [after],
    )
  })
}

test('a person is taken away only where the sentence surely does not need them', () => {
  for (const marked of [
    'Are ⟦Kelly⟧ and Tom coming?',
    'It was ⟦Sarah⟧ who told me.',
    '⟦Sarah⟧ and I agree.',
    '⟦Kayden⟧, aged 8, is in foster care.',
    'Will ⟦Young⟧ was tired.',
    'Auntie ⟦Jo⟧ and Uncle Bob came.',
    'We agree that ⟦Kayden⟧ should stay.',
    'He was seen by ⟦Dr Patel⟧.',
    'I worked with ⟦Kelly⟧.',
  ]) {
    const without = marked.replace(/ ?⟦.*⟧/, '')
    assert.ok(
      rewritten(marked, ['person', 'name']).every(one => one.length > without.length),
      marked,
    )
  }
})

test('a note and a combination have nothing to replace', () => {
  const text = 'Re B [2014] UKSC 19'
  assert.deepEqual(
    findPatterns(text).flatMap(one => rewritesFor(one, text)),
    [],
  )
  assert.deepEqual(
    rewritesFor({ start: 0, end: 4, class: 'combination', kind: 'combination', level: 'check' }, text),
    [],
  )
})

test('every rewrite of whatever was found lies in the text, covers what was found, and says so on its button', () => {
  const text =
    'On 3 May 2024 a 7-year-old (DOB 3/5/2014) of 12 Acacia Avenue, Leeds LS1 4DY, NHS number 943 476 5919, was seen at ' +
    'Oakfield School by jo@example.org, 07700 900123, @jade_m04, www.example.com, case BS21C00123, AB 12 34 56 C, AB12 CDE.'
  for (const finding of findPatterns(text)) {
    const rewrites = rewritesFor(finding, text)
    assert.ok(rewrites.length > 0, finding.kind)
    for (const { start, end, replacement, label } of rewrites) {
      assert.ok(
        start >= 0 && start <= finding.start && end >= finding.end && end <= text.length,
        finding.kind,
      )
      assert.notEqual(label, '')
      assert.doesNotMatch(text.slice(0, start) + replacement + text.slice(end), / {2}| [,.]|\(\)/)
    }
  }
})
