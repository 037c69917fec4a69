import type { Level } from '../../anonymisation/finding.ts'
import { counted, inAList } from '../../platform/ui/words.ts'
import type { FoundCounts } from '../piece-check.ts'

export const levelNames: Readonly<Record<Level, string>> = {
  likely: 'Likely',
  check: 'Please check',
  note: 'Note',
}

/** What the check found, never more than that: it does not know what it has missed. */
export function foundInWords({ likely, check }: Pick<FoundCounts, 'likely' | 'check'>): string {
  const things = likely + check
  return things === 0
    ? 'We found no names we recognise: please read it through.'
    : `We found ${counted(things, 'thing', 'things')} to look at.`
}

/** On the receipt. */
export function countsInWords({ likely, check, note, kept }: FoundCounts): string {
  const parts = [
    likely > 0 && `${counted(likely, 'thing', 'things')} likely to identify somebody`,
    check > 0 && `${counted(check, 'thing', 'things')} to check`,
    note > 0 && counted(note, 'note', 'notes'),
    kept > 0 && `${counted(kept, 'thing', 'things')} that you had chosen to keep`,
  ].filter(part => part !== false)
  return parts.length === 0 ? 'It found nothing that it recognises.' : `It found ${inAList(parts)}.`
}
