import { recordEvent } from '../../../audit/record-event.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { listHolds, saveLifted } from '../holds-store.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'

interface HoldToLift {
  readonly relationshipId: string
  readonly holdId: string
  readonly by: string
  readonly now: Date
}

/** What has been kept too long is deleted in the next night, unless another hold stands. A second press changes nothing. */
export async function liftHold(
  db: Db,
  { relationshipId, holdId, by, now }: HoldToLift,
): Promise<Result<null, 'not-found'>> {
  const holds = await listHolds(db, relationshipId)
  if (!holds.some(hold => hold.holdId === holdId)) return refuse('not-found')
  if (await saveLifted(db, relationshipId, holdId, now))
    await recordEvent(db, {
      personId: by,
      at: now,
      event: 'supervision-hold-lifted',
      aboutId: relationshipId,
    })
  return ok(null)
}
