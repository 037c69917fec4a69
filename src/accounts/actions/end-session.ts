import { recordEvent } from '../../audit/record-event.ts'
import type { Practitioner } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { saveSessionEnd, saveSessionEnds } from '../sessions-store.ts'

/** Ends one of one's own sessions; somebody else's is not there. */
export async function endSession(
  db: Db,
  { personId }: Practitioner,
  sessionId: string,
  now: Date,
): Promise<Result<null, 'not-found'>> {
  if (!(await saveSessionEnd(db, personId, sessionId, now))) return refuse('not-found')
  await recordEvent(db, { personId, at: now, event: 'session-ended', detail: 1 })
  return ok(null)
}

export async function endOtherSessions(
  db: Db,
  { personId, sessionId }: Practitioner,
  now: Date,
): Promise<void> {
  const ended = await saveSessionEnds(db, personId, sessionId, now)
  if (ended > 0) await recordEvent(db, { personId, at: now, event: 'session-ended', detail: ended })
}
