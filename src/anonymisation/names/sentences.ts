import type { Token } from '../tokens.ts'
import { shapes } from './word-shapes.ts'

/** Where a token stands. */
const places = {
  within: 0,
  /** First word of a sentence or a line: its capital says nothing. */
  sentenceStart: 1,
  /** After a colon, an opening quotation mark or bracket: its capital says little. */
  partStart: 2,
} as const

export interface Sentences {
  /** For each token one of `places`. */
  readonly place: Uint8Array
  /** For each token 1 where its sentence has no capitals, or nothing else. */
  readonly unsure: Uint8Array
  /** For each token 1 where it stands in round brackets that opened not long before. */
  readonly bracketed: Uint8Array
}

/** Brackets hold no more tokens than this: one that never closes must not count for the rest of the text. */
const longestBracket = 12

const abbreviations = new Set(
  'mr mrs ms dr prof st rev revd fr cllr sgt no nos vs eg ie etc al approx dept ext fig vol ch art jr sr messrs hon capt cf op para paras'.split(
    ' ',
  ),
)

/** `words` are the folded texts of the tokens, `shape` how each is written. */
export function readSentences(
  tokens: readonly Token[],
  words: readonly string[],
  shape: Uint8Array,
): Sentences {
  const place = new Uint8Array(tokens.length)
  const unsure = new Uint8Array(tokens.length)
  let start = 0
  let state: number = places.sentenceStart
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'break') {
      markUnsure(shape, words, start, at, unsure)
      start = at + 1
      state = places.sentenceStart
    } else if (token.kind === 'sign') {
      if (isEnd(tokens, words, at)) {
        markUnsure(shape, words, start, at + 1, unsure)
        start = at + 1
        state = places.sentenceStart
      } else if (state === places.within && /[:"“‘([–—;•*]/.test(token.text)) {
        state = places.partStart
      }
    } else if (token.kind === 'number') {
      // "1. Attended": a number at the start of a line leaves it the start.
      if (state !== places.sentenceStart) state = places.within
    } else {
      place[at] = state
      state = places.within
    }
  }
  markUnsure(shape, words, start, tokens.length, unsure)
  return { place, unsure, bracketed: markBracketed(tokens) }
}

function markBracketed(tokens: readonly Token[]): Uint8Array {
  const bracketed = new Uint8Array(tokens.length)
  let left = 0
  for (const [at, token] of tokens.entries()) {
    if (token.text === ')' || token.kind === 'break') left = 0
    if (left > 0) bracketed[at] = 1
    left = token.text === '(' ? longestBracket : Math.max(0, left - 1)
  }
  return bracketed
}

function isEnd(tokens: readonly Token[], words: readonly string[], at: number): boolean {
  const token = tokens[at]
  if (!token) return false
  if (/[!?…]/.test(token.text)) return true
  if (token.text !== '.') return false
  const next = tokens[at + 1]
  if (next && next.start === token.end && !/["”’')\]]/.test(next.text)) return false
  return !abbreviations.has(words[at - 1] ?? '')
}

function markUnsure(
  shape: Uint8Array,
  words: readonly string[],
  from: number,
  to: number,
  unsure: Uint8Array,
): void {
  let small = 0
  let capital = 0
  let capitals = 0
  for (let at = from; at < to; at++) {
    const one = shape[at]
    if (one === shapes.small) small += 1
    else if (one === shapes.capitals) capitals += 1
    else if (one === shapes.capital || one === shapes.mixed) capital += 1
    else if (one === shapes.letter && words[at] !== 'i' && words[at] !== 'a') capital += 1
  }
  const allSmall = small > 1 && capital === 0 && capitals === 0
  const allCapitals = capitals > 1 && small + capital <= (capitals - 1) / 4
  if (allSmall || allCapitals) unsure.fill(1, from, to)
}
