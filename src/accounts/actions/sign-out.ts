import { recordEvent } from '../../audit/record-event.ts'
import type { Practitioner } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/connect.ts'
import { saveSessionEnd } from '../sessions-store.ts'

export async function signOut(db: Db, { personId, sessionId }: Practitioner, now: Date): Promise<void> {
  const ended = await saveSessionEnd(db, personId, sessionId, now)
  if (ended) await recordEvent(db, { personId, at: now, event: 'signed-out' })
}
