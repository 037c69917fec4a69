import type { Database } from '../platform/db/connect.ts'
import type { JobHandler } from '../platform/jobs/queue.ts'
import type { Mailer, Message } from '../platform/mail/mailer.ts'
import { hashToken, newToken } from '../platform/web/token.ts'
import { accountMailJobName, readAccountMail, type AccountMail } from './account-mail.ts'
import { makeMailedLink } from './actions/make-mailed-link.ts'
import { deleteExpiredLinks } from './mailed-links-store.ts'
import {
  alreadyHasAccountMail,
  confirmSignUpMail,
  passwordChangedMail,
  resetPasswordMail,
  signInLinkMail,
} from './mails.ts'
import { confirmPath, forgottenPasswordPath, newPasswordPath, signInLinkPath, signInPath } from './paths.ts'
import { findPersonByEmail, findRecipient } from './people-store.ts'
import { deleteForgottenDevices, deleteForgottenSessions } from './sessions-store.ts'
import { deleteExpiredSignUps, deleteSignUp, findSignUpAddress, saveSignUpToken } from './sign-ups-store.ts'
import { deleteEndedBuckets, deleteOldNetworks } from './throttle-store.ts'

export interface AccountJobParts {
  readonly database: Database
  readonly mailer: Mailer
  readonly baseUrl: string
}

export function accountJobs(parts: AccountJobParts): readonly JobHandler[] {
  const db = parts.database.write
  return [
    {
      name: accountMailJobName,
      run: (payload, now) => sendAccountMail(parts, readAccountMail(payload), now),
    },
    {
      name: 'account-cleanup',
      schedule: '20 3 * * *',
      async run(_payload, now) {
        await deleteExpiredSignUps(db, now)
        await deleteForgottenSessions(db, now)
        await deleteForgottenDevices(db, now)
        await deleteExpiredLinks(db, now)
        await deleteEndedBuckets(db, now)
        await deleteOldNetworks(db, now)
      },
    },
  ]
}

async function sendAccountMail(parts: AccountJobParts, mail: AccountMail, now: Date): Promise<void> {
  if (mail.mail === 'confirm-sign-up') return await answerSignUp(parts, mail.signUpId, now)
  const db = parts.database.write
  const person = mail.personId === null ? null : await findRecipient(db, mail.personId)
  if (person === null) return
  const { baseUrl } = parts
  const token = (purpose: 'sign-in' | 'reset-password') => makeMailedLink(db, person.personId, purpose, now)
  const text = async (): Promise<Omit<Message, 'to'>> => {
    switch (mail.mail) {
      case 'reset-password':
        return resetPasswordMail(baseUrl + newPasswordPath.url({ token: await token('reset-password') }))
      case 'sign-in-link':
        return signInLinkMail(baseUrl + signInLinkPath.url({ token: await token('sign-in') }))
      case 'password-changed':
        return passwordChangedMail(baseUrl + forgottenPasswordPath.url({}))
    }
  }
  await parts.mailer.send({ to: person.email, ...(await text()) })
}

/** Only here is it looked up whether the address has an account: whoever asked is not waiting for the answer. */
async function answerSignUp(
  { database, mailer, baseUrl }: AccountJobParts,
  signUpId: string,
  now: Date,
): Promise<void> {
  const db = database.write
  const signUp = await findSignUpAddress(db, signUpId, now)
  if (signUp === null) return
  const person = await findPersonByEmail(db, signUp.emailKey)
  if (person !== null) {
    const signIn = baseUrl + signInPath.url({})
    const text = alreadyHasAccountMail(signIn, baseUrl + forgottenPasswordPath.url({}))
    await mailer.send({ to: person.email, ...text })
    await deleteSignUp(db, signUpId)
    return
  }
  const token = newToken()
  await saveSignUpToken(db, signUpId, hashToken(token))
  await mailer.send({ to: signUp.email, ...confirmSignUpMail(baseUrl + confirmPath.url({ token })) })
}
