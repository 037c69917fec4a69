import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { hashToken } from '../../platform/web/token.ts'
import type { Caller } from '../caller.ts'
import { deleteLinksToSignIn, lockMailedLink } from '../mailed-links-store.ts'
import { startSession, type StartedSession } from './start-session.ts'

export async function useSignInLink(
  db: Db,
  token: string,
  caller: Caller,
  now: Date,
): Promise<Result<StartedSession, 'link-not-valid'>> {
  const personId = await lockMailedLink(db, hashToken(token), 'sign-in', now)
  if (personId === null) return refuse('link-not-valid')
  await deleteLinksToSignIn(db, personId)
  return ok(await startSession(db, personId, caller, now))
}
