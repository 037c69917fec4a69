import { sql, type RawBuilder } from 'kysely'
import { readContent } from '../../cpd/submission-content.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { SharedPiece } from './shared-piece.ts'

interface Row extends Omit<SharedPiece, 'content'> {
  readonly content: string
}

/** What is shared for a session today, by everybody. */
export async function listSharedPieces(db: Db, sessionId: string, today: Day): Promise<SharedPiece[]> {
  return list(db, sessionId, today, sql`true`)
}

/** What one person shares for a session today. */
export async function listSharedPiecesOf(
  db: Db,
  sessionId: string,
  today: Day,
  personId: string,
): Promise<SharedPiece[]> {
  return list(db, sessionId, today, sql`shared.person_id = ${personId}`)
}

/** Neither what was taken back, nor what is over, nor a draft that its author has deleted, nor for a session that is cancelled. */
async function list(
  db: Db,
  sessionId: string,
  today: Day,
  which: RawBuilder<unknown>,
): Promise<SharedPiece[]> {
  const { rows } = await sql<Row>`
    select shared.person_id, shared.piece_id, shared.content, shared.until_day, shared.shared_at
    from shared_piece shared
    join piece on piece.person_id = shared.person_id and piece.piece_id = shared.piece_id
    join supervision_session session on session.session_id = shared.session_id
    where shared.session_id = ${sessionId} and shared.taken_back_at is null and shared.until_day >= ${today}
      and piece.deleted_at is null and session.state <> 'cancelled' and ${which}
    order by shared.shared_at, shared.piece_id`.execute(db)
  return rows.map(({ content, ...row }) => ({ ...row, content: readContent(content) }))
}

/** A session to come to which somebody can take a piece: the next one of each supervision in which they are supervised. */
export interface SessionToCome {
  readonly relationshipId: string
  readonly sessionId: string
  readonly startsAt: Date
}

export async function listSessionsToCome(
  db: Db,
  personId: string,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): Promise<SessionToCome[]> {
  const { rows } = await sql<SessionToCome>`
    select relationship_id, session_id, starts_at from (
      select distinct on (r.relationship_id) r.relationship_id, session.session_id, session.starts_at
      from relationship_supervisee own
      join relationship r on r.relationship_id = own.relationship_id
      join supervision_session session on session.relationship_id = r.relationship_id
      cross join lateral (select daterange(
        greatest(r.from_day, own.from_day), least(r.to_day, own.to_day), '[]'
      ) as days) supervised
      where own.person_id = ${personId} and session.state = 'planned' and session.starts_at >= ${now}
        and supervised.days @> (${now}::timestamptz at time zone ${timeZone})::date
        and supervised.days @> (session.starts_at at time zone ${timeZone})::date
      order by r.relationship_id, session.starts_at, session.session_id
    ) next order by starts_at, session_id`.execute(db)
  return rows
}

interface NewShare {
  readonly personId: string
  readonly pieceId: string
  readonly sessionId: string
  /** As `writeContent` writes it. */
  readonly content: string
  readonly untilDay: Day
  readonly sharedAt: Date
}

/** One version of a piece a session: another one takes its place. */
export async function saveShare(db: Db, share: NewShare): Promise<void> {
  const { content, untilDay, sharedAt } = share
  await db
    .insertInto('sharedPiece')
    .values(share)
    .onConflict(conflict =>
      conflict
        .columns(['personId', 'pieceId', 'sessionId'])
        .doUpdateSet({ content, untilDay, sharedAt, takenBackAt: null }),
    )
    .execute()
}

/** Ends it, and empties the copy. Whether it was shared until now. */
export async function takeBackShare(
  db: Db,
  { personId, pieceId, sessionId }: Pick<NewShare, 'personId' | 'pieceId' | 'sessionId'>,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sharedPiece')
    .set({ takenBackAt: at, content: '' })
    .where('personId', '=', personId)
    .where('pieceId', '=', pieceId)
    .where('sessionId', '=', sessionId)
    .where('takenBackAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Deletes the copies that nobody can read any more. */
export async function purgeShares(db: Db, today: Day): Promise<void> {
  await db
    .deleteFrom('sharedPiece')
    .where(eb => eb.or([eb('untilDay', '<', today), eb('takenBackAt', 'is not', null)]))
    .execute()
}
