import type { Finding } from '../anonymisation/finding.ts'

/** Those who are in supervision together are named on every page of it: their names are nothing to look at. */
export function knownWords(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap(wordsOf))
}

export function isKnownName(
  text: string,
  { class: kind, start, end }: Finding,
  known: ReadonlySet<string>,
): boolean {
  return kind === 'person' && wordsOf(text.slice(start, end)).every(word => known.has(word))
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/['’]s?$/u, '')
    .split(/[^\p{L}\p{M}]+/u)
    .filter(word => word !== '')
}
