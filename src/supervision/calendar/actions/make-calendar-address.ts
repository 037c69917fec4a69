import { recordEvent } from '../../../audit/record-event.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { hashToken, newToken } from '../../../platform/web/token.ts'
import { deleteCalendarFeed, saveCalendarFeed } from '../calendar-store.ts'

/** A new secret for somebody's calendar; the address they had leads nowhere from now on. It is shown once and not kept. */
export async function makeCalendarAddress(db: Db, personId: string, now: Date): Promise<string> {
  const token = newToken()
  await saveCalendarFeed(db, { personId, tokenHash: hashToken(token), madeAt: now })
  await recordEvent(db, { personId, at: now, event: 'supervision-calendar-made' })
  return token
}

export async function takeCalendarAddressAway(db: Db, personId: string, now: Date): Promise<void> {
  const wasThere = await deleteCalendarFeed(db, personId)
  if (wasThere) await recordEvent(db, { personId, at: now, event: 'supervision-calendar-taken-away' })
}
