import { json, type JsonReply } from '../platform/web/reply.ts'
import { anyone, get, post, unattended, type Route, type Visit } from '../platform/web/route.ts'
import { deviceTag } from '../platform/web/token.ts'
import { sessionOfDevicePath, sessionPath, staySignedInPath } from './paths.ts'
import { secondsLeft } from './session.ts'
import { findEndByTag, findSession, touchSession } from './sessions-store.ts'

interface SessionSettings {
  /** For how many days a device may keep what its owner writes. */
  readonly offlineDays: number
}

const idShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** For scripts: who is signed in, and for how long yet. */
export function sessionRoutes({ offlineDays }: SessionSettings): Route[] {
  return [
    unattended(get(sessionPath, anyone, visit => tellSession(visit, offlineDays))),
    unattended(get(sessionOfDevicePath, anyone, tellOfDevice)),
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
    return json({
      person: '',
      session: '',
      keepsDays: 0,
      formToken,
      secondsLeft: 0,
      ended: former?.ended ?? 'none',
      // Whoever has the cookie of a session had all that was theirs while it lasted.
      former: former?.personId ?? '',
    })
  }
  return json({
    person: actor.personId,
    session: deviceTag(actor.sessionId),
    keepsDays: actor.keepsOnDevice ? offlineDays : 0,
    formToken,
    secondsLeft: secondsLeft(session, now),
    ended: 'no',
    former: '',
  })
}

/**
 * For a device that still has somebody's key, and no cookie any more to show whose session it was: what became of that
 * session. Anybody may ask, and learns nothing that they do not know: a tag is 132 bits of a hash of a secret, told only to
 * the pages of that very session, and without it every person is answered like one that there is not.
 */
async function tellOfDevice({ db, query, now }: Visit): Promise<JsonReply> {
  const [person, tag] = [query.get('person') ?? '', query.get('session') ?? '']
  // Nobody has this id. What makes no sense costs what the rest does.
  const personId = idShape.test(person) ? person : '00000000-0000-0000-0000-000000000000'
  const end = await findEndByTag(db, personId, tag, now)
  return json({ state: end === null ? 'lasting' : end === 'revoked' ? 'ended' : end })
}
