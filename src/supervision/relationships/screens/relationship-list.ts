import { formatDay } from '../../../platform/day.ts'
import { inAList } from '../../../platform/ui/words.ts'
import { knownAs } from '../../known-as.ts'
import { kindWords } from '../../openings/opening-words.ts'
import type { ListedRelationship } from '../relationship-list-store.ts'

/** "Sam supervises Nic and Col" */
export function whoSupervisesWhom({ supervisorName, superviseeNames }: ListedRelationship): string {
  const unnamed = knownAs({}, '')
  return `${supervisorName ?? unnamed} supervises ${superviseeNames.length === 0 ? unnamed : inAList(superviseeNames)}`
}

/** Of what kind, and since when or from when to when. */
export function kindAndTime({ kind, fromDay, toDay }: ListedRelationship): string {
  return toDay === null
    ? `${kindWords[kind]}, since ${formatDay(fromDay)}`
    : `${kindWords[kind]}, from ${formatDay(fromDay)} to ${formatDay(toDay)}`
}
