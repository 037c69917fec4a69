import { recordEvent } from '../../audit/record-event.ts'
import type { Db } from '../../platform/db/connect.ts'
import { hashToken, newToken } from '../../platform/web/token.ts'
import { browserName } from '../browser-name.ts'
import type { Caller } from '../caller.ts'
import { networkName } from '../network-name.ts'
import { insertSession, saveKnownDevice } from '../sessions-store.ts'
import { knownDevice } from '../throttle.ts'
import { clearBucket, saveRecentNetwork } from '../throttle-store.ts'
import { signOut } from './sign-out.ts'

/** Whom the browser is signed in as, and the tokens it is to hold. */
export interface StartedSession {
  readonly personId: string
  readonly session: string
  readonly device: string
}

/**
 * Signs a person in who has shown who they are, and remembers the browser and the network they did it from. A session
 * that the browser had is ended: it forgets the token, and nobody could end a session by a token they no longer have.
 */
export async function startSession(
  db: Db,
  personId: string,
  caller: Caller,
  now: Date,
): Promise<StartedSession> {
  if (caller.signedIn) await signOut(db, caller.signedIn, now)
  const session = newToken()
  // A browser keeps its token from one account to the next, so that two people who share it are both known there.
  const device = caller.device ?? newToken()
  const deviceHash = hashToken(device)
  await insertSession(
    db,
    {
      personId,
      tokenHash: hashToken(session),
      browser: browserName(caller.userAgent),
      isSharedComputer: caller.isSharedComputer ?? false,
    },
    now,
  )
  await saveKnownDevice(db, personId, deviceHash, now)
  await clearBucket(db, knownDevice(personId, deviceHash))
  await saveRecentNetwork(db, networkName(caller.address), personId, now)
  await recordEvent(db, { personId, at: now, event: 'signed-in' })
  return { personId, session, device }
}
