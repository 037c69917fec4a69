import type { Reading } from './features.ts'
import type { Run } from './evidence.ts'
import { wordClasses } from './word-classes.ts'
import { shapes } from './word-shapes.ts'

/** What only somebody whom one works with does, or has done to them: no theorist in what is written of them. */
const doing = new Set(
  `rang phoned texted emailed lives swore attacked absconded cried wept spat screamed fell shouted smiled overdosed
  hugged`.split(/\s+/),
)

/** "was excluded", "is deaf". */
const being = new Set(
  `excluded placed seen arrested sectioned discharged admitted detained evicted removed assaulted adopted fostered
  homeless pregnant deaf blind ill unwell missing tearful crying upset hungry sad late asleep drunk quiet aged withdrawn
  sober bruised anxious autistic nonverbal suspended remanded bailed diagnosed hospitalised bereaved dying intoxicated`.split(
    /\s+/,
  ),
)

const having = new Set(
  `dementia autism asthma adhd epilepsy diabetes cancer schizophrenia psychosis capacity bruises seizures`.split(
    ' ',
  ),
)

const belongings = new Set(
  `placement school flat gran nan contact bedroom tenancy medication behaviour teacher schoolwork house carers foster
  file exclusion bruises pregnancy bail remand nursery childhood`.split(/\s+/),
)

const near = new Set(
  'hospital prison care school home court nursery foster remand bed contact custody respite'.split(' '),
)

/** Whether what follows the name, from the token at `end`, is what somebody met does: "rang", "was excluded", "’s mum". */
export function doesWhatPeopleDo(reading: Reading, end: number): boolean {
  const { words, wordClass, shape } = reading
  const next = words[end] ?? ''
  const after = words[end + 1] ?? ''
  if (doing.has(next)) return true
  if (next === 'told') return /^(?:me|us|him|her|them)$/.test(after)
  if (next === 'moved') return /^(?:in|to|into|out|back|here)$/.test(after)
  if (next === 'came') return /^(?:home|late|in|to|with|for)$/.test(after)
  if (next === 'ran' || next === 'went') return /^(?:away|off|home|missing)$/.test(after)
  if (shape[end] === shapes.possessive)
    return wordClass[end + 1] === wordClasses.relation || isBelonging(after)
  if (/^(?:is|was)$/.test(next)) {
    // "was not seen", "was very ill".
    const at = /^(?:not|very|so|often|now|really|still|then|just|registered)$/.test(after) ? end + 2 : end + 1
    const what = words[at] ?? ''
    if (/^(?:in|at|on|into|home)$/.test(what)) return near.has(words[at + 1] ?? '')
    // "Faith was placed in me."
    if (what === 'placed') return words[at + 1] !== 'in' || near.has(words[at + 2] ?? '')
    return being.has(what) || isMine(reading, at)
  }
  if (/^(?:has|had)$/.test(next))
    return (
      having.has(after) ||
      (/^(?:an?|his|her|no|two|three|four|five)$/.test(after) && wordClass[end + 2] === wordClasses.relation)
    )
  return false
}

function isBelonging(word: string): boolean {
  return belongings.has(word)
}

/** "my client", "our foster carer". */
function isMine({ words, wordClass }: Reading, at: number): boolean {
  if (!/^(?:my|our)$/.test(words[at] ?? '')) return false
  return [at + 1, at + 2].some(
    one => wordClass[one] === wordClasses.role || wordClass[one] === wordClasses.relation,
  )
}

const meetings = new Set(
  `visited met rang phoned telephoned supported supervised interviewed assessed accompanied texted hugged saw visiting
  supervising supporting ringing fostered placed`.split(/\s+/),
)

/** "I visited Sarah Banks", "I spoke to", "met with": but not whoever was heard as a speaker. */
export function isMeetingBefore({ words, wordClass }: Reading, { first, end }: Run): boolean {
  const before = words[first - 1] ?? ''
  const isVerb =
    meetings.has(before) ||
    (/^(?:to|with)$/.test(before) &&
      /^(?:spoke|spoken|met|talked|speaking|talking|visit|visits|call)$/.test(words[first - 2] ?? ''))
  const after = words[end] ?? ''
  const isOnStage =
    /^(?:speak|speaking|present|presenting|talk|talking|lecture|lecturing|give|giving|argue|deliver|at|who)$/.test(
      after,
    ) && !/^(?:home|school|hospital)$/.test(words[end + 1] ?? '')
  return isVerb && !isOnStage && wordClass[end] !== wordClasses.organisationHead
}

/** "Bowlby's mum", "my client Munro", "Kolb told me", "Klein and her son", "I visited Sarah Banks", "Green, aged 9". */
export function isSomebodyMet(reading: Reading, run: Run): boolean {
  const { words, tokens, shape, wordClass } = reading
  const { first, end } = run
  const isOwner = tokens[end]?.kind === 'possessive'
  const next = words[end + 1] ?? ''
  return (
    (isOwner && wordClass[end + 1] === wordClasses.role) ||
    (wordClass[first - 1] === wordClasses.relation && shape[first - 1] === shapes.small) ||
    (wordClass[first - 1] === wordClasses.role &&
      /^(?:my|our|his|her|their)$/.test(words[first - 2] ?? '')) ||
    (words[end] === 'and' &&
      /^(?:her|his|their)$/.test(next) &&
      wordClass[end + 2] === wordClasses.relation) ||
    words[end] === 'aged' ||
    (words[end] === ',' && (next === 'aged' || isMine(reading, end + 1) || isAge(reading, end + 1))) ||
    isMeetingBefore(reading, run) ||
    doesWhatPeopleDo(reading, end)
  )
}

/** "Green, 9, was": the years between commas. */
function isAge({ tokens }: Reading, at: number): boolean {
  return /^\d{1,2}$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text === ','
}

/** For the names of those whose death changed a law, whose mothers and schools the inquiries write about. */
export function isNamesakeMet(reading: Reading, run: Run): boolean {
  const { words, shape } = reading
  const { end } = run
  return (
    isMeetingBefore(reading, run) ||
    (/^(?:is|was)$/.test(words[end] ?? '') && isMine(reading, end + 1)) ||
    (words[end] === ',' && isMine(reading, end + 1)) ||
    (/^(?:my|our)$/.test(words[run.first - 2] ?? '') &&
      reading.wordClass[run.first - 1] === wordClasses.role) ||
    (shape[end] === shapes.possessive &&
      /^(?:placement|contact|tenancy|carers|flat)$/.test(words[end + 1] ?? ''))
  )
}
