import { invitationTokenIn } from '../../organisations/invitation.ts'
import { findInvitation } from '../../organisations/invitations-store.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { Queue } from '../../platform/jobs/queue.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { hashToken } from '../../platform/web/token.ts'
import { accountMailJob } from '../account-mail.ts'
import type { Caller } from '../caller.ts'
import { readEmailAddress } from '../email-address.ts'
import { networkName } from '../network-name.ts'
import { hashPassword } from '../password-hash.ts'
import { passwordProblem, type PasswordProblem } from '../password.ts'
import {
  readRegistration,
  type RegistrationProblem,
  type TypedRegistration,
} from '../registration-details.ts'
import { insertSignUp } from '../sign-ups-store.ts'
import { mailsToAddress, signUpForms } from '../throttle.ts'
import { countMail, countRecentPeople, countTry, hasRoom } from '../throttle-store.ts'

export interface TypedSignUp {
  readonly email: string
  readonly password: string
  readonly registration: TypedRegistration
  /** Where they came from. Only the invitation that they are to be led back to is kept of it. */
  readonly next: string
}

export interface SignUpProblems {
  readonly email: 'missing' | 'not-an-address' | null
  readonly password: PasswordProblem | null
  readonly registration: readonly RegistrationProblem[]
}

export type SignUpRefusal =
  { readonly kind: 'wrong-answers'; readonly problems: SignUpProblems } | { readonly kind: 'too-many' }

/**
 * Keeps what was asked for and has a mail sent to the address, whether or not it has an account: that is looked up when
 * the mail is written. The same statements for everybody, so that neither page nor time tells.
 */
export async function signUp(
  db: Db,
  { queue, scheme }: { readonly queue: Pick<Queue, 'enqueue'>; readonly scheme: string },
  typed: TypedSignUp,
  caller: Caller,
  now: Date,
  today: Day,
): Promise<Result<{ readonly email: string }, SignUpRefusal>> {
  const email = readEmailAddress(typed.email)
  const details = readRegistration(typed.registration, today)
  const password = passwordProblem(typed.password, {
    email: typed.email,
    registrationNumber: typed.registration.registrationNumber,
  })
  if (email === null || !details.ok || password !== null) {
    const wrongEmail = typed.email.trim() === '' ? 'missing' : 'not-an-address'
    return refuse({
      kind: 'wrong-answers',
      problems: {
        email: email === null ? wrongEmail : null,
        password,
        registration: details.ok ? [] : details.refusal,
      },
    })
  }
  const from = networkName(caller.address)
  const forms = signUpForms(from, await countRecentPeople(db, from, now))
  if (!(await hasRoom(db, forms, now))) return refuse({ kind: 'too-many' })
  // Before anything is locked: hashing takes its time, and others at this network are waiting too.
  const passwordHash = await hashPassword(typed.password)
  await countTry(db, forms, now)
  if (await countMail(db, mailsToAddress('sign-up', email.key, from), now)) {
    const person = { email: email.address, emailKey: email.key, passwordHash, scheme, ...details.value }
    const signUpId = await insertSignUp(db, person, await findInvitationId(db, typed.next, now), now)
    await queue.enqueue(db, accountMailJob({ mail: 'confirm-sign-up', signUpId }))
  }
  return ok({ email: email.address })
}

/** The address itself is not kept: it has a secret in it, and of those we keep hashes only. */
async function findInvitationId(db: Db, next: string, now: Date): Promise<string | null> {
  const token = invitationTokenIn(next)
  const invitation = token === null ? null : await findInvitation(db, hashToken(token), now)
  return invitation?.invitationId ?? null
}
