import { sql } from 'kysely'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { Compartment } from '../doors.ts'
import type { OpenedAs } from './door.ts'

/** One opening of what two people share, as they are shown it. */
export interface Opening {
  readonly doorId: string
  readonly personId: string
  /** Null where whoever opened it has not said how they are known. */
  readonly knownAs: string | null
  readonly openedAs: OpenedAs
  readonly reason: string
  readonly openedAt: Date
  readonly closesAt: Date
  /** What was read through it, the latest first. */
  readonly readings: readonly ReadingThrough[]
}

export interface ReadingThrough {
  readonly what: Compartment
  readonly readAt: Date
  /** When the session began that it was about, where it was about one that is still there. */
  readonly sessionAt: Date | null
}

interface Row extends Omit<Opening, 'readings'> {
  readonly readings: readonly (readonly [what: Compartment, readAt: number, sessionAt: number | null])[]
}

/** Every opening of a relationship, the latest first. */
export async function listOpenings(db: Db, relationshipId: string): Promise<readonly Opening[]> {
  const { rows } = await sql<Row>`
    select d.door_id, d.person_id, p.known_as, d.opened_as, d.reason, d.opened_at, d.closes_at,
      (
        select coalesce(json_agg(json_build_array(
          r.what, extract(epoch from r.read_at) * 1000, extract(epoch from s.starts_at) * 1000
        ) order by r.reading_id desc), '[]')
        from supervision_reading r left join supervision_session s on s.session_id = r.session_id
        where r.relationship_id = d.relationship_id and r.person_id = d.person_id
          and r.read_at >= d.opened_at and r.read_at <= d.closes_at
      ) as readings
    from door d left join supervision_profile p on p.person_id = d.person_id
    where d.relationship_id = ${relationshipId}
    order by d.opened_at desc, d.door_id`.execute(db)
  return rows.map(row => ({
    ...row,
    readings: row.readings.map(([what, readAt, sessionAt]) => ({
      what,
      readAt: new Date(readAt),
      sessionAt: sessionAt === null ? null : new Date(sessionAt),
    })),
  }))
}

export interface DoorToOpen {
  readonly relationshipId: string
  readonly personId: string
  readonly openedAs: OpenedAs
  readonly reason: string
  readonly openedAt: Date
  readonly closesAt: Date
}

/** When the door closes that somebody has open already; null where they have none. Whoever else asks waits. */
export async function lockOpenDoor(
  db: Db,
  { relationshipId, personId, now }: { relationshipId: string; personId: string; now: Date },
): Promise<Date | null> {
  await db
    .selectFrom('relationship')
    .select('relationshipId')
    .where('relationshipId', '=', relationshipId)
    .forUpdate()
    .execute()
  const door = await db
    .selectFrom('door')
    .select('closesAt')
    .where('relationshipId', '=', relationshipId)
    .where('personId', '=', personId)
    .where('closesAt', '>', now)
    .orderBy('closesAt', 'desc')
    .executeTakeFirst()
  return door === undefined ? null : new Date(door.closesAt)
}

export async function insertDoor(db: Db, door: DoorToOpen): Promise<void> {
  await db.insertInto('door').values(door).execute()
}

/** Whether there is such a door of theirs; it is closed from now on, and one that was closed already stays as it was. */
export async function closeOwnDoor(
  db: Db,
  {
    relationshipId,
    doorId,
    personId,
    now,
  }: {
    readonly relationshipId: string
    readonly doorId: string
    readonly personId: string
    readonly now: Date
  },
): Promise<'closed' | 'was-closed' | null> {
  const { rows } = await sql<{ readonly wasOpen: boolean }>`
    update door d set closes_at = least(d.closes_at, ${now})
    from (
      select door_id, closes_at > ${now} as was_open from door
      where relationship_id = ${relationshipId} and door_id = ${doorId} and person_id = ${personId} for update
    ) before
    where d.relationship_id = ${relationshipId} and d.door_id = before.door_id
    returning before.was_open`.execute(db)
  const [row] = rows
  return row === undefined ? null : row.wasOpen ? 'closed' : 'was-closed'
}

/** Those whose records they are: the supervisor, for as long as they are that, and everybody who is or was supervised. */
export async function listPartyIds(db: Db, relationshipId: string, today: Day): Promise<readonly string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id from relationship_supervisee where relationship_id = ${relationshipId}
    union
    select supervisor_id from relationship where relationship_id = ${relationshipId} and (to_day is null or to_day >= ${today}::date)
    order by 1`.execute(db)
  return rows.map(({ personId }) => personId)
}
