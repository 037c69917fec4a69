import type { Level } from '../finding.ts'
import { bestChance, indexesOf, type Evidence, type Run } from './evidence.ts'
import type { Reading } from './features.ts'
import { labels } from './model.ts'
import { wordClasses } from './word-classes.ts'
import { englishUse, placeSize } from './word-facts.ts'

/** Where all of this happens: no one is recognised by it. */
const home = new Set([
  'england',
  'wales',
  'scotland',
  'northern ireland',
  'britain',
  'great britain',
  'uk',
  'the uk',
  'united kingdom',
  'europe',
])

/** A small place may point to somebody; a large town or a country is a note. */
export function describePlace(reading: Reading, evidence: Evidence, run: Run): Level | null {
  const { words, facts, wordClass } = reading
  const indexes = indexesOf(run)
  if (indexes.length <= 2 && home.has(words.slice(run.first, run.end).join(' '))) return null
  if (indexes.every(at => wordClass[at] !== 0 && wordClass[at] !== wordClasses.placeHead)) return null
  // A street is an address, and another rule's.
  if (/^(?:street|road|lane|avenue|close|terrace|drive|way|crescent|gardens)$/.test(words[run.end - 1] ?? ''))
    return null
  const largest = indexes.reduce((most, at) => Math.max(most, placeSize(facts[at] ?? 0)), 0)
  if (largest === 0) {
    const isPlain = indexes.every(at => englishUse(facts[at] ?? 0) > 0 || wordClass[at] !== 0)
    if (isPlain || bestChance(evidence, run, labels.place) < 0.7) return null
  }
  return largest === 3 && indexes.length === 1 ? 'note' : 'check'
}
