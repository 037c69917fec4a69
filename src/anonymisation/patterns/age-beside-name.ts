import type { Finding } from '../finding.ts'
import { makeFinding, textAfter } from './surroundings.ts'

const inBrackets = /^(?:['’]s)? \(((?:age |aged )?\d{1,2}(?: ?(?:yrs?|years?|y|months?|mths?|m))?)[,;)]/
const betweenCommas = /^, (\d{1,2}),/

/** Ages that only a name beside them shows to be ages: "Jade (14)", "Kofi, 17, left". It is to be given people's names. */
export function findAgesBeside(text: string, persons: readonly Finding[]): readonly Finding[] {
  return persons.flatMap(({ end, class: of, level }) => {
    if (of !== 'person' || level === 'note') return []
    const after = textAfter(text, end, 24)
    const match = inBrackets.exec(after) ?? betweenCommas.exec(after)
    const value = match?.[1] ?? ''
    if (!match || value === '') return []
    const start = end + match[0].indexOf(value)
    return [makeFinding(['age', 'age', 'check'], start, start + value.length)]
  })
}
