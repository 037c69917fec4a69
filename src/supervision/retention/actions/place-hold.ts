import { recordEvent } from '../../../audit/record-event.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { insertHold } from '../holds-store.ts'

interface HoldToPlace {
  /** The form has it: pressed twice, it is one hold. */
  readonly holdId: string
  readonly relationshipId: string
  readonly reason: string
  readonly by: string
  readonly now: Date
}

/** From now on nothing of the relationship is deleted. */
export async function placeHold(
  db: Db,
  { relationshipId, holdId, reason, by, now }: HoldToPlace,
): Promise<void> {
  if (await insertHold(db, { relationshipId, holdId, reason, placedBy: by, placedAt: now }))
    await recordEvent(db, {
      personId: by,
      at: now,
      event: 'supervision-hold-placed',
      aboutId: relationshipId,
    })
}
