import { wordClasses } from './word-classes.ts'
import { shapes } from './word-shapes.ts'

/** What one text does with a word, in all its mentions together. */
export const uses = {
  /** It has it in small letters too: a word like others. */
  small: 1,
  /** It has it with a capital in mid-sentence, besides here. */
  capital: 2,
  /** "the Sami", "the Clinique": not how one writes of a person. */
  afterThe: 4,
  /** "Mr Rowe": a person wherever else it stands. */
  titled: 8,
} as const

interface Written {
  readonly words: readonly string[]
  readonly shape: Uint8Array
  readonly wordClass: Uint8Array
  readonly place: Uint8Array
  readonly unsure: Uint8Array
}

/** For each token the sum of its `uses`. */
export function findUses({ words, shape, wordClass, place, unsure }: Written): Uint8Array {
  const small = new Set<string>()
  const afterThe = new Set<string>()
  const titled = new Set<string>()
  const capital = new Map<string, number>()
  const isCapital = (at: number) => shape[at] === shapes.capital || shape[at] === shapes.mixed
  const isWithin = (at: number) => isCapital(at) && place[at] === 0
  for (const [at, word] of words.entries()) {
    if (unsure[at] === 1) continue
    if (shape[at] === shapes.small) small.add(word)
    if (!isCapital(at)) continue
    if (isWithin(at)) capital.set(word, (capital.get(word) ?? 0) + 1)
    const isOfFamily = wordClass[at + 1] === wordClasses.relation || families.has(words[at + 1] ?? '')
    if (words[at - 1] === 'the' && !isOfFamily && shape[at + 1] !== shapes.possessive) afterThe.add(word)
    if (wordClass[at - 1] === wordClasses.title) titled.add(word)
    if (words[at - 1] === '.' && wordClass[at - 2] === wordClasses.title) titled.add(word)
  }
  return Uint8Array.from(words, (word, at) => {
    const others = (capital.get(word) ?? 0) - (isWithin(at) ? 1 : 0)
    return (
      (small.has(word) ? uses.small : 0) |
      (others > 0 ? uses.capital : 0) |
      (afterThe.has(word) ? uses.afterThe : 0) |
      (titled.has(word) ? uses.titled : 0)
    )
  })
}

/** "The Rowe family": there "the" stands before a person's name. */
const families = new Set(['family', 'families', 'household', 'case', 'file', 'home', 'house'])
