import { sql } from 'kysely'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { CalendarEvent } from './icalendar.ts'

export interface CalendarFeed {
  readonly madeAt: Date
}

export async function findCalendarFeed(db: Db, personId: string): Promise<CalendarFeed | null> {
  const row = await db
    .selectFrom('calendarFeed')
    .select('madeAt')
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row ?? null
}

/** Takes the place of the one before, whose address then leads nowhere. */
export async function saveCalendarFeed(
  db: Db,
  { personId, tokenHash, madeAt }: { personId: string; tokenHash: string; madeAt: Date },
): Promise<void> {
  await db
    .insertInto('calendarFeed')
    .values({ personId, tokenHash, madeAt })
    .onConflict(conflict => conflict.column('personId').doUpdateSet({ tokenHash, madeAt }))
    .execute()
}

export async function deleteCalendarFeed(db: Db, personId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('calendarFeed')
    .where('personId', '=', personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function findFeedOwner(db: Db, tokenHash: string): Promise<string | null> {
  const row = await db
    .selectFrom('calendarFeed')
    .select('personId')
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
  return row?.personId ?? null
}

const eventColumns = sql`
  s.session_id, s.starts_at, s.minutes, s.version, s.state = 'cancelled' as is_cancelled,
  (select max(c.changed_at) from session_change c where c.session_id = s.session_id) as changed_at`

/**
 * Every session of somebody's since a moment: those they supervise for as long as they do, and those on days on which they
 * were supervised.
 */
export async function listCalendarEvents(
  db: Db,
  personId: string,
  { since, today, timeZone }: { readonly since: Date; readonly today: Day; readonly timeZone: string },
): Promise<CalendarEvent[]> {
  const { rows } = await sql<CalendarEvent>`
    select ${eventColumns}
    from supervision_session s join relationship r on r.relationship_id = s.relationship_id
    where s.starts_at >= ${since} and (
      (r.supervisor_id = ${personId} and (r.to_day is null or r.to_day >= ${today}))
      or exists (
        select from relationship_supervisee e
        where e.relationship_id = r.relationship_id and e.person_id = ${personId}
          and (r.to_day is null or r.to_day >= (s.starts_at at time zone ${timeZone})::date)
          and e.from_day <= (s.starts_at at time zone ${timeZone})::date
          and (e.to_day is null or e.to_day >= (s.starts_at at time zone ${timeZone})::date)
      )
    )
    order by s.starts_at, s.session_id`.execute(db)
  return rows
}

/** These sessions, for a mail about them. */
export async function listEventsOf(db: Db, sessionIds: readonly string[]): Promise<CalendarEvent[]> {
  const { rows } = await sql<CalendarEvent>`
    select ${eventColumns} from supervision_session s where s.session_id = any(${sessionIds}::uuid[])
    order by s.starts_at, s.session_id`.execute(db)
  return rows
}
