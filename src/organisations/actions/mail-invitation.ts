import type { Database } from '../../platform/db/connect.ts'
import type { Mailer } from '../../platform/mail/mailer.ts'
import { hashToken, newToken } from '../../platform/web/token.ts'
import { invitationMailText, type InvitationMail } from '../invitation-mail.ts'
import { aDayMs, invitationDays, mostMailsToAnAddressADay } from '../invitation.ts'
import { countInvitationsMailedTo, findInvitationAddress, saveInvitationToken } from '../invitations-store.ts'
import { invitationPath } from '../paths.ts'

export interface InvitationMailParts {
  readonly database: Database
  readonly mailer: Mailer
  readonly baseUrl: string
}

/**
 * Writes and sends the mail of an invitation that still waits for its answer. Whether the address has an account is not
 * looked up at all: the mail is the same. Of an address that got many today nothing is said to whoever asks.
 */
export async function mailInvitation(
  { database, mailer, baseUrl }: InvitationMailParts,
  { invitationId }: InvitationMail,
  now: Date,
): Promise<void> {
  const db = database.write
  const found = await findInvitationAddress(db, invitationId, now)
  if (found === null) return
  const since = new Date(now.getTime() - aDayMs)
  const mailed = await countInvitationsMailedTo(db, found.emailKey, since)
  // A job that is tried again counts itself.
  if (!found.isMailed && mailed >= mostMailsToAnAddressADay) return
  const token = newToken()
  await saveInvitationToken(db, invitationId, hashToken(token))
  const url = baseUrl + invitationPath.url({ token })
  await mailer.send({ to: found.email, ...invitationMailText(url, invitationDays) })
}
