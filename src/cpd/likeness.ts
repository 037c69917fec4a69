import { createHash } from 'node:crypto'

/**
 * Whether two pieces say the same, without keeping what they say at hand. Both a fingerprint (the same or not) and a
 * sketch (how much is the same) are worked out once, at submission, from the answers that the rule pack compares.
 *
 * The sketch is a MinHash (Broder, 1997) of the set of runs of three words: the share of equal values estimates the
 * share of runs that the two texts have in common, |A∩B| / |A∪B|. With 64 values the standard error is at most 0.063.
 * At a threshold of 0.6, two texts that share a third of their runs are called very like about once in 200,000 pairs,
 * and two that share four fifths are missed about once in 10,000 (see the test).
 *
 * Stored sketches are compared with later ones, so nothing here may change without working all of them out again.
 */
const values = 64
const wordsInARun = 3

/** 64 hexadecimal digits, equal for answers that differ only in case, spacing, punctuation or invisible characters. */
export function fingerprintOf(answers: readonly string[]): string {
  // The separator cannot occur in a normalised answer, so moving words from one answer to the next makes a difference.
  return createHash('sha256').update(answers.map(normalised).join('\n'), 'utf8').digest('hex')
}

/** 64 values of 16 bits each as base64; empty for answers without a word. */
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
  const bytes = Buffer.alloc(values * 2)
  least.forEach((value, i) => bytes.writeUInt16LE(value & 0xffff, i * 2))
  return bytes.toString('base64')
}

export type Sketch = Buffer

/** Reads a stored sketch, so that comparing it with many others decodes it once. */
export function readSketch(likeness: string): Sketch {
  return Buffer.from(likeness, 'base64')
}

/** The estimated share of common writing, 0 to 1; 0 where either has no words. */
export function likenessBetween(a: Sketch, b: Sketch): number {
  return isSketch(a) && isSketch(b) ? equalValues(a, b, 0) / values : 0
}

/** Whether `likenessBetween` reaches `threshold`, giving up as soon as it no longer can. */
export function isVeryLike(a: Sketch, b: Sketch, threshold: number): boolean {
  if (!isSketch(a) || !isSketch(b)) return false
  const needed = Math.ceil(threshold * values - 1e-9)
  return equalValues(a, b, needed) >= needed
}

function isSketch(bytes: Sketch): boolean {
  return bytes.length === values * 2
}

function equalValues(a: Sketch, b: Sketch, needed: number): number {
  let equal = 0
  for (let i = 0; i < values; i++) {
    if (a[i * 2] === b[i * 2] && a[i * 2 + 1] === b[i * 2 + 1]) equal++
    else if (equal + values - 1 - i < needed) return equal
  }
  return equal
}

/** Words in one case with one space between, and nothing that cannot be seen. */
function normalised(text: string): string {
  return (
    text
      .toWellFormed()
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
