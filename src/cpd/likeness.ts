import { createHash } from 'node:crypto'

/**
 * Whether two pieces say the same, without keeping what they say at hand. Both a fingerprint (the same or not) and a
 * sketch (how much is the same) are worked out once, at submission, from the answers that the rule pack compares.
 *
 * The sketch is a MinHash (Broder, 1997) of the set of runs of three words: the share of equal values estimates the
 * share of runs that the two texts have in common, |A∩B| / |A∪B|. With 64 values the standard error is at most 0.063.
 * At a threshold of 0.6, two texts that share a third of their runs are called very like about once in 170,000 pairs,
 * and two that share four fifths are missed about once in 7,800 (see the test).
 *
 * Stored sketches are compared with later ones, so nothing here may change without working all of them out again.
 */
const values = 64
const wordsInARun = 3
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** 64 hexadecimal digits, equal for answers that differ only in case, spacing, punctuation or invisible characters. */
export function fingerprintOf(answers: readonly string[]): string {
  // The separator cannot occur in a normalised answer, so moving words from one answer to the next makes a difference.
  return createHash('sha256').update(answers.map(normalised).join('\n'), 'utf8').digest('hex')
}

/**
 * 64 values of 12 bits, each as two digits to the base 64, so that two sketches are compared as they are stored: 128
 * characters, or none for answers without a word.
 */
export function likenessOf(answers: readonly string[]): string {
  const runs = new Set<number>()
  for (const answer of answers) for (const run of runsOfWords(normalised(answer))) runs.add(run)
  if (runs.size === 0) return ''

  const least = new Uint32Array(values).fill(0xffffffff)
  for (const run of runs)
    for (let i = 0; i < values; i++) {
      const mixed = mix(run ^ Math.imul(i + 1, 0x9e3779b1))
      if (mixed < (least[i] ?? 0)) least[i] = mixed
    }
  let sketch = ''
  for (const value of least) sketch += digits.charAt((value >>> 6) & 63) + digits.charAt(value & 63)
  return sketch
}

/** The estimated share of common writing, 0 to 1; 0 where either has no words. */
export function likenessBetween(a: string, b: string): number {
  return equalValues(a, b, 0) / values
}

/** Whether `likenessBetween` reaches `threshold`, giving up as soon as it no longer can. */
export function isVeryLike(a: string, b: string, threshold: number): boolean {
  const needed = Math.ceil(threshold * values - 1e-9)
  return equalValues(a, b, needed) >= needed
}

function equalValues(a: string, b: string, needed: number): number {
  if (a.length !== values * 2 || b.length !== values * 2) return 0
  let equal = 0
  for (let i = 0; i < values; i++) {
    if (a.charCodeAt(2 * i) === b.charCodeAt(2 * i) && a.charCodeAt(2 * i + 1) === b.charCodeAt(2 * i + 1))
      equal++
    else if (equal + values - 1 - i < needed) return equal
  }
  return equal
}

/**
 * Thirty combining marks on one letter are more than any language has; what normalising puts in order is cut there by a
 * character that nobody sees, as in the Stream-Safe Text Format (UAX #15), and taken out again below. Without it a text
 * of alternating marks takes the square of its length. The two half-width sound marks become combining ones.
 */
const manyMarks = /[\p{M}\uFF9E\uFF9F]{30}(?=[\p{M}\uFF9E\uFF9F])/gu
const invisibleJoiner = '\u034F'

/** Words in one case with one space between, and nothing that cannot be seen. */
function normalised(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(manyMarks, `$&${invisibleJoiner}`)
      .normalize('NFKC')
      // Upper case first, so that ß and SS are the same word; then NFKC once more, since changing case can undo it.
      .toUpperCase()
      .toLowerCase()
      .normalize('NFKC')
      .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
      // An apostrophe belongs to its word, whichever way it is typed or left out; other punctuation parts words.
      .replace(/['’ʼ]/gu, '')
      .replace(/[\p{P}\p{Z}\p{Cc}\u2800]+/gu, ' ')
      .trim()
  )
}

/** In scripts that put no space between words every character is taken as a word: no dictionary, no surprise. */
const word =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu

function runsOfWords(text: string): number[] {
  const words = (text.match(word) ?? []).map(hashOfText)
  if (words.length === 0) return []
  const runs: number[] = []
  for (let i = 0; i <= Math.max(0, words.length - wordsInARun); i++) {
    let run = 0
    for (const hash of words.slice(i, i + wordsInARun)) run = mix(run ^ hash)
    runs.push(run)
  }
  return runs
}

/** FNV-1a over UTF-16 units: short, and the same on every machine. */
function hashOfText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Spreads every bit of a 32-bit number over all of them (the finaliser of MurmurHash3). */
function mix(number: number): number {
  let mixed = number + 0x9e3779b9
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
