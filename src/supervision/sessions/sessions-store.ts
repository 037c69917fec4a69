import { sql } from 'kysely'
import type { Db } from '../../platform/db/connect.ts'
import type { SessionForm } from '../policy/policy.ts'
import type { SessionHistory } from './rebooking.ts'
import type { HowHeld, Session, SessionChange, SessionKind, SessionState } from './session.ts'
import type { Overlapping } from './planning-notices.ts'

interface SessionRow extends Omit<Session, 'attended'> {
  readonly attended: readonly string[] | null
}

function sessionOf(row: SessionRow): Session {
  return { ...row, attended: row.attended ?? [] }
}

const columns = sql`
  s.session_id, s.relationship_id, s.kind, s.form, s.starts_at, s.minutes, s.state, s.held_minutes, s.was_interrupted,
  s.is_content_recorded, s.version,
  (
    select json_agg(a.person_id order by a.person_id) from session_attendance a where a.session_id = s.session_id
  ) as attended`

/** A session of this relationship; null for one of another, as for one that never was. */
export async function findSession(
  db: Db,
  relationshipId: string,
  sessionId: string,
): Promise<Session | null> {
  const { rows } = await sql<SessionRow>`
    select ${columns} from supervision_session s
    where s.session_id = ${sessionId} and s.relationship_id = ${relationshipId}`.execute(db)
  return rows[0] ? sessionOf(rows[0]) : null
}

/** Like `findSession`, and nobody else can change it until the transaction ends. */
export async function lockSession(
  db: Db,
  relationshipId: string,
  sessionId: string,
): Promise<Session | null> {
  const { rows } = await sql<SessionRow>`
    select ${columns} from supervision_session s
    where s.session_id = ${sessionId} and s.relationship_id = ${relationshipId} for no key update`.execute(db)
  return rows[0] ? sessionOf(rows[0]) : null
}

/** What was held or cancelled, and what is planned for a time that has passed: the latest first, `page` from 1. */
export async function listPastSessions(
  db: Db,
  relationshipId: string,
  { page, pageSize, now }: { readonly page: number; readonly pageSize: number; readonly now: Date },
): Promise<{ readonly sessions: Session[]; readonly total: number }> {
  const { rows } = await sql<SessionRow & { readonly total: number }>`
    select ${columns}, count(*) over () as total from supervision_session s
    where s.relationship_id = ${relationshipId} and (s.state <> 'planned' or s.starts_at < ${now})
    order by s.starts_at desc, s.session_id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db)
  return { sessions: rows.map(sessionOf), total: rows[0]?.total ?? 0 }
}

/** What is still to come, the next first. */
export async function listComingSessions(db: Db, relationshipId: string, now: Date): Promise<Session[]> {
  const { rows } = await sql<SessionRow>`
    select ${columns} from supervision_session s
    where s.relationship_id = ${relationshipId} and s.state = 'planned' and s.starts_at >= ${now}
    order by s.starts_at, s.session_id`.execute(db)
  return rows.map(sessionOf)
}

/** How every session of a relationship came to be when it is, or is not. */
export async function listSessionHistories(db: Db, relationshipId: string): Promise<SessionHistory[]> {
  const { rows } = await sql<{ readonly sessionId: string; readonly changes: readonly ChangeJson[] }>`
    select s.session_id, json_agg(json_build_object(
        'number', c.number, 'change', c.change, 'changedAt', c.changed_at, 'changedBy', c.changed_by,
        'reason', c.reason, 'startsAt', c.starts_at, 'saidBefore', c.said_before
      ) order by c.number) as changes
    from supervision_session s join session_change c on c.session_id = s.session_id
    where s.relationship_id = ${relationshipId}
    group by s.session_id, s.starts_at order by s.starts_at, s.session_id`.execute(db)
  return rows.map(({ sessionId, changes }) => ({ sessionId, changes: changes.map(changeOf) }))
}

export async function listSessionChanges(db: Db, sessionId: string): Promise<SessionChange[]> {
  const rows = await db
    .selectFrom('sessionChange')
    .select(['number', 'change', 'changedAt', 'changedBy', 'reason', 'startsAt', 'saidBefore'])
    .where('sessionId', '=', sessionId)
    .orderBy('number')
    .execute()
  // A check in the database names the same ones, and what was said before is written by `saveSessionChange` alone.
  return rows.map(row => ({
    ...row,
    change: row.change as SessionChange['change'],
    saidBefore: row.saidBefore as HowHeld | null,
  }))
}

interface ChangeJson extends Omit<SessionChange, 'changedAt' | 'startsAt'> {
  readonly changedAt: string
  readonly startsAt: string
}

function changeOf({ changedAt, startsAt, ...change }: ChangeJson): SessionChange {
  return { ...change, changedAt: new Date(changedAt), startsAt: new Date(startsAt) }
}

export interface NewSession {
  readonly sessionId: string
  readonly relationshipId: string
  readonly kind: SessionKind
  readonly form: SessionForm
  readonly startsAt: Date
  readonly minutes: number
}

export async function addSession(
  db: Db,
  session: NewSession,
  by: { readonly personId: string; readonly now: Date },
): Promise<void> {
  await sql`
    with added as (
      insert into supervision_session (session_id, relationship_id, kind, form, starts_at, minutes, state)
      values (${session.sessionId}, ${session.relationshipId}, ${session.kind}, ${session.form}, ${session.startsAt},
        ${session.minutes}, 'planned')
      returning session_id
    )
    insert into session_change (session_id, number, change, changed_at, changed_by, reason, starts_at)
    select session_id, 1, 'planned', ${by.now}::timestamptz, ${by.personId}::uuid, null, ${session.startsAt}::timestamptz
    from added`.execute(db)
}

/** Keeps a session as it is after a change, and the change. The caller holds its lock. */
export async function saveSessionChange(
  db: Db,
  session: Session,
  made: {
    readonly change: Exclude<SessionChange['change'], 'planned'>
    readonly personId: string
    readonly reason: string | null
    readonly saidBefore?: HowHeld
    readonly now: Date
  },
): Promise<void> {
  const { sessionId, startsAt, minutes, heldMinutes, wasInterrupted, isContentRecorded, version, attended } =
    session
  const state: SessionState = session.state
  await db
    .updateTable('supervisionSession')
    .set({ startsAt, minutes, state, heldMinutes, wasInterrupted, isContentRecorded, version })
    .where('sessionId', '=', sessionId)
    .execute()
  await sql`
    insert into session_change (session_id, number, change, changed_at, changed_by, reason, starts_at, said_before)
    select ${sessionId}::uuid, coalesce(max(number), 0) + 1, ${made.change}, ${made.now}::timestamptz,
      ${made.personId}::uuid, ${made.reason}, ${startsAt}::timestamptz,
      ${made.saidBefore === undefined ? null : JSON.stringify(made.saidBefore)}::jsonb
    from session_change where session_id = ${sessionId}`.execute(db)
  if (made.change !== 'moved' && made.change !== 'cancelled') await saveAttendance(db, sessionId, attended)
}

async function saveAttendance(db: Db, sessionId: string, attended: readonly string[]): Promise<void> {
  await sql`
    with gone as (
      delete from session_attendance where session_id = ${sessionId} and person_id <> all(${[...attended]}::uuid[])
    )
    insert into session_attendance (session_id, person_id)
    select ${sessionId}::uuid, unnest(${[...attended]}::uuid[]) on conflict do nothing`.execute(db)
}

/** What is not cancelled and overlaps a time: in a relationship, or in any other of one person. */
export async function listOverlapping(
  db: Db,
  { relationshipId, personId }: { readonly relationshipId: string; readonly personId: string },
  { startsAt, minutes }: { readonly startsAt: Date; readonly minutes: number },
  { timeZone }: { readonly timeZone: string },
): Promise<readonly Overlapping[]> {
  const end = new Date(startsAt.getTime() + minutes * 60_000)
  const { rows } = await sql<Overlapping>`
    select s.session_id, s.starts_at, s.relationship_id = ${relationshipId} as is_of_this
    from supervision_session s join relationship r on r.relationship_id = s.relationship_id
    where s.state <> 'cancelled' and s.starts_at < ${end}
      and s.starts_at + make_interval(mins => s.minutes) > ${startsAt}
      and (
        s.relationship_id = ${relationshipId} or r.supervisor_id = ${personId} or exists (
          select from relationship_supervisee e
          where e.relationship_id = r.relationship_id and e.person_id = ${personId}
            and e.from_day <= (s.starts_at at time zone ${timeZone})::date
            and (e.to_day is null or e.to_day >= (s.starts_at at time zone ${timeZone})::date)
        )
      )
    order by s.starts_at, s.session_id`.execute(db)
  return rows
}

/** Sessions still planned for later than an instant: those that a relationship's end overtakes. */
export async function listPlannedAfter(
  db: Db,
  relationshipId: string,
  after: Date,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('supervisionSession')
    .select('sessionId')
    .where('relationshipId', '=', relationshipId)
    .where('state', '=', 'planned')
    .where('startsAt', '>=', after)
    .orderBy('startsAt')
    .execute()
  return rows.map(({ sessionId }) => sessionId)
}
