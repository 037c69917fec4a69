import { z } from 'zod'
import type { Job } from '../platform/jobs/queue.ts'

const accountMail = z.discriminatedUnion('mail', [
  z.strictObject({ mail: z.literal('confirm-sign-up'), signUpId: z.uuid() }),
  z.strictObject({
    mail: z.enum(['reset-password', 'sign-in-link', 'password-changed']),
    // `null` where the address has no account: asking takes the same steps for everybody.
    personId: z.uuid().nullable(),
  }),
])

/** A mail about an account. Its link is made when it is written, so that no job holds a secret that works. */
export type AccountMail = z.infer<typeof accountMail>

export const accountMailJobName = 'account-mail'

export function accountMailJob(mail: AccountMail): Job {
  return { name: accountMailJobName, payload: mail }
}

export function readAccountMail(payload: Job['payload']): AccountMail {
  return accountMail.parse(payload)
}
