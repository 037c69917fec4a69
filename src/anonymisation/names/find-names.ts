import type { Finding } from '../finding.ts'
import { chooseLabels } from './choose-labels.ts'
import { describeOrganisation } from './describe-organisation.ts'
import { describePerson } from './describe-person.ts'
import { describePlace } from './describe-place.ts'
import { isNameToken, type Evidence, type Run } from './evidence.ts'
import { read, type Reading } from './features.ts'
import { findLearnt, learnNames } from './learn-names.ts'
import { labels, type Model } from './model.ts'
import { markPersons } from './person-marks.ts'
import { markPublished, published } from './published-names.ts'
import { isNamesakeMet } from './somebody-met.ts'
import { tag } from './tagger.ts'
import { englishUse, firstNameUse } from './word-facts.ts'
import { shapes } from './word-shapes.ts'

/**
 * People, organisations and places in a text, in order, none over another. Linear in the length of the text: each token is
 * looked at a fixed number of times.
 */
export function findNames(text: string, model: Model): readonly Finding[] {
  const reading = read(text, model)
  const evidence: Evidence = {
    chances: tag(reading, model),
    person: markPersons(reading, model),
    published: markPublished(reading),
  }
  const chosen = chooseLabels(reading, evidence)
  const findings: Finding[] = []
  for (let at = 0; at < chosen.length;) {
    const label = chosen[at] ?? labels.none
    let end = at + 1
    while (end < chosen.length && chosen[end] === label && reading.tokens[end]?.kind !== 'break') end += 1
    if (label !== labels.none) {
      const finding = describe(reading, evidence, label, trim(reading, { first: at, end }))
      if (finding) findings.push(finding)
    }
    at = end
  }
  return addLearnt(findings, reading, model)
}

/** Without signs at its ends, nor words in small letters that only stand beside it. */
function trim(reading: Reading, run: Run): Run {
  let { first, end } = run
  const isAside = (at: number) =>
    reading.shape[at] === shapes.small &&
    englishUse(reading.facts[at] ?? 0) > 0 &&
    end - first > 1 &&
    reading.tokens[at - 1]?.text !== '-'
  while (first < end && (!isNameToken(reading, first) || isAside(first))) first += 1
  while (end > first && (!isNameToken(reading, end - 1) || isAside(end - 1))) end -= 1
  return { first, end }
}

function describe(reading: Reading, evidence: Evidence, label: number, run: Run): Finding | null {
  const [start, end] = [reading.tokens[run.first]?.start, reading.tokens[run.end - 1]?.end]
  if (start === undefined || end === undefined || start >= end) return null
  if (run.end - run.first === 1 && isLoneSign(reading, run.first)) return null
  if (isKnown(reading, evidence, label, run)) return null
  switch (label) {
    case labels.person: {
      const told = describePerson(reading, evidence, run)
      return told && { start, end, class: 'person', ...told }
    }
    case labels.organisation: {
      const kind = describeOrganisation(reading, evidence, run)
      return kind && { start, end, class: 'organisation', level: 'check', kind }
    }
    default: {
      const level = describePlace(reading, evidence, run)
      return level && { start, end, class: 'place', level, kind: 'place' }
    }
  }
}

/** Nothing but what is published; a theorist whom the tagger takes for a town is neither. */
function isKnown(reading: Reading, evidence: Evidence, label: number, { first, end }: Run): boolean {
  const run = { first, end }
  // "Daniel Pelka is my client": another of that name.
  const isNamesake =
    label === labels.person &&
    end - first > 1 &&
    firstNameUse(reading.facts[first] ?? 0) > 0 &&
    isNamesakeMet(reading, run)
  if (isNamesake) return false
  for (let at = first; at < end; at++) {
    const mark = evidence.published[at] ?? published.no
    const isLet = label === labels.person ? mark === published.body : mark !== published.no
    if (!isLet && isNameToken(reading, at)) return false
  }
  return true
}

/** One sign of a script without capitals: more often a slip of an encoding than a name. */
function isLoneSign({ shape, tokens }: Reading, at: number): boolean {
  return shape[at] === shapes.uncased && (tokens[at]?.text.length ?? 0) < 2
}

/** Names learnt in this text, wherever it has them again. */
function addLearnt(
  findings: readonly Finding[],
  { text, tokens }: Reading,
  model: Model,
): readonly Finding[] {
  const learnt = findLearnt(text, learnNames(findings, text, model), tokens)
  const all: Finding[] = []
  let next = 0
  const addUpTo = (start: number): void => {
    for (; (learnt[next]?.start ?? Infinity) < start; next++) {
      const one = learnt[next]
      if (one && one.end <= start && one.start >= (all.at(-1)?.end ?? 0)) all.push(one)
    }
  }
  for (const finding of findings) {
    addUpTo(finding.start)
    const same = learnt[next]
    const isSame = finding.class === 'person' && same?.start === finding.start && same.end >= finding.end
    // Known by another mention, so sure here too, even as an author: unless the author is cited just here.
    const isCited = /^[\s,]*(?:\(|et al|(?:1[89]|20)\d\d)/.test(text.slice(finding.end, finding.end + 12))
    // "Sarah Banks was kind. Sarah was kind.": the first name of an author says less than the whole would.
    const isPart = finding.kind === 'author' && same?.start === finding.start && !isSame
    if (isSame && same?.level === 'likely' && !isCited && finding.level !== 'likely')
      all.push({ ...finding, level: 'likely', kind: 'name' })
    else if (isPart && !isCited) all.push({ ...finding, level: 'check', kind: 'name' })
    else all.push(finding)
  }
  addUpTo(Infinity)
  return all
}
