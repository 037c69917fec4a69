import { recordEvent } from '../../../audit/record-event.ts'
import type { Day } from '../../../platform/day.ts'
import type { Db } from '../../../platform/db/connect.ts'
import type { Queue } from '../../../platform/jobs/queue.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import type { NewDoor, OpenedAs } from '../door.ts'
import { insertDoor, listPartyIds, lockOpenDoor } from '../openings-store.ts'
import { openingMailJob } from './mail-opening.ts'

export interface OpenAlready {
  readonly kind: 'open-already'
  readonly until: Date
}

interface DoorToOpen extends NewDoor {
  readonly relationshipId: string
  readonly personId: string
  readonly openedAs: OpenedAs
  readonly now: Date
  readonly today: Day
}

/** Opens what two people share, and tells both: that, and not why, which they read where only they can. */
export async function openDoor(
  db: Db,
  queue: Pick<Queue, 'enqueue'>,
  { relationshipId, personId, openedAs, reason, hours, now, today }: DoorToOpen,
): Promise<Result<null, OpenAlready>> {
  const until = await lockOpenDoor(db, { relationshipId, personId, now })
  if (until !== null) return refuse({ kind: 'open-already', until })
  const closesAt = new Date(now.getTime() + hours * 60 * 60 * 1000)
  await insertDoor(db, { relationshipId, personId, openedAs, reason, openedAt: now, closesAt })
  await recordEvent(db, {
    personId,
    at: now,
    event: 'supervision-opened',
    aboutId: relationshipId,
    detail: hours,
  })
  for (const partyId of await listPartyIds(db, relationshipId, today))
    await queue.enqueue(db, openingMailJob({ personId: partyId, relationshipId }))
  return ok(null)
}
