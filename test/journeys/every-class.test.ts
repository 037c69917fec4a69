import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completePiece, givenDraft } from '../support/given.ts'
import { raiseStage } from './stage.ts'
import { visit } from './steps.ts'

const stage = raiseStage()

interface Case {
  readonly written: string
  readonly found: string
  readonly why: RegExp
  /** What stands there after the first button. */
  readonly rewritten: string
}

/** Of every class of finding one sentence, all of them invented. */
const cases: readonly Case[] = [
  {
    written: 'I met Kelly Marsh on Monday.',
    found: 'Kelly Marsh',
    why: /somebody’s name/,
    rewritten: 'I met a person I work with on Monday.',
  },
  {
    written: 'She lived at 12 Acacia Avenue, Leeds.',
    found: '12 Acacia Avenue, Leeds',
    why: /an address or a street/,
    rewritten: 'She lived at the family home.',
  },
  {
    written: 'They moved to LS6 3AB.',
    found: 'LS6 3AB',
    why: /a postcode/,
    rewritten: 'They moved to the area.',
  },
  {
    written: 'They rang me on 07700 900123.',
    found: '07700 900123',
    why: /a telephone number/,
    rewritten: 'They rang me on [telephone number].',
  },
  {
    written: 'He wrote to tom.rowe@example.org.',
    found: 'tom.rowe@example.org',
    why: /an e-mail address/,
    rewritten: 'He wrote to [e-mail address].',
  },
  {
    written: 'I read https://www.example.org/kelly-marsh.',
    found: 'https://www.example.org/kelly-marsh',
    why: /a web address/,
    rewritten: 'I read [web address].',
  },
  {
    written: 'She posted as @kelly_m_04.',
    found: '@kelly_m_04',
    why: /a name somebody uses online/,
    rewritten: 'She posted as [name online].',
  },
  {
    written: 'Her NHS number is 943 476 5919.',
    found: '943 476 5919',
    why: /an NHS, CHI or Health and Care number/,
    rewritten: 'Her NHS number is [removed].',
  },
  {
    written: 'His National Insurance number is AB 12 34 56 C.',
    found: 'AB 12 34 56 C',
    why: /a National Insurance number/,
    rewritten: 'His National Insurance number is [removed].',
  },
  {
    written: 'Her passport number is 533401372.',
    found: '533401372',
    why: /a passport number/,
    rewritten: 'Her passport number is [removed].',
  },
  {
    written: 'His driving licence number is MARSH 657054 SM9IJ.',
    found: 'MARSH 657054 SM9IJ',
    why: /a driving licence number/,
    rewritten: 'His driving licence number is [removed].',
  },
  {
    written: 'The case number is LS24C50123.',
    found: 'LS24C50123',
    why: /a case, file or registration number/,
    rewritten: 'The case number is [removed].',
  },
  {
    written: 'The car outside was AB12 CDE.',
    found: 'AB12 CDE',
    why: /a vehicle’s number plate/,
    rewritten: 'The car outside was [number plate].',
  },
  {
    written: 'The hearing was on 3 May 2024.',
    found: '3 May 2024',
    why: /an exact date/,
    rewritten: 'The hearing was in spring 2024.',
  },
  {
    written: 'He was a 9-year-old boy.',
    found: '9-year-old',
    why: /somebody’s exact age/,
    rewritten: 'He was a primary-aged boy.',
  },
  {
    written: 'The child went to Oakfield Primary School.',
    found: 'Oakfield Primary School',
    why: /the name of a school/,
    rewritten: 'The child went to the school.',
  },
  {
    written: 'We moved to Otley.',
    found: 'Otley',
    why: /the name of a place/,
    rewritten: 'We moved to a town.',
  },
]

/** In another answer, as what it is made of is not to be pressed away before. */
const combination = 'The Thai father of triplets has Huntington’s disease.'

test('everything that is looked for is listed with its reason, and its first rewrite gives the right sentence', async () => {
  const { page, practitioner } = await stage.practitioner()
  const pieceId = await givenDraft(practitioner.browser, {
    ...completePiece,
    learning: cases.map(({ written }) => written).join('\n'),
    impact: combination,
  })
  await visit(page, `/cpd/pieces/${pieceId}/edit`)
  const learning = page.getByLabel('What did you learn from it?')
  await learning.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' ')
  const below = (field: string) => page.locator(`details.confer-findings:has(#${field}-findings)`)
  await below('learning').getByText(`We found ${cases.length} things to look at in this answer.`).waitFor()
  const together = await below('impact').innerText()
  assert.match(together, /The Thai father of triplets has Huntington’s disease\./)
  assert.match(together, /Each of these is harmless by itself: .*Together they may point to one person/)

  for (const { written, found, why, rewritten } of cases) {
    const item = below('learning').locator('li', {
      has: page.locator('mark').getByText(found, { exact: true }),
    })
    assert.match(await item.innerText(), why, written)
    await item.getByRole('button').first().click()
    const lines = (await learning.inputValue()).trim().split('\n')
    assert.equal(lines[cases.findIndex(one => one.written === written)], rewritten)
  }
  await below('learning').getByText('We found no names we recognise in this answer').waitFor()
})
