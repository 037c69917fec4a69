import { checkTexts } from '../../anonymisation/check-texts.ts'
import type { Finding } from '../../anonymisation/finding.ts'
import type { Model } from '../../anonymisation/names/model.ts'
import { shownFindings } from '../../anonymisation/shown-findings.ts'
import { textsOf, type JointContent, type RecordText } from './joint-record.ts'

/** Something that might identify somebody, and the text that it was found in. */
export interface FoundInRecord {
  readonly in: RecordText
  readonly finding: Finding
}

/**
 * What in a record might identify somebody. Those who are in supervision together are named on every page of it: their names
 * are nothing to look at. It is found anew each time, and kept nowhere.
 */
export function findInRecord(
  content: JointContent,
  names: Readonly<Record<string, string>>,
  model: Model,
): readonly FoundInRecord[] {
  const texts = textsOf(content)
  const found = checkTexts(
    texts.map(({ text }) => text),
    model,
  )
  const known = new Set(Object.values(names).flatMap(wordsOf))
  return texts.flatMap((one, index) =>
    shownFindings(found[index] ?? [], false)
      .filter(finding => !isKnown(one.text, finding, known))
      .map(finding => ({ in: one, finding })),
  )
}

/** How many are likely to identify somebody: those are asked about once more. */
export function countLikely(found: readonly FoundInRecord[]): number {
  return found.filter(({ finding }) => finding.level === 'likely').length
}

function isKnown(text: string, { class: kind, start, end }: Finding, known: ReadonlySet<string>): boolean {
  return kind === 'person' && wordsOf(text.slice(start, end)).every(word => known.has(word))
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/['’]s?$/u, '')
    .split(/[^\p{L}\p{M}]+/u)
    .filter(word => word !== '')
}
