import type { Level } from '../finding.ts'
import { bestChance, indexesOf, isNameToken, isSpeaker, type Evidence, type Run } from './evidence.ts'
import type { Reading } from './features.ts'
import { labels } from './model.ts'
import { personMarks } from './person-marks.ts'
import { isGivenName, published } from './published-names.ts'
import { isSomebodyMet } from './somebody-met.ts'
import { uses } from './uses-elsewhere.ts'
import { wordClasses } from './word-classes.ts'
import { englishUse, firstNameUse, surnameUse } from './word-facts.ts'
import { shapes } from './word-shapes.ts'

export interface PersonTold {
  readonly level: Level
  readonly kind: 'name' | 'initials' | 'author'
}

/** How sure we are that this is somebody, or null where it is too little. */
export function describePerson(reading: Reading, evidence: Evidence, run: Run): PersonTold | null {
  const told = describeNamed(reading, evidence, run)
  if (told === null && evidence.person[run.first] === personMarks.acting)
    return { level: 'check', kind: 'name' }
  return told
}

function describeNamed(reading: Reading, evidence: Evidence, run: Run): PersonTold | null {
  const { facts, shape, wordClass, place, tokens } = reading
  const indexes = indexesOf(run)
  if (isPublished(reading, evidence, run)) return { level: 'note', kind: 'author' }
  if (indexes.some(at => evidence.person[at] === personMarks.titled)) return { level: 'likely', kind: 'name' }
  if (indexes.every(at => evidence.person[at] === personMarks.initials))
    return { level: 'check', kind: 'initials' }
  const words = indexes.filter(
    at => tokens[at]?.kind === 'word' && (shape[at] !== shapes.letter || run.end - run.first > 4),
  )
  const [only, second] = words
  if (only === undefined) return { level: 'check', kind: 'initials' }

  const best = bestChance(evidence, run, labels.person)
  const use = (at: number) => firstNameUse(facts[at] ?? 0) + surnameUse(facts[at] ?? 0)
  const english = (at: number) => englishUse(facts[at] ?? 0)
  const isClass = (at: number, ...classes: readonly number[]) => classes.includes(wordClass[at] ?? 0)
  if (
    best < 0.9 &&
    words.every(at => isClass(at, wordClasses.people, wordClasses.title, wordClasses.particle))
  )
    return null
  // In small letters among capitals only a word that is somebody's name.
  if (words.every(at => shape[at] === shapes.small && use(at) === 0)) return null
  const isAcronym =
    second === undefined && shape[only] === shapes.capitals && firstNameUse(facts[only] ?? 0) < 2
  if (isAcronym && best < 0.8) return null
  if (words.some(at => isClass(at, wordClasses.organisationHead) && use(at) < 2)) return null
  // "The Sami", "the Clinique du Parc": what this text says "the" before, it does not call a person elsewhere either.
  const isThing = (at: number) =>
    wordClass[at] === wordClasses.particle ||
    ((reading.elsewhere[at] ?? 0) & (uses.afterThe | uses.titled)) === uses.afterThe
  if (words.some(isThing) && words.every(at => isThing(at) && use(at) < 2)) return null
  // A capital that a sentence's start gives, or none at all, is no sign of a name: the tagger must be sure.
  const isWeak = words.every(
    at =>
      ((shape[at] === shapes.small || shape[at] === shapes.unsure) && (english(at) > 0 || use(at) < 2)) ||
      (place[at] !== 0 && english(at) > 0) ||
      isClass(at, wordClasses.jargon, wordClasses.month, wordClasses.relation),
  )
  const isPlain = words.every(at => english(at) === 3 && shape[at] !== shapes.capitals)
  const isSpeaking = isSpeaker(reading, run.end - 1)
  const isGiven = words.some(at => firstNameUse(facts[at] ?? 0) > 1 && shape[at] === shapes.capital)
  const enough = isPlain ? (isGiven ? 0.65 : 0.75) : 0.6
  const isNoName = isPlain && words.every(at => use(at) === 0)
  if ((isWeak || isNoName) && best < enough && !isSpeaking) return null
  const isNamed = words.some(at => use(at) > 1 || english(at) === 0)
  // A script without capitals shows less, and the tagger was taught none.
  const isUncased = words.every(at => shape[at] === shapes.uncased)
  const isSure = best >= (isNamed && !isWeak ? 0.7 : 0.85) && !isUncased
  return { level: isSure ? 'likely' : 'check', kind: 'name' }
}

/** Cited or known, and nothing around says that it is somebody they work with. */
function isPublished(reading: Reading, evidence: Evidence, run: Run): boolean {
  const { tokens, words, shape, facts } = reading
  const indexes = indexesOf(run)
  const isListed =
    indexes.some(at => evidence.published[at] !== published.no) &&
    indexes.every(
      at =>
        evidence.published[at] !== published.no ||
        !isNameToken(reading, at) ||
        shape[at] === shapes.initial ||
        shape[at] === shapes.letter ||
        isScholarlyTitle(words[at]) ||
        /^(?:et|al)$/.test(words[at] ?? '') ||
        // "read wonnacott", in notes without capitals.
        (shape[at] === shapes.unsure && englishUse(facts[at] ?? 0) === 3),
    )
  // "Klein's theory", "Lundy's model".
  const isTheory =
    tokens[run.end]?.kind === 'possessive' &&
    isWork(words[run.end + 1]) &&
    indexes.length <= 2 &&
    !isGivenName(facts[run.first] ?? 0)
  return (isListed || isTheory) && !isSomebodyMet(reading, run)
}

const scholarlyTitles = new Set('dr prof professor lord lady baroness sir dame judge justice'.split(' '))

function isScholarlyTitle(word: string | undefined): boolean {
  return scholarlyTitles.has(word ?? '')
}

const works = new Set(
  `theory theories model models cycle framework concept concepts hierarchy stages typology ladder wheel taxonomy triangle
  research writing writings article paper definition matrix scale pyramid principles paradigm argument idea ideas`.split(
    /\s+/,
  ),
)

function isWork(word: string | undefined): boolean {
  return works.has(word ?? '')
}
