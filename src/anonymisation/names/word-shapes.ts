import type { Token } from '../tokens.ts'

/** How a token is written. What a name looks like depends on it, and on whether anything around has capitals. */
export const shapes = {
  small: 0,
  capital: 1,
  capitals: 2,
  letter: 3,
  initial: 4,
  mixed: 5,
  number: 6,
  code: 7,
  sign: 8,
  break: 9,
  uncased: 10,
  possessive: 11,
  smallMixed: 12,
  outside: 13,
  /** Of a sentence without capitals, or in nothing but capitals: how a word is written says nothing. */
  unsure: 14,
  unsureLetter: 15,
} as const

export function shapeOf(token: Token): number {
  switch (token.kind) {
    case 'number':
      return shapes.number
    case 'initial':
      return shapes.initial
    case 'possessive':
      return shapes.possessive
    case 'sign':
      return shapes.sign
    case 'break':
      return shapes.break
    case 'word':
      return shapeOfWord(token.text)
  }
}

function shapeOfWord(word: string): number {
  let upper = 0
  let lower = 0
  let digits = 0
  for (let at = 0; at < word.length && at < 40; at++) {
    const code = word.charCodeAt(at)
    if (code >= 97 && code <= 122) lower += 1
    else if (code >= 65 && code <= 90) upper += 1
    else if (code >= 48 && code <= 57) digits += 1
    else if (code > 127) {
      const sign = word.charAt(at)
      const small = sign.toLowerCase()
      if (small !== sign) upper += 1
      else if (sign.toUpperCase() !== sign) lower += 1
    }
  }
  if (digits > 0) return shapes.code
  if (upper + lower === 0) return shapes.uncased
  if (upper === 0) return shapes.small
  const first = word.charAt(0)
  const startsUpper = first.toLowerCase() !== first
  if (lower === 0) return upper === 1 ? shapes.letter : shapes.capitals
  if (!startsUpper) return shapes.smallMixed
  return upper === 1 ? shapes.capital : shapes.mixed
}
