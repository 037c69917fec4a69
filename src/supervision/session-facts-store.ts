import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { SessionFacts } from './session-facts.ts'

/** A session of that relationship, or null. */
export async function findSessionFacts(
  db: Db,
  relationshipId: string,
  sessionId: string,
): Promise<SessionFacts | null> {
  return read(db, relationshipId, sessionId, false)
}

/** Like `findSessionFacts`, and whoever writes about the session after us waits until we are done. */
export async function lockSessionFacts(
  db: Db,
  relationshipId: string,
  sessionId: string,
): Promise<SessionFacts | null> {
  return read(db, relationshipId, sessionId, true)
}

async function read(
  db: Db,
  relationshipId: string,
  sessionId: string,
  locks: boolean,
): Promise<SessionFacts | null> {
  const { rows } = await sql<SessionFacts>`
    select session_id, starts_at, form, state, is_content_recorded,
      array(
        select a.person_id::text from session_attendance a where a.session_id = s.session_id order by a.person_id
      ) as attended
    from supervision_session s
    where relationship_id = ${relationshipId} and session_id = ${sessionId}
    ${locks ? sql`for no key update` : sql``}`.execute(db)
  return rows[0] ?? null
}
