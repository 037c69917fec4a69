import { recordEvent } from '../../../audit/record-event.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import { closeOwnDoor } from '../openings-store.ts'

interface DoorToClose {
  readonly relationshipId: string
  readonly doorId: string
  readonly personId: string
  readonly now: Date
}

/** Before its time. Whoever opened it may, also when they no longer might open it. */
export async function closeDoor(db: Db, door: DoorToClose): Promise<Result<null, 'not-found'>> {
  const closed = await closeOwnDoor(db, door)
  if (closed === null) return refuse('not-found')
  if (closed === 'closed')
    await recordEvent(db, {
      personId: door.personId,
      at: door.now,
      event: 'supervision-closed',
      aboutId: door.relationshipId,
    })
  return ok(null)
}
