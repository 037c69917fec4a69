import type { Finding, FindingKind, Level } from '../finding.ts'
import { read, type Reading } from './features.ts'
import { findLearnt, learnNames } from './learn-names.ts'
import { labelCount, labels, type Model } from './model.ts'
import { markPersons, personMarks } from './person-marks.ts'
import { isGivenName, markPublished, published } from './published-names.ts'
import { tag } from './tagger.ts'
import { wordClasses } from './word-classes.ts'
import { englishUse, firstNameUse, placeSize, surnameUse } from './word-facts.ts'
import { shapes } from './word-shapes.ts'

/**
 * People, organisations and places in a text, in order, none over another. Linear in the length of the text: each token is
 * looked at a fixed number of times.
 */
export function findNames(text: string, model: Model): readonly Finding[] {
  const reading = read(text, model)
  const evidence: Evidence = {
    chances: tag(reading, model),
    person: markPersons(reading),
    published: markPublished(reading),
  }
  const classes = classify(reading, evidence)
  const findings: Finding[] = []
  for (let at = 0; at < classes.length;) {
    const label = classes[at] ?? labels.none
    let end = at + 1
    while (end < classes.length && classes[end] === label && reading.tokens[end]?.kind !== 'break') end += 1
    if (label !== labels.none) {
      const finding = describe(reading, evidence, label, at, end)
      if (finding) findings.push(finding)
    }
    at = end
  }
  return addLearnt(findings, text, model)
}

interface Evidence {
  /** Of the tagger, four a token. */
  readonly chances: Float32Array
  readonly person: Uint8Array
  readonly published: Uint8Array
}

/** A person is asked about sooner than another: a miss costs more than a look. */
const personFrom = 0.35
const otherFrom = 0.5
const listedPlaceFrom = 0.3

/** One label a token. */
function classify(reading: Reading, { chances, person }: Evidence): Uint8Array {
  const { tokens, shape, facts } = reading
  const classes = new Uint8Array(tokens.length)
  for (let at = 0; at < tokens.length; at++) {
    if (person[at] === personMarks.titled || person[at] === personMarks.initials) {
      classes[at] = labels.person
      continue
    }
    const row = at * labelCount
    const [isPerson = 0, isOrganisation = 0, isPlace = 0] = chances.subarray(row + 1, row + labelCount)
    if (person[at] === personMarks.notAName) continue
    if (tokens[at]?.kind === 'break' || shape[at] === shapes.code || shape[at] === shapes.unsureLetter)
      continue
    // "Stanley returned today": a town does not, and at the start of a sentence the tagger may not tell.
    const isFirstName =
      shape[at] === shapes.capital &&
      isPerson > 0.1 &&
      isOrganisation < 0.4 &&
      firstNameUse(facts[at] ?? 0) > 0 &&
      englishUse(facts[at] ?? 0) === 0 &&
      isStart(reading, at)
    if (isPerson >= personFrom && isPerson >= isOrganisation && isPerson >= isPlace)
      classes[at] = labels.person
    else if (isFirstName && isPerson + isPlace + isOrganisation > 0.4) classes[at] = labels.person
    else if (isOrganisation >= otherFrom) classes[at] = labels.organisation
    else if (isPlace >= (isListedPlace(facts[at] ?? 0) ? listedPlaceFrom : otherFrom))
      classes[at] = labels.place
    // Between two names only what joins them.
    if (
      classes[at] === labels.person &&
      shape[at] === shapes.sign &&
      !/^['’.‐-]$/.test(tokens[at]?.text ?? '')
    )
      classes[at] = labels.none
  }
  return classes
}

function isListedPlace(facts: number): boolean {
  return placeSize(facts) > 0 && englishUse(facts) === 0 && firstNameUse(facts) === 0
}

/** Of a sentence, before a word in small letters. */
function isStart({ place, shape }: Reading, at: number): boolean {
  return place[at] !== 0 && shape[at + 1] === shapes.small
}

function describe(
  reading: Reading,
  evidence: Evidence,
  label: number,
  from: number,
  to: number,
): Finding | null {
  const { tokens } = reading
  let first = from
  let end = to
  const isAside = (at: number) =>
    reading.shape[at] === shapes.small &&
    englishUse(reading.facts[at] ?? 0) > 0 &&
    end - first > 1 &&
    tokens[at - 1]?.text !== '-'
  while (first < end && (!isNameToken(reading, first) || isAside(first))) first += 1
  while (end > first && (!isNameToken(reading, end - 1) || isAside(end - 1))) end -= 1
  if (end - first === 1 && isLoneSign(reading, first)) return null
  const [start, stop] = [tokens[first]?.start, tokens[end - 1]?.end]
  if (start === undefined || stop === undefined || first === end) return null
  const indexes = Array.from({ length: end - first }, (_, index) => first + index)
  // A theorist whom the tagger takes for a town is neither.
  const isKnown = (at: number) =>
    label === labels.person
      ? evidence.published[at] === published.body
      : evidence.published[at] !== published.no
  if (indexes.every(at => isKnown(at) || !isNameToken(reading, at))) return null
  switch (label) {
    case labels.person: {
      const told = describePerson(reading, evidence, indexes)
      return told && { start, end: stop, class: 'person', ...told }
    }
    case labels.organisation: {
      const kind = describeOrganisation(reading, evidence, indexes)
      return kind && { start, end: stop, class: 'organisation', level: 'check', kind }
    }
    default: {
      const level = describePlace(reading, evidence, indexes)
      return level && { start, end: stop, class: 'place', level, kind: 'place' }
    }
  }
}

/** One sign of a script without capitals: more often a slip of an encoding than a name. */
function isLoneSign({ shape, tokens }: Reading, at: number): boolean {
  return shape[at] === shapes.uncased && (tokens[at]?.text.length ?? 0) < 2
}

function isNameToken({ tokens }: Reading, at: number): boolean {
  const kind = tokens[at]?.kind
  return kind === 'word' || kind === 'initial'
}

function chanceOf({ chances }: Evidence, at: number, label: number): number {
  return chances[at * labelCount + label] ?? 0
}

function describePerson(
  reading: Reading,
  evidence: Evidence,
  indexes: readonly number[],
): { level: Level; kind: FindingKind } | null {
  const { facts, shape, wordClass, place } = reading
  const marks = indexes.map(at => evidence.person[at])
  const isTitled = marks.includes(personMarks.titled)
  const best = largest(indexes.map(at => chanceOf(evidence, at, labels.person)))
  if (isPublished(reading, evidence, indexes)) return { level: 'note', kind: 'author' }
  if (isTitled) return { level: 'likely', kind: 'name' }
  const words = indexes.filter(at => reading.tokens[at]?.kind === 'word')
  if (words.every(at => shape[at] === shapes.letter)) return { level: 'check', kind: 'initials' }
  // A capital that a sentence's start gives, or none at all, is no sign of a name: the tagger must be sure.
  const isWeak = words.every(
    at =>
      shape[at] === shapes.small ||
      shape[at] === shapes.unsure ||
      (place[at] !== 0 && englishUse(facts[at] ?? 0) > 0) ||
      wordClass[at] === wordClasses.jargon ||
      wordClass[at] === wordClasses.month ||
      wordClass[at] === wordClasses.relation,
  )
  const isKind = words.every(
    at => wordClass[at] === wordClasses.people || wordClass[at] === wordClasses.title,
  )
  if (isKind && best < 0.9) return null
  // In small letters among capitals only a word that is somebody's name.
  const isUnknown = words.every(
    at => shape[at] === shapes.small && firstNameUse(facts[at] ?? 0) + surnameUse(facts[at] ?? 0) === 0,
  )
  if (isUnknown) return null
  const isPlain = words.every(at => englishUse(facts[at] ?? 0) === 3 && shape[at] !== shapes.capitals)
  if (isWeak && best < (isPlain ? 0.75 : 0.6)) return null
  const [only] = words
  const isAcronym =
    words.length === 1 &&
    only !== undefined &&
    shape[only] === shapes.capitals &&
    firstNameUse(facts[only] ?? 0) < 2
  if (isAcronym && best < 0.8) return null
  const isNamed = words.some(
    at =>
      firstNameUse(facts[at] ?? 0) > 1 || surnameUse(facts[at] ?? 0) > 1 || englishUse(facts[at] ?? 0) === 0,
  )
  return { level: best >= (isNamed && !isWeak ? 0.7 : 0.85) ? 'likely' : 'check', kind: 'name' }
}

/** Cited or known, and nothing around says that it is somebody they work with. */
function isPublished(reading: Reading, evidence: Evidence, indexes: readonly number[]): boolean {
  const { wordClass, tokens, words, shape, facts } = reading
  const [first = 0] = indexes
  const last = indexes.at(-1) ?? first
  const isListed =
    indexes.some(at => evidence.published[at] !== published.no) &&
    indexes.every(
      at =>
        evidence.published[at] !== published.no ||
        !isNameToken(reading, at) ||
        shape[at] === shapes.initial ||
        shape[at] === shapes.letter ||
        isScholarlyTitle(words[at]) ||
        // "read wonnacott", in notes without capitals.
        (shape[at] === shapes.unsure && englishUse(facts[at] ?? 0) === 3),
    )
  const after = tokens[last + 1]?.kind === 'possessive' ? last + 2 : last + 1
  const isTheory =
    after === last + 2 && isWork(words[after]) && indexes.length <= 2 && !isGivenName(facts[first] ?? 0)
  if (!isListed && !isTheory) return false
  const near = wordClass[after]
  const isPersonal =
    (after === last + 2 && (near === wordClasses.relation || near === wordClasses.role)) ||
    (wordClass[first - 1] === wordClasses.relation && shape[first - 1] === shapes.small) ||
    (words[last + 1] === 'told' && /^(?:me|us|him|her|them)$/.test(words[last + 2] ?? '')) ||
    (words[last + 1] === 'and' &&
      /^(?:her|his|their)$/.test(words[last + 2] ?? '') &&
      wordClass[last + 3] === wordClasses.relation)
  return !isPersonal
}

function isScholarlyTitle(word: string | undefined): boolean {
  return /^(?:dr|prof|professor|lord|lady|baroness|sir|dame|judge|justice)$/.test(word ?? '')
}

function isWork(word: string | undefined): boolean {
  return /^(?:theory|theories|model|models|cycle|framework|concept|concepts|hierarchy|stages|typology|ladder|wheel|taxonomy|triangle|research|writing|writings|article|paper|definition|matrix|scale|pyramid|principles|paradigm|argument)$/.test(
    word ?? '',
  )
}

/** Its kind, or null where nothing in it is a name of its own: "Family Court", "Adult Social Care". */
function describeOrganisation(
  { words, facts, shape, wordClass }: Reading,
  evidence: Evidence,
  indexes: readonly number[],
): FindingKind | null {
  const own = indexes.filter(at => {
    const isCapital =
      shape[at] === shapes.capital || shape[at] === shapes.mixed || shape[at] === shapes.unsure
    const known = facts[at] ?? 0
    return (
      isCapital &&
      wordClass[at] === 0 &&
      evidence.published[at] !== published.body &&
      (englishUse(known) === 0 || placeSize(known) > 0 || (surnameUse(known) > 1 && englishUse(known) < 3))
    )
  })
  if (own.length === 0) return null
  const heads = indexes.map(at => words[at] ?? '')
  const has = (pattern: RegExp) => heads.some(word => pattern.test(word))
  const sure = largest(own.map(at => chanceOf(evidence, at, labels.organisation)))
  if (has(/^(?:school|academy|college|nursery|preschool|university)$/)) return 'school'
  if (has(/^(?:ward|hospital|clinic|surgery|infirmary|hospice)$/)) return 'ward'
  if (has(/^(?:home|house|lodge|manor|court|grange)$/) && !has(/^(?:district|county|crown|high|supreme)$/))
    return 'home'
  if (has(/^(?:team|hub|service)$/)) return 'team'
  if (has(/^(?:council|borough|ltd|limited|plc|llp|inc|trust|company|gmbh|group|co)$/)) return 'employer'
  return sure >= 0.8 ? 'body' : null
}

/** Small places may point to somebody; a large town is a note; the country all this is about is nothing. */
function describePlace(
  { words, facts, wordClass }: Reading,
  evidence: Evidence,
  indexes: readonly number[],
): Level | null {
  const all = indexes.map(at => words[at] ?? '').join(' ')
  if (
    /^(?:england|wales|scotland|britain|great britain|uk|united kingdom|europe|northern ireland|the uk)$/.test(
      all,
    )
  )
    return null
  if (indexes.every(at => wordClass[at] !== 0 && wordClass[at] !== wordClasses.placeHead)) return null
  // A street is an address, and another rule's.
  if (/ (?:street|road|lane|avenue|close|terrace|drive|way|crescent|gardens)$/.test(all)) return null
  const sizes = indexes.map(at => placeSize(facts[at] ?? 0))
  const size = largest(sizes)
  const sure = largest(indexes.map(at => chanceOf(evidence, at, labels.place)))
  if (size === 0) {
    const isPlain = indexes.every(at => englishUse(facts[at] ?? 0) > 0 || wordClass[at] !== 0)
    if (isPlain || sure < 0.7) return null
  }
  return size === 3 && indexes.length === 1 ? 'note' : 'check'
}

/** Of however many: a run of a hundred thousand names is too long to be spread into one call. */
function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0)
}

/** Names learnt in this text, wherever it has them again. */
function addLearnt(findings: readonly Finding[], text: string, model: Model): readonly Finding[] {
  const learnt = findLearnt(text, learnNames(findings, text, model))
  const all: Finding[] = []
  let next = 0
  for (const finding of findings) {
    for (; (learnt[next]?.start ?? Infinity) < finding.start; next++) {
      const one = learnt[next]
      if (one && one.end <= finding.start && one.start >= (all.at(-1)?.end ?? 0)) all.push(one)
    }
    const same = learnt[next]
    const isSame =
      same && finding.class === 'person' && same.start === finding.start && same.end >= finding.end
    // Known by another mention: sure here too.
    all.push(isSame && finding.level === 'check' ? { ...finding, level: 'likely' } : finding)
  }
  for (; next < learnt.length; next++) {
    const one = learnt[next]
    if (one && one.start >= (all.at(-1)?.end ?? 0)) all.push(one)
  }
  return all
}
