import type { Finding } from '../finding.ts'
import { endsAge } from './age.ts'
import { makeFinding, textAfter, textBefore } from './surroundings.ts'

const inBrackets = /^(?:['’]s)? \(((?:age |aged )?\d{1,2}(?: ?(?:yrs?|years?|y|months?|mths?|m))?)[,;)]/
const betweenCommas = /^, (\d{1,2}),/
// "Tyrone is 14 and angry", "Kelly was 15 when"
const is =
  /^ (?:is|was|turns|has just turned|will be) (?:(?:only|just|now|already|nearly|almost|still) )?(\d{1,3})(?![\d%/:]|[.,]\d)/
// "Jade 14, Kofi 12": several in a row, each with a number.
const inRow = /^ (\d{1,2})(?=(?:,|,? and|,? &) \p{Lu}[\p{L}'’-]{1,20} \d{1,2}(?!\d))/u
const lastInRow = /^ (\d{1,2})(?=[,.;)\n]|$|,? (?:and|who|in|are|were|live|left)\b)(?!\.\d)/
const rowBefore = /\p{L} \d{1,2}(?:,|,? and|,? &) $/u

/** Ages that only a name beside them shows to be ages: "Jade (14)", "Kofi, 17, left", "Tyrone is 14". It is to be given people's names. */
export function findAgesBeside(text: string, persons: readonly Finding[]): readonly Finding[] {
  return persons.flatMap(({ start: nameStart, end, class: of, level }) => {
    if (of !== 'person' || level === 'note') return []
    const after = textAfter(text, end, 40)
    const match =
      inBrackets.exec(after) ??
      betweenCommas.exec(after) ??
      told(after) ??
      inRow.exec(after) ??
      (rowBefore.test(textBefore(text, nameStart, 12)) ? lastInRow.exec(after) : null)
    const value = match?.[1] ?? ''
    if (!match || value === '') return []
    const start = end + match[0].indexOf(value)
    return [makeFinding(['age', 'age', 'check'], start, start + value.length)]
  })
}

function told(after: string): RegExpExecArray | null {
  const match = is.exec(after)
  return match && Number(match[1]) < 116 && endsAge(after.slice(match[0].length)) ? match : null
}
