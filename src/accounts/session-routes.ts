import { json, type JsonReply } from '../platform/web/reply.ts'
import { anyone, get, post, unattended, type Route, type Visit } from '../platform/web/route.ts'
import { deviceTag } from '../platform/web/token.ts'
import { sessionPath, staySignedInPath } from './paths.ts'
import { secondsLeft } from './session.ts'
import { findSession, touchSession } from './sessions-store.ts'

interface SessionSettings {
  /** For how many days a device may keep what its owner writes. */
  readonly offlineDays: number
}

/** For scripts: who is signed in, and for how long yet. */
export function sessionRoutes({ offlineDays }: SessionSettings): Route[] {
  return [
    unattended(get(sessionPath, anyone, visit => tellSession(visit, offlineDays))),
    unattended(
      post(staySignedInPath, anyone, { once: [] }, async visit => {
        if (visit.actor.kind === 'practitioner')
          await touchSession(visit.db, visit.actor.sessionId, visit.now)
        return tellSession(visit, offlineDays)
      }),
    ),
  ]
}

async function tellSession(
  { actor, former, db, now, formToken }: Visit,
  offlineDays: number,
): Promise<JsonReply> {
  const session = actor.kind === 'practitioner' ? await findSession(db, actor.sessionId) : null
  if (actor.kind === 'nobody' || session === null) {
    const ended = former?.ended ?? 'none'
    return json({ person: '', session: '', keepsDays: 0, formToken, secondsLeft: 0, ended })
  }
  return json({
    person: actor.personId,
    session: deviceTag(actor.sessionId),
    keepsDays: actor.keepsOnDevice ? offlineDays : 0,
    formToken,
    secondsLeft: secondsLeft(session, now),
    ended: 'no',
  })
}
