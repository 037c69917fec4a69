import type { Db } from '../../platform/db/connect.ts'
import { hashToken, newToken } from '../../platform/web/token.ts'
import { insertMailedLink } from '../mailed-links-store.ts'
import { remindersOffPath, signatureMailsOffPath, signInLinkPath } from '../paths.ts'
import type { LinkPurpose } from '../time-limits.ts'

/** The token for a link in a mail. Call it when the mail is written: only its hash is kept. */
export async function makeMailedLink(
  db: Db,
  personId: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<string> {
  const token = newToken()
  await insertMailedLink(db, { tokenHash: hashToken(token), personId, purpose }, now)
  return token
}

/** The path of a link, for the foot of a mail and its `unsubscribeUrl`, that turns a person's reminders off. */
export async function makeRemindersOffLink(db: Db, personId: string, now: Date): Promise<string> {
  return remindersOffPath.url({ token: await makeMailedLink(db, personId, 'reminders-off', now) })
}

/** The same for the mails that something waits for a person's signature. */
export async function makeSignatureMailsOffLink(db: Db, personId: string, now: Date): Promise<string> {
  return signatureMailsOffPath.url({ token: await makeMailedLink(db, personId, 'signature-mails-off', now) })
}

/** The path of a link that signs a person in once. */
export async function makeSignInLink(db: Db, personId: string, now: Date): Promise<string> {
  return signInLinkPath.url({ token: await makeMailedLink(db, personId, 'sign-in', now) })
}
