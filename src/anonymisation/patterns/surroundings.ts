import type { Finding, FindingClass, FindingKind, Level } from '../finding.ts'

/**
 * What stands around a stretch of text. Everything here looks at a bounded window, so that a finder stays linear however
 * hostile its text; and there are no lookbehind assertions, which Safari 15 does not read.
 */

export function textBefore(text: string, start: number, length: number): string {
  return text.slice(Math.max(0, start - length), start)
}

export function textAfter(text: string, end: number, length: number): string {
  return text.slice(end, end + length)
}

const wordUnit = /[\p{L}\p{N}\p{M}_]/u

/** Whether no letter or digit touches it on either side. */
export function standsAlone(text: string, start: number, end: number): boolean {
  return !wordUnit.test(text.charAt(start - 1)) && !wordUnit.test(text.charAt(end))
}

const sentenceEnd = /(?:^|[.!?:;•\n\r][\s"'“‘(–—-]*|^[\s"'“‘(–—•-]+)$/u

/** Whether a sentence, line or list item begins here, so that a capital letter says nothing. */
export function startsSentence(text: string, start: number): boolean {
  const before = textBefore(text, start, 6)
  // The stop of "St." or "Mr." ends no sentence.
  return start === 0 || (sentenceEnd.test(before) && !/\b(?:St|Mr|Mrs|Ms|Dr)\. *$/.test(before))
}

export function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '')
}

export function makeFinding(
  [findingClass, kind, level]: readonly [FindingClass, FindingKind, Level],
  start: number,
  end: number,
): Finding {
  return { start, end, class: findingClass, level, kind }
}
