import { hash } from 'node:crypto'
import { formatDay, formatMoment, type Day } from '../../platform/day.ts'
import type { WaitingDecision } from './case-decision.ts'

/** What was decided in one session about one case: it is filed with that case, and emptied by itself. */
export interface CaseDocument {
  readonly reference: string
  readonly decisions: readonly WaitingDecision[]
  readonly text: string
  readonly sha256: string
}

/** The decisions of a session, a document for each case in the order of its first decision. */
export function caseDocuments(
  { day, timeZone }: { readonly day: Day; readonly timeZone: string },
  decisions: readonly WaitingDecision[],
): readonly CaseDocument[] {
  const cases = Map.groupBy(decisions, ({ reference }) => reference.trim())
  return [...cases].map(([reference, ofCase]) => {
    const text = caseDocument({ day, timeZone, reference }, ofCase)
    return { reference, decisions: ofCase, text, sha256: hash('sha256', text) }
  })
}

/**
 * Plain text, because every case system takes it, as an attachment or pasted into a case note, and because nothing is in it that
 * cannot be seen. It names nobody: whoever wrote it is told by what they were in it. It says nothing of the moment it was made,
 * so that the same decisions are the same bytes, whose hash shows what was filed.
 */
function caseDocument(
  { day, timeZone, reference }: { readonly day: Day; readonly timeZone: string; readonly reference: string },
  decisions: readonly WaitingDecision[],
): string {
  const title = ['CASE DECISIONS FROM SUPERVISION', ...field('Case reference', reference)]
  const parts = decisions.map(({ decision, rationale, actions, byDay, jobRole, writtenAt }, index) => [
    `DECISION ${index + 1} OF ${decisions.length}`,
    ...field('Decision', decision),
    ...field('Why', rationale),
    ...field('Who does what', actions),
    ...field('By when', byDay === null ? '' : formatDay(byDay)),
    ...field('Decided', `In the supervision session on ${formatDay(day)}`),
    ...field(
      'Written down',
      `By the supervisor${jobRole === null ? '' : ` (${jobRole})`}, on ${formatMoment(timeZone, writtenAt)}`,
    ),
  ])
  // Windows' own line ends, because that is where case systems are used.
  return [title, ...parts]
    .map(lines => lines.join('\n'))
    .join('\n\n\n')
    .concat('\n')
    .replaceAll('\n', '\r\n')
}

function field(name: string, value: string): string[] {
  return ['', `${name}:`, value.trim() === '' ? 'Not given' : value]
}
