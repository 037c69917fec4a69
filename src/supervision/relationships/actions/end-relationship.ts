import { recordEvent } from '../../../audit/record-event.ts'
import type { Day } from '../../../platform/day.ts'
import type { Db } from '../../../platform/db/connect.ts'
import type { Queue } from '../../../platform/jobs/queue.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import type { Relationship } from '../../relationship.ts'
import { whoIsToldOfEnd } from '../ending.ts'
import { cancelOvertaken } from './cancel-overtaken.ts'
import { endMailJob } from './mail-end.ts'
import {
  findSuperviseeEnd,
  lockRelationship,
  saveRelationshipEnd,
  saveSuperviseeEnd,
} from '../relationship-row-store.ts'

interface EndRelationshipInput {
  readonly relationship: Relationship
  readonly personId: string
  /** Whose part in a group ends; null where the whole of it does. */
  readonly partOf: string | null
  readonly lastDay: Day
  readonly reason: string
  /** The end that the page showed; null for none. */
  readonly shownEnd: Day | null
  readonly today: Day
  readonly timeZone: string
  readonly now: Date
}

/**
 * Ends a supervision on a day, or one person's part in a group, which they or its supervisor end. Nothing is deleted; sessions
 * planned for later are cancelled, and everybody is told of that and of the end.
 */
export async function endRelationship(
  db: Db,
  queue: Pick<Queue, 'enqueue'>,
  { relationship, personId, partOf, lastDay, reason, shownEnd, today, timeZone, now }: EndRelationshipInput,
): Promise<Result<null, 'changed-elsewhere'>> {
  const { relationshipId } = relationship
  const { toDay } = await lockRelationship(db, relationshipId)
  const own = partOf && (await findSuperviseeEnd(db, { relationshipId, personId: partOf, today }))
  const end = [toDay, own].filter(day => day !== null).toSorted()[0] ?? null
  // Pressed twice, it has ended once.
  if (end === lastDay) return ok(null)
  // What the form says that it showed is not believed: no end is put off.
  if (end !== shownEnd || (end !== null && lastDay > end)) return refuse('changed-elsewhere')
  await recordEvent(db, { personId, at: now, event: 'relationship-ended', aboutId: relationshipId })
  const said = { toDay: lastDay, endedBy: personId, endedAt: now, endReason: reason }
  const told = whoIsToldOfEnd(relationship, partOf, today).filter(one => one !== personId)
  for (const one of told) await queue.enqueue(db, endMailJob({ personId: one }))
  if (partOf !== null) {
    await saveSuperviseeEnd(db, { relationshipId, personId: partOf, ...said })
    return ok(null)
  }
  await saveRelationshipEnd(db, relationshipId, said)
  await cancelOvertaken(db, queue, { relationship, personId, lastDay, timeZone, now })
  return ok(null)
}
