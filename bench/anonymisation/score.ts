import type { Finding, FindingClass } from '../../src/anonymisation/finding.ts'

export interface TrueSpan {
  readonly start: number
  readonly end: number
  readonly class: FindingClass
}

/** A text with what is to be found in it. */
export interface MarkedText {
  readonly text: string
  readonly spans: readonly TrueSpan[]
  /** Right to find, no miss to let be: a clinician's name in a clinical note. */
  readonly allowed?: readonly TrueSpan[]
}

/** Anything that finds. */
export type Finder = (text: string) => readonly Finding[]

export interface Score {
  readonly class: FindingClass
  readonly recall: number
  readonly precision: number
  readonly f2: number
  readonly spans: number
  readonly findings: number
}

/**
 * A span is found when findings of its class cover at least 80 % of its letters and digits. Precision is the share of
 * findings that overlap a true span of their class. Of the levels `likely` and `check` count; a note is neither a find
 * nor a false alarm.
 */
export function score(texts: readonly MarkedText[], find: Finder): Score[] {
  const tallies = new Map<FindingClass, Tally>()
  const tallyOf = (name: FindingClass): Tally => {
    const tally = tallies.get(name) ?? { spans: 0, found: 0, findings: 0, right: 0 }
    tallies.set(name, tally)
    return tally
  }
  for (const { text, spans, allowed = [] } of texts) {
    const findings = find(text).filter(({ level }) => level !== 'note')
    for (const span of spans) {
      const tally = tallyOf(span.class)
      tally.spans += 1
      if (isFound(text, span, findings)) tally.found += 1
    }
    for (const finding of findings) {
      const tally = tallyOf(finding.class)
      tally.findings += 1
      if ([...spans, ...allowed].some(span => span.class === finding.class && overlaps(span, finding)))
        tally.right += 1
    }
  }
  return [...tallies]
    .filter(([, { spans }]) => spans > 0)
    .map(([name, { spans, found, findings, right }]) => {
      const recall = found / spans
      const precision = findings === 0 ? 1 : right / findings
      const f2 = recall + precision === 0 ? 0 : (5 * precision * recall) / (4 * precision + recall)
      return { class: name, recall, precision, f2, spans, findings }
    })
}

interface Tally {
  spans: number
  found: number
  findings: number
  right: number
}

export function isFound(text: string, span: TrueSpan, findings: readonly Finding[]): boolean {
  const same = findings.filter(finding => finding.class === span.class && overlaps(span, finding))
  let letters = 0
  let covered = 0
  for (let at = span.start; at < span.end; at++) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at))) continue
    letters += 1
    if (same.some(({ start, end }) => at >= start && at < end)) covered += 1
  }
  return letters > 0 && covered / letters >= 0.8
}

interface Stretch {
  readonly start: number
  readonly end: number
}

function overlaps(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end
}
