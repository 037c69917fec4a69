import { findCombinations } from './combinations.ts'
import type { Finding, NeverWrite } from './finding.ts'
import { findNames } from './names/find-names.ts'
import { findLearnt, joinLearnt, learnNames } from './names/learn-names.ts'
import type { Model } from './names/model.ts'
import { findNeverWrite } from './never-write.ts'
import { findAgesBeside } from './patterns/age-beside-name.ts'
import { findPatterns } from './patterns/find-patterns.ts'
import { settleOverlaps } from './settle-overlaps.ts'

interface CheckOptions {
  /** What the author never wants to write. It is on their device only: the server never has it. */
  readonly neverWrite?: readonly NeverWrite[]
}

/**
 * What might identify somebody in texts that belong together, such as the answers of a piece: for each text its findings,
 * in order. The one way in, on the server and in the browser. A name that one text gives away is found in the others, and
 * mild facts count across all of them. Linear in the length of the texts.
 */
export function checkTexts(
  texts: readonly string[],
  model: Model,
  { neverWrite = [] }: CheckOptions = {},
): readonly (readonly Finding[])[] {
  const own = texts.map(text => settleOverlaps(text, [...findPatterns(text), ...findNames(text, model)]))
  // From what stands after that: the "Mary" of St Mary's School is nobody's name.
  const learnt = texts.map((text, i) => learnNames(own[i] ?? [], text, model))
  const settled = texts.map((text, i) => {
    // What it learnt itself `findNames` has found in it.
    const elsewhere = joinLearnt(learnt.filter((_, other) => other !== i))
    const people = [...(own[i] ?? []), ...findLearnt(text, elsewhere)]
    return settleOverlaps(text, [
      ...people,
      ...findAgesBeside(text, people),
      ...findNeverWrite(text, neverWrite),
    ])
  })
  const combinations = findCombinations(texts, settled)
  return texts.map((text, i) => settleOverlaps(text, [...(settled[i] ?? []), ...(combinations[i] ?? [])]))
}
