import type { FindingKind } from '../finding.ts'
import { chanceOf, indexesOf, type Evidence, type Run } from './evidence.ts'
import type { Reading } from './features.ts'
import { labels } from './model.ts'
import { published } from './published-names.ts'
import { englishUse, placeSize, surnameUse } from './word-facts.ts'
import { shapes } from './word-shapes.ts'

const kinds: readonly (readonly [FindingKind, RegExp])[] = [
  ['school', /^(?:school|academy|college|nursery|preschool|university)$/],
  ['ward', /^(?:ward|hospital|clinic|surgery|infirmary|hospice)$/],
  ['home', /^(?:home|house|lodge|manor|grange)$/],
  ['team', /^(?:team|hub|service)$/],
  ['employer', /^(?:council|borough|ltd|limited|plc|llp|inc|trust|company|gmbh|group|co)$/],
]

/** Its kind, or null where nothing in it is a name of its own: "Family Court", "Adult Social Care". */
export function describeOrganisation(reading: Reading, evidence: Evidence, run: Run): FindingKind | null {
  const indexes = indexesOf(run)
  const own = indexes.filter(at => isOwnName(reading, evidence, at))
  if (own.length === 0) return null
  const named = kinds.find(([, pattern]) => indexes.some(at => pattern.test(reading.words[at] ?? '')))
  if (named) return named[0]
  return own.some(at => chanceOf(evidence, at, labels.organisation) >= 0.8) ? 'body' : null
}

function isOwnName({ facts, shape, wordClass }: Reading, evidence: Evidence, at: number): boolean {
  const written = shape[at]
  const isCapital = written === shapes.capital || written === shapes.mixed || written === shapes.unsure
  const known = facts[at] ?? 0
  return (
    isCapital &&
    wordClass[at] === 0 &&
    evidence.published[at] !== published.body &&
    (englishUse(known) === 0 || placeSize(known) > 0 || (surnameUse(known) > 1 && englishUse(known) < 3))
  )
}
