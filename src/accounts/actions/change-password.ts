import { recordEvent } from '../../audit/record-event.ts'
import type { Practitioner } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { Queue } from '../../platform/jobs/queue.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { accountMailJob } from '../account-mail.ts'
import { deleteLinksToSignIn } from '../mailed-links-store.ts'
import { hashPassword, isPassword } from '../password-hash.ts'
import { passwordProblem, type PasswordProblem } from '../password.ts'
import { findCredentials, savePassword } from '../people-store.ts'
import { saveSessionEnds } from '../sessions-store.ts'
import { currentPassword } from '../throttle.ts'
import { clearBucket, countTry } from '../throttle-store.ts'

export interface ChangePasswordProblems {
  readonly current: 'missing' | 'wrong' | 'too-many' | null
  readonly chosen: PasswordProblem | null
}

/** Changes the password of somebody who is signed in and knows the current one, and signs them out everywhere else. */
export async function changePassword(
  db: Db,
  { personId, sessionId }: Practitioner,
  now: Date,
  queue: Pick<Queue, 'enqueue'>,
  { current, chosen }: { readonly current: string; readonly chosen: string },
): Promise<Result<null, ChangePasswordProblems>> {
  const person = await findCredentials(db, personId)
  if (person === null) throw new Error('a session without its person')
  const problem = passwordProblem(chosen, person)
  if (current === '' || problem !== null) {
    return refuse({ current: current === '' ? 'missing' : null, chosen: problem })
  }
  const bucket = currentPassword(personId)
  if (!(await countTry(db, bucket, now))) return refuse({ current: 'too-many', chosen: null })
  if (!(await isPassword(current, person.passwordHash))) return refuse({ current: 'wrong', chosen: null })

  await clearBucket(db, bucket)
  await savePassword(db, personId, await hashPassword(chosen))
  await deleteLinksToSignIn(db, personId)
  await saveSessionEnds(db, personId, sessionId, now)
  await recordEvent(db, { personId, at: now, event: 'password-changed' })
  await queue.enqueue(db, accountMailJob({ mail: 'password-changed', personId }))
  return ok(null)
}
