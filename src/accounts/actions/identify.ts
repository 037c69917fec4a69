import { nobody, type Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { Identified } from '../../platform/web/server-parts.ts'
import { hashToken } from '../../platform/web/token.ts'
import { endOf } from '../session.ts'
import { findSession, touchSession } from '../sessions-store.ts'
import { keepAliveEveryMs } from '../time-limits.ts'

/** Who a session's token belongs to, or did: one statement. */
export async function identify(db: Db, sessionToken: string, now: Date): Promise<Identified> {
  const sessionId = hashToken(sessionToken)
  const session = await findSession(db, sessionId)
  if (session === null) return { actor: nobody, keepAliveDue: false, former: null }
  const { personId, lastSeenAt, isSharedComputer } = session
  const ended = endOf(session, now)
  if (ended !== null) return { actor: nobody, keepAliveDue: false, former: { personId, ended } }
  return {
    actor: { kind: 'practitioner', personId, sessionId, keepsOnDevice: !isSharedComputer },
    keepAliveDue: now.getTime() - lastSeenAt.getTime() >= keepAliveEveryMs,
    former: null,
  }
}

export async function keepAlive(db: Db, actor: Actor, now: Date): Promise<void> {
  if (actor.kind === 'practitioner') await touchSession(db, actor.sessionId, now)
}
