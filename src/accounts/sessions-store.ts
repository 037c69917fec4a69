import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { absoluteLimitMs, deviceMemoryMs, idleLimitMs } from './time-limits.ts'

export interface Session {
  /** The hash of the session's token. */
  readonly sessionId: string
  readonly browser: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
}

export async function insertSession(
  db: Db,
  session: { personId: string; tokenHash: string; browser: string },
  now: Date,
): Promise<void> {
  await db
    .insertInto('session')
    .values({ ...session, createdAt: now, lastSeenAt: now })
    .execute()
}

/** Almost every request waits for this: one row by its primary key. */
export async function findSession(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<{ personId: string; lastSeenAt: Date } | null> {
  // Plain SQL: Kysely's builder takes as long to write this statement as the rest of the look-up takes us.
  const { rows } = await sql<{ personId: string; lastSeenAt: Date }>`
    select person_id, last_seen_at from session
    where token_hash = ${tokenHash} and last_seen_at > ${before(now, idleLimitMs)}
      and created_at > ${before(now, absoluteLimitMs)}`.execute(db)
  return rows[0] ?? null
}

export async function touchSession(db: Db, tokenHash: string, now: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ lastSeenAt: now })
    .where('tokenHash', '=', tokenHash)
    .where('lastSeenAt', '<', now)
    .execute()
}

/** The latest used first. */
export async function listSessions(db: Db, personId: string, now: Date): Promise<Session[]> {
  return await db
    .selectFrom('session')
    .select(['tokenHash as sessionId', 'browser', 'createdAt', 'lastSeenAt'])
    .where('personId', '=', personId)
    .where('lastSeenAt', '>', before(now, idleLimitMs))
    .where('createdAt', '>', before(now, absoluteLimitMs))
    .orderBy('lastSeenAt', 'desc')
    .orderBy('tokenHash')
    .execute()
}

/** Whether the person had that session. */
export async function deleteSession(db: Db, personId: string, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('personId', '=', personId)
    .where('tokenHash', '=', sessionId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** All of a person's sessions but one, or all. Returns how many. */
export async function deleteSessions(db: Db, personId: string, butNot: string | null): Promise<number> {
  let query = db.deleteFrom('session').where('personId', '=', personId)
  if (butNot !== null) query = query.where('tokenHash', '!=', butNot)
  const { numDeletedRows } = await query.executeTakeFirst()
  return Number(numDeletedRows)
}

export async function deleteExpiredSessions(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('session')
    .where(({ or, eb }) =>
      or([
        eb('lastSeenAt', '<=', before(now, idleLimitMs)),
        eb('createdAt', '<=', before(now, absoluteLimitMs)),
      ]),
    )
    .execute()
}

export async function saveKnownDevice(db: Db, personId: string, tokenHash: string, now: Date): Promise<void> {
  await db
    .insertInto('knownDevice')
    .values({ personId, tokenHash, lastUsedAt: now })
    .onConflict(conflict => conflict.columns(['personId', 'tokenHash']).doUpdateSet({ lastUsedAt: now }))
    .execute()
}

export async function deleteForgottenDevices(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('knownDevice').where('lastUsedAt', '<=', before(now, deviceMemoryMs)).execute()
}

function before(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() - milliseconds)
}
