import { markAddressRuns } from './address-runs.ts'
import type { Reading } from './features.ts'
import { wordClasses } from './word-classes.ts'
import { englishUse, surnameUse } from './word-facts.ts'
import { shapes } from './word-shapes.ts'

/** What rules say of a token, whatever the tagger thinks. */
export const personMarks = { none: 0, titled: 1, initials: 2, notAName: 3 } as const

/** Titles, initials and the letters that stand for somebody. Each token is looked at once, and a few after it. */
export function markPersons(reading: Reading): Uint8Array {
  const marks = new Uint8Array(reading.tokens.length)
  for (const [at, isAddress] of markAddressRuns(reading.tokens).entries())
    if (isAddress === 1) marks[at] = personMarks.notAName
  for (let at = 0; at < marks.length; at++) {
    if (marks[at] !== personMarks.none) continue
    if (reading.wordClass[at] === wordClasses.title) markTitled(reading, at, marks)
    // "Max. two pages".
    else if (
      /^m(?:ax|in)$/.test(reading.words[at] ?? '') &&
      reading.tokens[at + 1]?.text === '.' &&
      reading.shape[at + 2] === shapes.small
    )
      marks[at] = personMarks.notAName
    else if (reading.shape[at] === shapes.initial) markInitials(reading, at, marks)
    else if (reading.shape[at] === shapes.letter) markLetter(reading, at, marks)
  }
  return marks
}

const longestName = 8

/** "Mrs Anna Petrova", "MR. SMITH", "dr khan", "Mr van der Berg", "Ms K". */
function markTitled(
  { tokens, words, shape, facts, wordClass }: Reading,
  title: number,
  marks: Uint8Array,
): void {
  const written = shape[title]
  if ((written === shapes.small || marks[title] !== personMarks.none) && !isUsualTitle(words[title])) return
  let at = title + 1
  if (tokens[at]?.text === '.') at += 1
  // "Mr and Mrs Rowe".
  if (/^(?:and|&)$/.test(words[at] ?? '') && wordClass[at + 1] === wordClasses.title) {
    at += 2
    if (tokens[at]?.text === '.') at += 1
  }
  const first = at
  let end = title
  for (; at < first + longestName; at++) {
    const form = shape[at]
    const token = tokens[at]
    if (!token || token.kind === 'break') break
    const kind = wordClass[at]
    if (form === shapes.initial) {
      end = at
    } else if (token.text === '-' || (kind === wordClasses.particle && form !== shapes.capital)) {
      continue
    } else if (form === shapes.letter || form === shapes.unsureLetter) {
      if (words[at] === 'i') break
      end = at
    } else if (
      form === shapes.capital ||
      form === shapes.mixed ||
      form === shapes.capitals ||
      form === shapes.uncased
    ) {
      if (at > first && stopsName(kind)) break
      end = at
    } else if (
      form === shapes.unsure &&
      kind === 0 &&
      (englishUse(facts[at] ?? 0) < (at === first ? 3 : 1) ||
        (at === first && surnameUse(facts[at] ?? 0) > 1))
    ) {
      end = at
    } else if (
      form === shapes.small &&
      at === first &&
      (englishUse(facts[at] ?? 0) === 0 || surnameUse(facts[at] ?? 0) > 1) &&
      isUsualTitle(words[title])
    ) {
      // "mr patel said": the title is enough.
      end = at
    } else {
      break
    }
  }
  if (end === title) return
  const isLetter = end === first && (shape[end] === shapes.letter || shape[end] === shapes.unsureLetter)
  const mark = isLetter
    ? /^[xyz]$/.test(words[end] ?? '')
      ? personMarks.notAName
      : personMarks.initials
    : personMarks.titled
  marks.fill(mark, title, end + 1)
}

function isUsualTitle(word: string | undefined): boolean {
  return /^(?:mr|mrs|ms|dr|mx|prof)$/.test(word ?? '')
}

function stopsName(kind: number | undefined): boolean {
  return (
    kind === wordClasses.role ||
    kind === wordClasses.organisationHead ||
    kind === wordClasses.jargon ||
    kind === wordClasses.title ||
    kind === wordClasses.month ||
    kind === wordClasses.weekday
  )
}

const abbreviations = new Set(
  'dob po iban uk us usa un eu gp ps pps nb am pm ba ma bsc msc phd ie eg id tv ad bc nhs cv pc ok rip aob qa ta tba hr it'.split(
    ' ',
  ),
)

/** "J.S.", "F.E.": two or more. One alone counts after "her son". */
function markInitials(reading: Reading, start: number, marks: Uint8Array): void {
  const { tokens, words, shape } = reading
  let end = start
  while (
    shape[end] === shapes.initial &&
    end < start + 6 &&
    (end === start || tokens[end]?.start === tokens[end - 1]?.end)
  )
    end += 1
  const letters = words
    .slice(start, end)
    .map(word => word.charAt(0))
    .join('')
  if (words[start - 1] === 'baby' && end - start === 1) {
    marks.fill(personMarks.initials, start - 1, end)
    return
  }
  const isRange = /^(?:to|and|or|-|–)$/.test(words[start - 1] ?? '') && shape[start - 2] === shapes.letter
  if (end - start > 1 ? abbreviations.has(letters) : isRange || tokens[end]?.kind === 'number')
    marks.fill(personMarks.notAName, start, end)
  else if (end - start > 1 || isSomebody(reading, start)) marks.fill(personMarks.initials, start, end)
}

/** "K’s mum", "her brother M", "Baby K". "Child A" and "Parent X" are how a person is left out. */
function markLetter(reading: Reading, at: number, marks: Uint8Array): void {
  const { words, tokens, wordClass, shape } = reading
  const word = words[at] ?? ''
  if (word === 'i') return
  if (
    /^(?:child|parent|family|adult|person|mother|father|participant|worker|client|patient|colleague|student|practitioner)$/.test(
      words[at - 1] ?? '',
    )
  ) {
    marks[at] = personMarks.notAName
    return
  }
  const isOwner =
    tokens[at + 1]?.kind === 'possessive' &&
    (wordClass[at + 2] === wordClasses.relation || wordClass[at + 2] === wordClasses.role)
  if (words[at - 1] === 'baby' && word !== 'a') {
    marks.fill(personMarks.initials, at - 1, at + 1)
    return
  }
  if (isOwner || (word !== 'a' && shape[at + 1] !== shapes.initial && isSomebody(reading, at)))
    marks[at] = personMarks.initials
}

function isSomebody({ wordClass, words, shape }: Reading, at: number): boolean {
  return (
    wordClass[at - 1] === wordClasses.relation &&
    shape[at - 1] === shapes.small &&
    !/^(?:child|children|parent|parents)$/.test(words[at - 1] ?? '')
  )
}
