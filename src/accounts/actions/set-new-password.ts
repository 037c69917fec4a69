import { recordEvent } from '../../audit/record-event.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { Queue } from '../../platform/jobs/queue.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { hashToken } from '../../platform/web/token.ts'
import { accountMailJob } from '../account-mail.ts'
import type { Caller } from '../caller.ts'
import { deleteLinksToSignIn, lockMailedLink } from '../mailed-links-store.ts'
import { hashPassword } from '../password-hash.ts'
import { passwordProblem, type PasswordProblem } from '../password.ts'
import { findCredentials, savePassword } from '../people-store.ts'
import { saveSessionEnds } from '../sessions-store.ts'
import { startSession, type StartedSession } from './start-session.ts'

/** Sets the password that was chosen behind a mailed link, ends every session and starts one here. */
export async function setNewPassword(
  db: Db,
  queue: Pick<Queue, 'enqueue'>,
  { token, password }: { readonly token: string; readonly password: string },
  caller: Caller,
  now: Date,
): Promise<Result<StartedSession, 'link-not-valid' | PasswordProblem>> {
  const personId = await lockMailedLink(db, hashToken(token), 'reset-password', now)
  const person = personId === null ? null : await findCredentials(db, personId)
  if (personId === null || person === null) return refuse('link-not-valid')
  const problem = passwordProblem(password, person)
  if (problem !== null) return refuse(problem)

  await savePassword(db, personId, await hashPassword(password))
  await deleteLinksToSignIn(db, personId)
  await saveSessionEnds(db, personId, null, now)
  await recordEvent(db, { personId, at: now, event: 'password-changed' })
  await queue.enqueue(db, accountMailJob({ mail: 'password-changed', personId }))
  return ok(await startSession(db, personId, caller, now))
}
