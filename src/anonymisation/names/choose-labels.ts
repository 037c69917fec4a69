import { chanceOf, isSpeaker, type Evidence } from './evidence.ts'
import type { Reading } from './features.ts'
import { labels } from './model.ts'
import { personMarks } from './person-marks.ts'
import { englishUse, firstNameUse, placeSize, surnameUse } from './word-facts.ts'
import { shapes } from './word-shapes.ts'

/** A person is asked about sooner than another: a miss costs more than a look. */
const personFrom = 0.4
/** Without a capital the tagger doubts more than it should when the word is nothing but a name. */
const smallNameFrom = 0.12
const otherFrom = 0.5
const listedPlaceFrom = 0.3

/** One label a token. */
export function chooseLabels(reading: Reading, evidence: Evidence): Uint8Array {
  const chosen = new Uint8Array(reading.tokens.length)
  for (let at = 0; at < chosen.length; at++) chosen[at] = chooseLabel(reading, evidence, at)
  for (let at = 3; at < chosen.length; at++) {
    if (chosen[at] === labels.person && isQuotedBefore(reading, at)) chosen.fill(labels.person, at - 3, at)
  }
  for (let at = 2; at < chosen.length; at++) {
    if (chosen[at] === labels.person && isSurnameBefore(reading, at)) chosen.fill(labels.person, at - 2, at)
  }
  return chosen
}

/** "MARSH, Kelly", as records have it. */
function isSurnameBefore({ tokens, facts, shape, wordClass, place }: Reading, at: number): boolean {
  return (
    tokens[at - 1]?.text === ',' &&
    shape[at - 2] === shapes.capitals &&
    shape[at] === shapes.capital &&
    place[at - 2] !== 0 &&
    surnameUse(facts[at - 2] ?? 0) > 0 &&
    wordClass[at - 2] === 0
  )
}

/** "“Budgie” Coleman": a nickname. */
function isQuotedBefore({ tokens, shape }: Reading, at: number): boolean {
  return (
    /^["”’']$/.test(tokens[at - 1]?.text ?? '') &&
    /^["“‘']$/.test(tokens[at - 3]?.text ?? '') &&
    shape[at - 2] === shapes.capital
  )
}

function chooseLabel(reading: Reading, evidence: Evidence, at: number): number {
  const { tokens, shape, facts } = reading
  const token = tokens[at]
  const mark = evidence.person[at]
  if (mark === personMarks.titled || mark === personMarks.initials || mark === personMarks.acting)
    return labels.person
  if (mark === personMarks.notAName || !token || token.kind === 'break') return labels.none
  if (shape[at] === shapes.code || shape[at] === shapes.unsureLetter) return labels.none
  const person = chanceOf(evidence, at, labels.person)
  const organisation = chanceOf(evidence, at, labels.organisation)
  const place = chanceOf(evidence, at, labels.place)
  // Between two names only what joins them.
  const mayBePerson = shape[at] !== shapes.sign || /^['’.‐-]$/.test(token.text)
  const known = facts[at] ?? 0
  if (isSpeaker(reading, at) && person > 0.1) return labels.person
  if (mayBePerson && person >= organisation && person >= place) {
    if (person >= personFrom) return labels.person
    const isSmall = shape[at] === shapes.small || shape[at] === shapes.unsure
    if (isSmall && person >= smallNameFrom && isOnlyAName(known)) return labels.person
  }
  // "Stanley returned today": a town does not, and at the start of a sentence the tagger may not tell.
  const isFirstName =
    shape[at] === shapes.capital && isStart(reading, at) && firstNameUse(known) > 0 && englishUse(known) === 0
  if (isFirstName && person > 0.1 && organisation < 0.4 && person + place + organisation > 0.4)
    return labels.person
  // "The Kowalczyks": surely something with a name, and the dictionary knows it as a person's.
  const isSurname = shape[at] === shapes.capital && surnameUse(known) > 0 && isOnlyAName(known)
  const isNothing = chanceOf(evidence, at, labels.none) > 0.4
  if (isSurname && !isNothing && person > 0.15 && organisation < 0.4) return labels.person
  if (organisation >= otherFrom) return labels.organisation
  return place >= (isListedPlace(known) ? listedPlaceFrom : otherFrom) ? labels.place : labels.none
}

function isOnlyAName(facts: number): boolean {
  const isName = firstNameUse(facts) > 1 || surnameUse(facts) > 1
  return isName && englishUse(facts) === 0 && placeSize(facts) === 0
}

function isListedPlace(facts: number): boolean {
  return placeSize(facts) > 0 && englishUse(facts) === 0 && firstNameUse(facts) === 0
}

/** Of a sentence, before a word in small letters. */
function isStart({ place, shape }: Reading, at: number): boolean {
  return place[at] !== 0 && shape[at + 1] === shapes.small
}
