import type { Db } from '../../platform/db/connect.ts'
import type { Queue } from '../../platform/jobs/queue.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { hashToken } from '../../platform/web/token.ts'
import { accountMailJob } from '../account-mail.ts'
import type { Caller } from '../caller.ts'
import { keyOf } from '../email-address.ts'
import { networkName } from '../network-name.ts'
import { isPassword } from '../password-hash.ts'
import { account, knownDevice, network, signInMail } from '../throttle.ts'
import { countTry, findSignInFacts, giveBackTry } from '../throttle-store.ts'
import { startSession, type StartedSession } from './start-session.ts'

/** `mailed-a-link`: too many tries; the password was not looked at, and a link was mailed if there is an account. */
export type SignInRefusal = 'email-missing' | 'password-missing' | 'wrong' | 'mailed-a-link'

/**
 * Signs in with a password. The count comes before the password is checked, so that tries made all at once are counted
 * like tries made one by one; and every step is the same whether or not the address has an account.
 */
export async function signIn(
  db: Db,
  queue: Pick<Queue, 'enqueue'>,
  typed: { readonly email: string; readonly password: string },
  caller: Caller,
  now: Date,
): Promise<Result<StartedSession, SignInRefusal>> {
  const emailKey = keyOf(typed.email)
  if (emailKey === '') return refuse('email-missing')
  if (typed.password === '') return refuse('password-missing')
  // No account has it, so that nothing is learnt by not counting the try.
  if (emailKey === null) return refuse('wrong')

  const from = networkName(caller.address)
  const deviceHash = caller.device === null ? null : hashToken(caller.device)
  const facts = await findSignInFacts(db, { emailKey, deviceHash, networkName: from }, now)
  const { person } = facts
  const isKnown = person !== null && deviceHash !== null && facts.deviceIsKnown
  const bucket = isKnown ? knownDevice(person.personId, deviceHash) : account(emailKey)

  const mayTry = (isKnown || facts.networkHasRoom) && (await countTry(db, bucket, now))
  if (!mayTry) {
    const mayMail = await countTry(db, signInMail(emailKey), now)
    const personId = person?.personId ?? null
    if (mayMail) await queue.enqueue(db, accountMailJob({ mail: 'sign-in-link', personId }))
    return refuse('mailed-a-link')
  }
  const isRight = await isPassword(typed.password, person?.passwordHash ?? null)
  if (person === null || !isRight) {
    // Counted only now: a count that others wait for must not be held while a password is hashed.
    if (!isKnown) await countTry(db, network(from, 0), now)
    return refuse('wrong')
  }
  await giveBackTry(db, bucket)
  return ok(await startSession(db, person.personId, caller, now))
}
