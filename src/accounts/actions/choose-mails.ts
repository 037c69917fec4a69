import { recordEvent } from '../../audit/record-event.ts'
import type { Practitioner } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { hashToken } from '../../platform/web/token.ts'
import { lockMailedLink } from '../mailed-links-store.ts'
import { offPurposes, type OptionalMail } from '../optional-mail.ts'
import { saveOptionalMail } from '../people-store.ts'

const events = { reminders: 'reminders-changed', 'signature-mails': 'signature-mails-changed' } as const

/** Turns a kind of mail to somebody on or off. */
export async function chooseMails(
  db: Db,
  { personId }: Pick<Practitioner, 'personId'>,
  now: Date,
  mail: OptionalMail,
  isOn: boolean,
): Promise<void> {
  const changed = await saveOptionalMail(db, personId, mail, isOn)
  if (changed) await recordEvent(db, { personId, at: now, event: events[mail], detail: isOn ? 1 : 0 })
}

/** From a link in such a mail. It can be used again, since pressing it twice asks for nothing new. */
export async function turnMailsOff(
  db: Db,
  mail: OptionalMail,
  token: string,
  now: Date,
): Promise<Result<null, 'link-not-valid'>> {
  const personId = await lockMailedLink(db, hashToken(token), offPurposes[mail], now)
  if (personId === null) return refuse('link-not-valid')
  await chooseMails(db, { personId }, now, mail, false)
  return ok(null)
}
