import type { Reading } from './features.ts'
import { labelCount } from './model.ts'
import { firstNameUse } from './word-facts.ts'
import { shapes } from './word-shapes.ts'

/** What speaks for a name, token by token. */
export interface Evidence {
  /** The tagger's, four a token. */
  readonly chances: Float32Array
  /** One of `personMarks` each. */
  readonly person: Uint8Array
  /** One of `published` each. */
  readonly published: Uint8Array
}

/** Tokens that stand together, from `first` up to, not including, `end`. */
export interface Run {
  readonly first: number
  readonly end: number
}

export function chanceOf({ chances }: Evidence, at: number, label: number): number {
  return chances[at * labelCount + label] ?? 0
}

/** The highest chance of the label among the tokens. */
export function bestChance(evidence: Evidence, { first, end }: Run, label: number): number {
  let best = 0
  for (let at = first; at < end; at++) best = Math.max(best, chanceOf(evidence, at, label))
  return best
}

export function indexesOf({ first, end }: Run): number[] {
  return Array.from({ length: end - first }, (_, index) => first + index)
}

/** Not a sign between two words of a name. */
export function isNameToken({ tokens }: Reading, at: number): boolean {
  const kind = tokens[at]?.kind
  return kind === 'word' || kind === 'initial'
}

/** "Summer told me off": a first name, word or not, before what only somebody does. */
export function isSpeaker({ facts, shape, words }: Reading, at: number): boolean {
  return firstNameUse(facts[at] ?? 0) > 1 && shape[at] === shapes.capital && spoken.has(words[at + 1] ?? '')
}

const spoken = new Set(
  `said says told asked rang phoned texted emailed replied explained disclosed agreed refused cried laughed smiled
  admitted shouted whispered apologised wept shrugged nodded`.split(/\s+/),
)
