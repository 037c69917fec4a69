import { recordEvent } from '../../../audit/record-event.ts'
import type { Day } from '../../../platform/day.ts'
import type { Db } from '../../../platform/db/connect.ts'
import type { Queue } from '../../../platform/jobs/queue.ts'
import { findRelationship } from '../../relationships-store.ts'
import { listGoingOf, saveEndsOf } from '../beginnings-store.ts'
import { whoIsToldOfEnd } from '../ending.ts'
import { cancelOvertaken } from './cancel-overtaken.ts'
import { endMailJob } from './mail-end.ts'

interface Leaving {
  readonly organisationId: string
  readonly personId: string
  readonly on: Day
  readonly by: string
  readonly timeZone: string
  readonly now: Date
}

/** What stands beside the end of what they had there. Why they leave is nobody's business. */
const reason = 'Somebody in it left the organisation.'

/**
 * Somebody leaves an organisation: whatever supervision they give or have there ends that day. Nothing of it is deleted; what
 * is planned for later in a relationship that ends is cancelled, and everybody is told of that.
 */
export async function endRelationshipsOf(
  db: Db,
  queue: Pick<Queue, 'enqueue'>,
  { by, now, timeZone, ...leaving }: Leaving,
): Promise<void> {
  const { on, personId } = leaving
  const before = []
  for (const relationshipId of await listGoingOf(db, leaving)) {
    const found = await findRelationship(db, relationshipId, { personId, today: on, now })
    if (found !== null) before.push(found.relationship)
  }
  const said = { endedBy: by, endedAt: now, endReason: reason }
  const { left, ended } = await saveEndsOf(db, leaving, said)
  for (const relationshipId of new Set([...left, ...ended]))
    await recordEvent(db, { personId: by, at: now, event: 'relationship-ended', aboutId: relationshipId })
  const told = before.flatMap(relationship =>
    whoIsToldOfEnd(relationship, ended.includes(relationship.relationshipId) ? null : personId, on),
  )
  for (const one of new Set(told)) if (one !== by) await queue.enqueue(db, endMailJob({ personId: one }))
  for (const relationship of before)
    if (ended.includes(relationship.relationshipId))
      await cancelOvertaken(db, queue, { relationship, personId: by, lastDay: on, timeZone, now })
}
