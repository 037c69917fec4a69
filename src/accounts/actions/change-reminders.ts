import { recordEvent } from '../../audit/record-event.ts'
import type { Practitioner } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { hashToken } from '../../platform/web/token.ts'
import { lockMailedLink } from '../mailed-links-store.ts'
import { saveReminders } from '../people-store.ts'

export async function changeReminders(
  db: Db,
  { personId }: Pick<Practitioner, 'personId'>,
  now: Date,
  remindersOn: boolean,
): Promise<void> {
  const changed = await saveReminders(db, personId, remindersOn)
  if (changed)
    await recordEvent(db, { personId, at: now, event: 'reminders-changed', detail: remindersOn ? 1 : 0 })
}

/** From a link in a reminder. It can be used again, since pressing it twice asks for nothing new. */
export async function turnRemindersOff(
  db: Db,
  token: string,
  now: Date,
): Promise<Result<null, 'link-not-valid'>> {
  const personId = await lockMailedLink(db, hashToken(token), 'reminders-off', now)
  if (personId === null) return refuse('link-not-valid')
  await changeReminders(db, { personId }, now, false)
  return ok(null)
}
