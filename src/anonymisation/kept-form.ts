import type { Finding } from './finding.ts'

/**
 * What a finding is remembered by when its author keeps it: the same word in another case, or with an “’s” behind it, is
 * the same. A combination is remembered by its facts, so that one more of them is news.
 */
export function keptForm({ start, end, facts, class: kindOfThing }: Finding, text: string): string {
  if (kindOfThing === 'combination') return `combination: ${[...new Set(facts)].sort().join(' ')}`
  return text
    .slice(start, end)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/['’]s$/u, '')
}
