import type { LinkFromPiece } from '../../cpd/settings.ts'
import { formatDay } from '../../platform/day.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import { sharePath } from './paths.ts'
import { dayOf } from '../sessions/session-facts.ts'
import { listSessionsToCome } from './shared-pieces-store.ts'

/** From a piece's own page to each session that its author can take it to. By its day: no name leaves supervision. */
export async function linksFromPiece(
  timeZone: string,
  { db, actor, now }: Pick<SignedInVisit, 'db' | 'actor' | 'now'>,
  pieceId: string,
): Promise<readonly LinkFromPiece[]> {
  const sessions = await listSessionsToCome(db, actor.personId, { now, timeZone })
  return sessions.map(session => ({
    href: sharePath.url(session, { piece: pieceId }),
    content: `Take it to your supervision session on ${formatDay(dayOf(session, timeZone))}`,
  }))
}
