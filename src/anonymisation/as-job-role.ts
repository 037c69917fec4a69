import type { Finding } from './finding.ts'
import type { Rewrite } from './rewrites.ts'

/** What was found where a peer's job role is asked for: nobody cites there, so whatever looks like a name is one. */
export function asJobRole(findings: readonly Finding[]): readonly Finding[] {
  return findings.map(finding =>
    finding.class === 'person' && finding.level !== 'likely' ? { ...finding, level: 'likely' } : finding,
  )
}

export function explainInJobRole(explanation: string): string {
  return `${explanation} Your peer is known by job role only, never by name.`
}

/** “A parent” is no job role: there a name can only go, with the brackets or commas that hold it. */
export function rewritesInJobRole({ start, end }: Finding, text: string): readonly Rewrite[] {
  let from = start
  let to = end
  if (/^['’]s$/u.test(text.slice(to, to + 2))) to += 2
  if (text[from - 1] === '(' && text[to] === ')') {
    from -= 1
    to += 1
  }
  if (text.slice(0, from).trim() === '') {
    from = 0
    while (separators.has(text.charAt(to))) to += 1
  } else while (separators.has(text.charAt(from - 1))) from -= 1
  return [{ start: from, end: to, replacement: '', label: 'Remove it' }]
}

const separators: ReadonlySet<string> = new Set([' ', '\n', '\t', ',', ';', ':', '-', '–', '—', '/'])
