import { tokenise, type Token } from '../tokens.ts'
import { foldWord, hashWord, mix } from './fold-word.ts'
import { bucketBits, type Model } from './model.ts'
import { readSentences } from './sentences.ts'
import { findUses } from './uses-elsewhere.ts'
import { classOf } from './word-classes.ts'
import { factsOf, type WordFacts } from './word-facts.ts'
import { shapeOf, shapes } from './word-shapes.ts'

/** A text as the tagger reads it: everything known of each token, side by side. */
export interface Reading {
  readonly text: string
  readonly tokens: readonly Token[]
  /** Folded: small letters without marks. */
  readonly words: readonly string[]
  readonly hash: Uint32Array
  readonly facts: Uint8Array
  readonly shape: Uint8Array
  readonly wordClass: Uint8Array
  readonly place: Uint8Array
  readonly unsure: Uint8Array
  readonly bracketed: Uint8Array
  /** What the whole text does with the word: `uses`, added up. */
  readonly elsewhere: Uint8Array
}

interface Word {
  readonly folded: string
  readonly hash: number
  readonly facts: WordFacts
  readonly wordClass: number
  small: number
  capital: number
}

/** `lookUp` gives what the dictionary knows of a folded word: the trainer passes its own. */
export function read(text: string, model: Model, lookUp = (word: string) => factsOf(word, model)): Reading {
  const tokens = tokenise(text)
  const count = tokens.length
  const known = new Map<string, Word>()
  const reading = {
    text,
    tokens,
    words: Array.from<string>({ length: count }),
    hash: new Uint32Array(count),
    facts: new Uint8Array(count),
    shape: new Uint8Array(count),
    wordClass: new Uint8Array(count),
  }
  const entries: Word[] = []
  for (const [at, token] of tokens.entries()) {
    let word = known.get(token.text)
    if (!word) {
      const isWord = token.kind === 'word'
      const folded = isWord ? foldWord(token.text) : token.text.toLowerCase()
      word = {
        folded,
        hash: token.kind === 'number' ? token.text.length : hashWord(folded),
        facts: isWord ? lookUp(folded) : 0,
        wordClass: isWord ? classOf(folded) : 0,
        small: 0,
        capital: 0,
      }
      known.set(token.text, word)
    }
    entries.push(word)
    reading.words[at] = word.folded
    reading.hash[at] = word.hash
    reading.facts[at] = word.facts
    reading.wordClass[at] = word.wordClass
    reading.shape[at] = shapeOf(token)
  }
  const { place, unsure, bracketed } = readSentences(tokens, reading.words, reading.shape)
  const elsewhere = findUses({ ...reading, place, unsure })
  for (let at = 0; at < count; at++) {
    const form = reading.shape[at] ?? 0
    if (unsure[at] !== 1 || tokens[at]?.kind !== 'word' || form === shapes.code || form === shapes.uncased)
      continue
    reading.shape[at] = tokens[at]?.text.length === 1 ? shapes.unsureLetter : shapes.unsure
  }
  return { ...reading, place, unsure, bracketed, elsewhere }
}

/** No token has more features. */
export const mostFeatures = 40

/** Writes the buckets of the features of the token at `at` into `out` and returns how many there are. */
export function writeFeatures(reading: Reading, at: number, out: Int32Array): number {
  const { hash, facts, shape, wordClass, place, unsure, bracketed, elsewhere, words } = reading
  const count = hash.length
  // Without capitals a word is judged by other weights than with them.
  const base = unsure[at] === 1 ? 64 : 0
  let written = 0
  const add = (template: number, a: number, b = 0, c = 0): void => {
    let value = Math.imul(a ^ Math.imul(template + base, 0x9e3779b1), 0x85ebca77)
    value = Math.imul(value ^ (value >>> 15) ^ Math.imul(b, 0xc2b2ae3d), 0x27d4eb2f)
    value = Math.imul(value ^ (value >>> 13) ^ Math.imul(c, 0x165667b1), 0x9e3779b1)
    out[written++] = mix(value) >>> (32 - bucketBits)
  }
  const hashAt = (index: number) => (index < 0 || index >= count ? 7 : (hash[index] ?? 0))
  const shapeAt = (index: number) => (index < 0 || index >= count ? shapes.outside : (shape[index] ?? 0))
  const classAt = (index: number) => wordClass[index] ?? 0
  const factsAt = (index: number) => facts[index] ?? 0

  const here = hashAt(at)
  const before = hashAt(at - 1)
  const after = hashAt(at + 1)
  const own = factsAt(at)
  const form = shapeAt(at)
  const start = place[at] ?? 0
  const formBefore = shapeAt(at - 1)
  const formAfter = shapeAt(at + 1)

  if (form === shapes.sign || form === shapes.number || form === shapes.break || form === shapes.possessive) {
    add(1, here)
    add(2, formBefore, form, formAfter)
    add(3, here, formBefore, formAfter)
    add(4, here, factsAt(at - 1) & 15, factsAt(at + 1) & 15)
    add(5, here, classAt(at - 1), classAt(at + 1))
    add(6, before, here, after)
    return written
  }

  const english = (own >> 4) & 3
  const name = own & 15
  const ownForm = form | (start << 4)
  add(10, here)
  add(11, here, ownForm)
  add(12, before)
  add(13, after)
  add(14, hashAt(at - 2))
  add(15, hashAt(at + 2))
  add(16, own, ownForm)
  add(17, own, form, classAt(at - 1))
  add(18, own, form, classAt(at + 1))
  add(19, own, ownForm, (factsAt(at - 1) & 63) | (formBefore << 6))
  add(20, own, ownForm, (factsAt(at + 1) & 63) | (formAfter << 6))
  add(21, ownForm, formBefore, formAfter)
  add(22, ownForm, formBefore | (shapeAt(at - 2) << 4), formAfter | (shapeAt(at + 2) << 4))
  add(23, before, form, english > 0 ? 1 : 0)
  add(24, after, form, english > 0 ? 1 : 0)
  add(25, (elsewhere[at] ?? 0) | (english << 4), ownForm, name > 0 ? 1 : 0)
  add(41, bracketed[at] ?? 0, form, name | (english << 4))
  add(26, before, after)
  add(27, classAt(at - 1) | (classAt(at - 2) << 4), form, name > 0 ? 1 : 0)
  add(28, classAt(at + 1) | (classAt(at + 2) << 4), form, name > 0 ? 1 : 0)
  add(29, before, hashAt(at - 2), form)
  add(30, here, before)
  add(31, here, after)
  add(32, name | (english << 4), formAfter === shapes.possessive ? 1 : 0, form)
  add(33, before, name > 0 ? 1 : 0, form)
  add(34, after, name > 0 ? 1 : 0, form)
  add(35, classAt(at), form, formBefore)
  if (english < 2) {
    // How the word is built tells a name of whatever language from a word, and a place from a person.
    const word = words[at] ?? ''
    const length = word.length
    add(36, hashWord(word, Math.max(0, length - 2)), form)
    add(37, hashWord(word, Math.max(0, length - 3)), form)
    add(38, hashWord(word, Math.max(0, length - 4)), form)
    add(39, hashWord(word, 0, Math.min(3, length)), form)
    add(40, Math.min(length, 12), form, english)
  }
  return written
}
