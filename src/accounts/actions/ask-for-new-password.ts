import type { Db } from '../../platform/db/connect.ts'
import type { Queue } from '../../platform/jobs/queue.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { accountMailJob } from '../account-mail.ts'
import type { Caller } from '../caller.ts'
import { readEmailAddress } from '../email-address.ts'
import { networkName } from '../network-name.ts'
import { findPersonByEmail } from '../people-store.ts'
import { mailsToAddress } from '../throttle.ts'
import { countMail } from '../throttle-store.ts'

export type AskForNewPasswordRefusal = 'email-missing' | 'not-an-address'

/**
 * Has a link mailed if the address has an account. The same statements and the same answer for everybody. Nothing is
 * counted by network alone: only people with an account get mail, each no more than their address is allowed, and one
 * script must not keep a whole council from its passwords.
 */
export async function askForNewPassword(
  db: Db,
  queue: Pick<Queue, 'enqueue'>,
  typedEmail: string,
  caller: Caller,
  now: Date,
): Promise<Result<{ readonly email: string }, AskForNewPasswordRefusal>> {
  if (typedEmail.trim() === '') return refuse('email-missing')
  const email = readEmailAddress(typedEmail)
  if (email === null) return refuse('not-an-address')

  const mails = mailsToAddress('forgotten-password', email.key, networkName(caller.address))
  const mayMail = await countMail(db, mails, now)
  const person = await findPersonByEmail(db, email.key)
  const personId = person?.personId ?? null
  if (mayMail) await queue.enqueue(db, accountMailJob({ mail: 'reset-password', personId }))
  return ok({ email: email.address })
}
