import type { Finding } from '../finding.ts'
import { digitsOf, makeFinding, textBefore } from './surroundings.ts'

const grouped = /\d{3}[ \u00a0\u2009.\-‐‑–]{0,2}\d{3}[ \u00a0\u2009.\-‐‑–]{0,2}\d{4}/g
// In any other grouping it has to be called an NHS number.
// Scotland's Community Health Index begins with the date of birth; Northern Ireland has Health and Care numbers. Both have
// the same check digit.
const name = String.raw`\b(?:n\.?h\.?s|c\.?h\.?i|hcn|hsc(?:ni)?|h ?(?:&|and) ?c|health (?:&|and) (?:social )?care|community health index)\b\.?[ -]?(?:numbers?|nos?\b\.?|num\b\.?|nr\b\.?|id\b|#)?(?: is| was|,)?[\s:=#(-]{0,4}`
const called = new RegExp(String.raw`${name}(\d(?:[ \u00a0.\-‐‑–]{0,2}\d){9})(?![\d])`, 'gi')
const nhsBefore = new RegExp(`${name}$`, 'i')

/**
 * Ten digits whose last is the check digit, in any of the four countries: the sum of the first nine, weighted 10 to 2, modulus 11 (NHS Data Dictionary).
 * Numbers out of all ranges issued so far count: a check digit that holds is worth a look.
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false
  let sum = 0
  for (let i = 0; i < 9; i += 1) sum += Number(digits.charAt(i)) * (10 - i)
  return (11 - (sum % 11)) % 11 === Number(digits.charAt(9))
}

export function findNhsNumbers(text: string): readonly Finding[] {
  const found: Finding[] = []
  for (const match of text.matchAll(called)) {
    const digits = match[1] ?? ''
    const start = match.index + match[0].length - digits.length
    const level = isNhsNumber(digitsOf(digits)) ? 'likely' : 'check'
    found.push(makeFinding(['nhs', 'nhs', level], start, start + digits.length))
  }
  const known = new Set(found.map(({ start }) => start))
  for (const match of text.matchAll(grouped)) {
    const start = match.index
    const end = start + match[0].length
    if (known.has(start) || !isWhole(text, start, end)) continue
    if (!isNhsNumber(digitsOf(match[0]))) continue
    found.push(makeFinding(['nhs', 'nhs', 'likely'], start, end))
  }
  return found.sort((one, other) => one.start - other.start)
}

/** Whether the words before say that an NHS number follows. */
export function isCalledNhsNumber(text: string, start: number): boolean {
  return nhsBefore.test(textBefore(text, start, 50))
}

// Not a part of a longer number: a card's sixteen digits, or one with a country code.
function isWhole(text: string, start: number, end: number): boolean {
  return (
    !/[\p{L}\d+/_][ \u00a0]?$|\d[ -]$/u.test(tail(text, start)) &&
    !/^(?:[\p{L}_/]|[ .-]?\d)/u.test(text.slice(end, end + 2))
  )
}

function tail(text: string, start: number): string {
  const before = textBefore(text, start, 2)
  // A word and a space before it are what one expects.
  return /\p{L} $/u.test(before) ? '' : before
}
