import { addDays, startOfDayIn, type Day } from '../../../platform/day.ts'
import type { Db } from '../../../platform/db/connect.ts'
import type { Queue } from '../../../platform/jobs/queue.ts'
import type { Relationship } from '../../relationship.ts'
import { changeSession } from '../../sessions/actions/change-session.ts'
import { findSession, listPlannedAfter } from '../../sessions/sessions-store.ts'

interface Overtaken {
  /** As it was before it ended: whoever had a session in their calendar is told of it. */
  readonly relationship: Relationship
  /** Who ended it. */
  readonly personId: string
  readonly lastDay: Day
  readonly timeZone: string
  readonly now: Date
}

/** What is written beside each session that the end overtakes. */
const reason = 'Supervision ends before it.'

/** Cancels what is planned for after the last day of a supervision, and tells everybody. */
export async function cancelOvertaken(
  db: Db,
  queue: Pick<Queue, 'enqueue'>,
  { relationship, personId, lastDay, timeZone, now }: Overtaken,
): Promise<void> {
  const { relationshipId } = relationship
  const afterwards = startOfDayIn(timeZone, addDays(lastDay, 1))
  for (const sessionId of await listPlannedAfter(db, relationshipId, afterwards)) {
    const session = await findSession(db, relationshipId, sessionId)
    if (session === null) continue
    const wanted = { change: 'cancelled', version: session.version, reason } as const
    await changeSession(db, queue, { relationship, sessionId, personId, wanted, timeZone, now })
  }
}
