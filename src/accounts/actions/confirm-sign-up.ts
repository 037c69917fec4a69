import { recordEvent } from '../../audit/record-event.ts'
import { leadBack } from '../../organisations/actions/lead-back.ts'
import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { hashToken } from '../../platform/web/token.ts'
import type { Caller } from '../caller.ts'
import { isPassword } from '../password-hash.ts'
import { insertPerson } from '../people-store.ts'
import { deleteSignUp, lockSignUp } from '../sign-ups-store.ts'
import { confirmation } from '../throttle.ts'
import { countTry } from '../throttle-store.ts'
import { startSession, type StartedSession } from './start-session.ts'

export type ConfirmSignUpRefusal =
  'link-not-valid' | 'password-missing' | 'wrong-password' | 'too-many-guesses' | 'has-account-already'

/**
 * Makes the account. It takes the mail and the password: whoever signed up with somebody else's address does not get
 * the mail, and whoever gets the mail does not open an account to which a stranger has the password. `next` is the address
 * of the invitation for which they asked for it, where it still waits.
 */
export async function confirmSignUp(
  db: Db,
  { token, password }: { readonly token: string; readonly password: string },
  caller: Caller,
  now: Date,
): Promise<Result<StartedSession & { readonly next: string | null }, ConfirmSignUpRefusal>> {
  const signUp = await lockSignUp(db, hashToken(token), now)
  if (signUp === null) return refuse('link-not-valid')
  if (password === '') return refuse('password-missing')
  if (!(await countTry(db, confirmation(signUp.signUpId), now))) return refuse('too-many-guesses')
  if (!(await isPassword(password, signUp.passwordHash))) return refuse('wrong-password')

  const personId = await insertPerson(db, signUp, now)
  await deleteSignUp(db, signUp.signUpId)
  if (personId === null) return refuse('has-account-already')
  await recordEvent(db, { personId, at: now, event: 'account-created' })
  const { invitationId } = signUp
  const next = invitationId === null ? null : await leadBack(db, invitationId, now)
  return ok({ ...(await startSession(db, personId, caller, now)), next })
}
