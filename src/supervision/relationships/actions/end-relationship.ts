import { recordEvent } from '../../../audit/record-event.ts'
import type { Day } from '../../../platform/day.ts'
import type { Db } from '../../../platform/db/connect.ts'
import type { Queue } from '../../../platform/jobs/queue.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import type { Relationship } from '../../relationship.ts'
import { cancelOvertaken } from './cancel-overtaken.ts'
import { lockRelationship, saveRelationshipEnd, saveSuperviseeEnd } from '../relationship-row-store.ts'

interface EndRelationshipInput {
  readonly relationship: Relationship
  readonly personId: string
  readonly lastDay: Day
  /** The end that the page showed; null for none. */
  readonly shownEnd: Day | null
  readonly today: Day
  readonly timeZone: string
  readonly now: Date
}

/**
 * Ends a supervision on a day, or one person's part in a group where it is they who end it. Nothing is deleted; sessions
 * planned for later are cancelled, and everybody is told of that.
 */
export async function endRelationship(
  db: Db,
  queue: Pick<Queue, 'enqueue'>,
  { relationship, personId, lastDay, shownEnd, today, timeZone, now }: EndRelationshipInput,
): Promise<Result<null, 'changed-elsewhere'>> {
  const { relationshipId, kind, supervisorId } = relationship
  const { toDay } = await lockRelationship(db, relationshipId)
  // Pressed twice, it has ended once.
  if (toDay === lastDay) return ok(null)
  if (toDay !== shownEnd) return refuse('changed-elsewhere')
  await recordEvent(db, { personId, at: now, event: 'relationship-ended', aboutId: relationshipId })
  if (kind === 'group' && personId !== supervisorId) {
    await saveSuperviseeEnd(db, { relationshipId, personId, toDay: lastDay, today })
    return ok(null)
  }
  await saveRelationshipEnd(db, relationshipId, lastDay)
  await cancelOvertaken(db, queue, { relationship, personId, lastDay, timeZone, now })
  return ok(null)
}
