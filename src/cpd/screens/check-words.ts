import { counted, inAList } from '../../platform/ui/words.ts'
import type { FoundCounts } from '../piece-check.ts'

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
