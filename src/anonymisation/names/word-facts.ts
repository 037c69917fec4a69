import { hashWord } from './fold-word.ts'
import { wordBits, type Model } from './model.ts'

/**
 * What the dictionary knows of a word, two bits each, higher is more usual: first name, surname, English word, place. No
 * bits: an unknown word.
 */
export type WordFacts = number

export function packFacts(first: number, last: number, english: number, place: number): WordFacts {
  return first | (last << 2) | (english << 4) | (place << 6)
}

export function firstNameUse(facts: WordFacts): number {
  return facts & 3
}

export function surnameUse(facts: WordFacts): number {
  return (facts >> 2) & 3
}

export function englishUse(facts: WordFacts): number {
  return (facts >> 4) & 3
}

export function placeSize(facts: WordFacts): number {
  return (facts >> 6) & 3
}

/** What ends an English word that the dictionary has without it. */
const endings = ['s', 'es', 'ed', 'd', 'ing', 'ly']

/** `word` as `foldWord` leaves it. */
export function factsOf(word: string, model: Model): WordFacts {
  if (isContraction(word)) return 3 << 4
  const facts = lookUp(hashWord(word), model)
  if (englishUse(facts) > 0 || word.length < 4) return facts
  if (facts === 0 && /^[dlmo]'/.test(word)) return lookUp(hashWord(word.slice(2)), model) & 15
  if (facts === 0 && looksEnglish(word)) return 1 << 4
  if (endsAsEnglish(word, stem => englishUse(lookUp(hashWord(stem), model)) > 0)) return facts | (1 << 4)
  // "The Petrovas": several of one name.
  if (facts === 0 && word.length > 4 && word.endsWith('s')) {
    const one = surnameUse(lookUp(hashWord(word.slice(0, -1)), model))
    if (one > 0) return one << 2
  }
  return facts
}

/** Built as names are not: "outsourcing", "containment". */
export function looksEnglish(word: string): boolean {
  return (
    /(?:tions?|ments?|ness|ity|ities|ology|ised|ising|isation|ability|able|ible|ously|fully|ally|ative|sses)$/.test(
      word,
    ) ||
    (word.length > 6 && /(?:ing|ings)$/.test(word))
  )
}

/** "we'd", "isn't": common English, whatever stands before. */
export function isContraction(word: string): boolean {
  return /'(?:d|ll|m|re|t|ve)$/.test(word)
}

/** "visited", "cases": English because "visit" and "case" are. */
export function endsAsEnglish(word: string, isEnglish: (stem: string) => boolean): boolean {
  for (const ending of endings) {
    const length = word.length - ending.length
    if (length >= 3 && word.endsWith(ending)) {
      const stem = word.slice(0, length)
      if (isEnglish(stem)) return true
      if (ending === 'ing' && isEnglish(`${stem}e`)) return true
      if (
        (ending === 'ed' || ending === 'ing') &&
        stem.at(-1) === stem.at(-2) &&
        isEnglish(stem.slice(0, -1))
      )
        return true
    }
  }
  if (word.endsWith('ies') || word.endsWith('ied')) return isEnglish(`${word.slice(0, -3)}y`)
  return false
}

function lookUp(hash: number, { words }: Model): WordFacts {
  const key = hash >>> (32 - wordBits)
  const last = words.length - 1
  let slot = key & last
  for (;;) {
    const found = words[slot] ?? 0
    if (found === 0) return 0
    if (found >>> 8 === key) return found & 255
    slot = (slot + 1) & last
  }
}
