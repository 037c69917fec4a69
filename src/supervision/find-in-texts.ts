import { hash } from 'node:crypto'
import { checkTexts } from '../anonymisation/check-texts.ts'
import type { Finding } from '../anonymisation/finding.ts'
import type { Model } from '../anonymisation/names/model.ts'
import { shownFindings } from '../anonymisation/shown-findings.ts'
import { isKnownName, knownWords } from './known-names.ts'

export interface HeadedText {
  readonly heading: string
  readonly text: string
}

/** Something that might identify somebody, and the text that it was found in. */
export interface FoundIn<Of extends HeadedText = HeadedText> {
  readonly in: Of
  readonly finding: Finding
}

/**
 * What might identify somebody in texts that belong together, but for the names of those who share them. It is found anew each
 * time, and kept nowhere.
 */
export function findInTexts<Of extends HeadedText>(
  texts: readonly Of[],
  names: Readonly<Record<string, string>>,
  model: Model,
): readonly FoundIn<Of>[] {
  const found = checkTexts(
    texts.map(({ text }) => text),
    model,
  )
  const known = knownWords(Object.values(names))
  return texts.flatMap((one, index) =>
    shownFindings(found[index] ?? [], false)
      .filter(finding => !isKnownName(one.text, finding, known))
      .map(finding => ({ in: one, finding })),
  )
}

/** How many are likely to identify somebody: those are asked about once more. */
export function countLikely(found: readonly FoundIn[]): number {
  return found.filter(({ finding }) => finding.level === 'likely').length
}

/** What a form carries of a text that somebody was asked about: pressed with the same text, it is meant. */
export function askedAbout(text: string): string {
  return hash('sha256', text)
}
