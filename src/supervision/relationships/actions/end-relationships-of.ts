import { recordEvent } from '../../../audit/record-event.ts'
import type { Day } from '../../../platform/day.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { saveEndsOf } from '../beginnings-store.ts'

interface Leaving {
  readonly organisationId: string
  readonly personId: string
  readonly on: Day
  readonly by: string
  readonly now: Date
}

/** Somebody leaves an organisation: whatever supervision they give or have there ends that day. Nothing of it is deleted. */
export async function endRelationshipsOf(db: Db, { by, now, ...leaving }: Leaving): Promise<void> {
  for (const relationshipId of await saveEndsOf(db, leaving))
    await recordEvent(db, { personId: by, at: now, event: 'relationship-ended', aboutId: relationshipId })
}
