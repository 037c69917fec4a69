import { CompiledQuery, expressionBuilder } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { DB } from '../platform/db/schema.ts'
import { deviceTag } from '../platform/web/token.ts'
import { endOf, type SessionTimes } from './session.ts'
import { absoluteLimitMs, deviceMemoryMs, endedSessionMemoryMs, idleLimitMs } from './time-limits.ts'

export interface Session {
  /** The hash of the session's token. */
  readonly sessionId: string
  readonly browser: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly isSharedComputer: boolean
}

export async function insertSession(
  db: Db,
  session: { personId: string; tokenHash: string; browser: string; isSharedComputer: boolean },
  now: Date,
): Promise<void> {
  await db
    .insertInto('session')
    .values({ ...session, createdAt: now, lastSeenAt: now })
    .execute()
}

export interface StoredSession extends SessionTimes {
  readonly personId: string
  readonly isSharedComputer: boolean
}

/**
 * A session, whether or not it lasts: `endOf` tells. Almost every request waits for this: one row by its primary key.
 */
export async function findSession(db: Db, tokenHash: string): Promise<StoredSession | null> {
  const { rows } = await db.executeQuery<StoredSession>(CompiledQuery.raw(sessionByToken, [tokenHash]))
  return rows[0] ?? null
}

/** Text that stays: for Kysely to write this statement each time takes as long as the rest of the look-up takes us. */
const sessionByToken = `
  select person_id, created_at, last_seen_at, ended_at, is_shared_computer from session where token_hash = $1`

export async function touchSession(db: Db, tokenHash: string, now: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ lastSeenAt: now })
    .where('tokenHash', '=', tokenHash)
    .where('lastSeenAt', '<', now)
    .where('endedAt', 'is', null)
    .execute()
}

/** Those that last, the latest used first. */
export async function listSessions(db: Db, personId: string, now: Date): Promise<Session[]> {
  return await db
    .selectFrom('session')
    .select(['tokenHash as sessionId', 'browser', 'createdAt', 'lastSeenAt', 'isSharedComputer'])
    .where('personId', '=', personId)
    .where(eb => eb.and(lasts(now)))
    .orderBy('lastSeenAt', 'desc')
    .orderBy('tokenHash')
    .execute()
}

/**
 * Signs a session out. Whether the person had that session, and it was not signed out before. One that ran out by itself
 * counts as signed out from now on: what its device keeps is to go, which a session that ran out would leave there.
 */
export async function saveSessionEnd(
  db: Db,
  personId: string,
  sessionId: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('session')
    .set({ endedAt: now })
    .where('personId', '=', personId)
    .where('tokenHash', '=', sessionId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Signs out all of a person's sessions but one, or all, and those that ran out too. Returns how many still lasted. */
export async function saveSessionEnds(
  db: Db,
  personId: string,
  butNot: string | null,
  now: Date,
): Promise<number> {
  let query = db
    .updateTable('session')
    .set({ endedAt: now })
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .returning(['createdAt', 'lastSeenAt'])
  if (butNot !== null) query = query.where('tokenHash', '!=', butNot)
  const ended = await query.execute()
  return ended.filter(times => endOf({ ...times, endedAt: null }, now) === null).length
}

/** How the session ended that this person's device knows by this tag, `null` while it lasts; 'unknown' where there is none. */
export async function findEndByTag(
  db: Db,
  personId: string,
  tag: string,
  now: Date,
): Promise<ReturnType<typeof endOf> | 'unknown'> {
  const sessions = await db
    .selectFrom('session')
    .select(['tokenHash', 'createdAt', 'lastSeenAt', 'endedAt'])
    .where('personId', '=', personId)
    .execute()
  const session = sessions.find(({ tokenHash }) => deviceTag(tokenHash) === tag)
  return session === undefined ? 'unknown' : endOf(session, now)
}

export async function deleteForgottenSessions(db: Db, now: Date): Promise<void> {
  const then = before(now, endedSessionMemoryMs)
  await db
    .deleteFrom('session')
    .where('createdAt', '<=', then)
    .where('lastSeenAt', '<=', then)
    .where(({ or, eb }) => or([eb('endedAt', 'is', null), eb('endedAt', '<=', then)]))
    .execute()
}

/** The conditions under which `endOf` finds no end. */
function lasts(now: Date) {
  const { eb } = expressionBuilder<DB, 'session'>()
  return [
    eb('endedAt', 'is', null),
    eb('lastSeenAt', '>', before(now, idleLimitMs)),
    eb('createdAt', '>', before(now, absoluteLimitMs)),
  ]
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
