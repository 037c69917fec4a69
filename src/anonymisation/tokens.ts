/** A word, a number or a single sign of a text, from `start` up to, not including, `end`, in UTF-16 units. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: TokenKind
}

/**
 * `initial`: one capital letter and its full stop. `possessive`: the "’s" after a word, which belongs to no name. `break`:
 * one or more ends of line.
 */
export type TokenKind = 'word' | 'number' | 'initial' | 'possessive' | 'sign' | 'break'

const other = 0
const letter = 1
const digit = 2
const space = 3
const lineEnd = 4

const ascii = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code === 10 || code === 13) return lineEnd
  if (code === 9 || code === 11 || code === 12 || code === 32) return space
  if (code >= 48 && code <= 57) return digit
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? letter : other
})

/** Each unit is looked at once, and a few beyond the end of a word: linear in the length of the text. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const kind = kindAt(text, at)
    if (kind === space) {
      at += 1
    } else if (kind === lineEnd) {
      const start = at
      while (at < text.length && isBlank(kindAt(text, at))) at += 1
      tokens.push({ start, end: at, text: '\n', kind: 'break' })
    } else if (kind === other) {
      const size = widthAt(text, at)
      tokens.push({ start: at, end: at + size, text: text.slice(at, at + size), kind: 'sign' })
      at += size
    } else {
      at = readWord(text, at, tokens)
    }
  }
  return tokens
}

function readWord(text: string, start: number, tokens: Token[]): number {
  // Between two words, each with its capital, it parts them: "Kelly\u200bMarsh".
  if (text.charCodeAt(start) === 0x200b) return start + 1
  let at = start
  let hasLetter = false
  while (at < text.length) {
    const kind = kindAt(text, at)
    if (kind === letter || kind === digit) {
      if (text.charCodeAt(at) === 0x200b && /^\p{Ll}\u200b\p{Lu}/u.test(text.slice(at - 1, at + 2))) break
      hasLetter ||= kind === letter
      at += widthAt(text, at)
    } else if (hasLetter && isApostrophe(text, at) && kindAt(text, at + 1) === letter) {
      if (isPossessive(text, at)) break
      at += 1
    } else {
      break
    }
  }
  const word = text.slice(start, at)
  if (word.length === 1 && /\p{Lu}/u.test(word) && text[at] === '.') {
    tokens.push({ start, end: at + 1, text: `${word}.`, kind: 'initial' })
    return at + 1
  }
  tokens.push({ start, end: at, text: word, kind: hasLetter ? 'word' : 'number' })
  if (!hasLetter || !isApostrophe(text, at) || !isPossessive(text, at)) return at
  tokens.push({ start: at, end: at + 2, text: '’s', kind: 'possessive' })
  return at + 2
}

/** "Kelly’s", "KELLY'S", not "O’Shea". */
function isPossessive(text: string, at: number): boolean {
  const next = text[at + 1]
  if (next !== 's' && next !== 'S') return false
  const after = kindAt(text, at + 2)
  return after !== letter && after !== digit
}

function isApostrophe(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x2bc
}

function isBlank(kind: number): boolean {
  return kind === space || kind === lineEnd
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 128) return ascii[code] ?? other
  if (!(code >= 128)) return other
  if (code >= 0xc0 && code <= 0x24f) return code === 0xd7 || code === 0xf7 ? other : letter
  if (code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200a) || code === 0x3000) return space
  if (code === 0x2028 || code === 0x2029 || code === 0x85) return lineEnd
  // Joined to a word without being seen: soft hyphens and zero-width signs must not hide a name.
  if (code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff) return letter
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0)
  if (/[\p{L}\p{M}]/u.test(sign)) return letter
  return /\p{Nd}/u.test(sign) ? digit : other
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}
