import { hash } from 'node:crypto'
import { formatDay, type Day } from '../../platform/day.ts'
import type { CaseDecision } from './case-decision.ts'

/**
 * The decisions of a session as a document for the case system: plain text, because every case system takes it, as an
 * attachment or pasted into a case note, and because nothing is in it that cannot be seen. It names nobody: whoever files it is
 * known to the case system. It says nothing of the moment it was made, so that the same decisions are the same bytes, whose hash
 * shows what was filed.
 */
export function caseDecisionsDocument(
  day: Day,
  decisions: readonly CaseDecision[],
): { readonly text: string; readonly sha256: string } {
  const title = ['CASE DECISIONS FROM SUPERVISION', `Supervision session on ${formatDay(day)}`]
  const parts = decisions.map((decision, index) => [
    `DECISION ${index + 1} OF ${decisions.length}`,
    ...field('Case reference', decision.reference),
    ...field('Decision', decision.decision),
    ...field('Why', decision.rationale),
    ...field('Who does what', decision.actions),
    ...field('By when', decision.byDay === null ? '' : formatDay(decision.byDay)),
  ])
  // Windows' own line ends, because that is where case systems are used.
  const text = [title, ...parts]
    .map(lines => lines.join('\n'))
    .join('\n\n\n')
    .concat('\n')
    .replaceAll('\n', '\r\n')
  return { text, sha256: hash('sha256', text) }
}

function field(name: string, value: string): string[] {
  return ['', `${name}:`, value.trim() === '' ? 'Not given' : value]
}
