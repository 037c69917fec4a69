import type { Finding } from './finding.ts'
import { rewritesFor, type Rewrite } from './rewrites.ts'

/** What was found where a peer's job role is asked for: whatever looks like a name is asked about once more. */
export function asJobRole(findings: readonly Finding[]): readonly Finding[] {
  return findings.map(finding =>
    finding.class === 'person' && finding.level === 'check' ? { ...finding, level: 'likely' } : finding,
  )
}

export function explainInJobRole(explanation: string): string {
  return `${explanation} Your peer is known by job role only, never by name.`
}

/** “A parent” is no job role: there a name can only go. */
export function rewritesInJobRole(finding: Finding, text: string): readonly Rewrite[] {
  const removals = rewritesFor(finding, text).filter(({ replacement }) => replacement.trim() === '')
  const { start, end } = finding
  return removals.length > 0 ? removals : [{ start, end, replacement: '', label: 'Remove it' }]
}
