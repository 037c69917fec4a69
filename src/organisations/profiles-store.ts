import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Days, Weekday } from '../supervision/policy/working-days.ts'
import type { Absence } from './absence.ts'
import type { KnownProfile, Profile } from './profile.ts'

interface Row {
  readonly personId: string
  readonly knownAs: string
  readonly isRegistered: boolean
  readonly newlyQualifiedFrom: Day | null
  readonly weekdays: readonly Weekday[]
  readonly away: readonly Days[]
}

/** Of those of these people who have one. */
export async function listProfiles(db: Db, personIds: readonly string[]): Promise<KnownProfile[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<Row>`
    select p.person_id, p.known_as, p.is_registered, p.newly_qualified_from, p.weekdays,
      (
        select coalesce(json_agg(json_build_object('from', a.from_day, 'to', a.to_day) order by a.from_day), '[]')
        from absence a where a.person_id = p.person_id
      ) as away
    from supervision_profile p where p.person_id = any(${[...personIds]}::uuid[])`.execute(db)
  return rows.map(({ away, ...row }) => ({ ...row, time: { weekdays: row.weekdays, away } }))
}

export async function findProfile(db: Db, personId: string): Promise<KnownProfile | null> {
  return (await listProfiles(db, [personId]))[0] ?? null
}

/** Whoever else changes it waits until this transaction ends. */
export async function lockProfile(db: Db, personId: string): Promise<void> {
  await db
    .selectFrom('supervisionProfile')
    .select('personId')
    .where('personId', '=', personId)
    .forNoKeyUpdate()
    .execute()
}

export async function saveProfile(db: Db, personId: string, profile: Profile): Promise<void> {
  const columns = { ...profile, weekdays: [...profile.weekdays] }
  await db
    .insertInto('supervisionProfile')
    .values({ personId, ...columns })
    .onConflict(conflict => conflict.column('personId').doUpdateSet(columns))
    .execute()
}

/** The latest first. */
export async function listAbsences(db: Db, personId: string): Promise<Absence[]> {
  const rows = await db
    .selectFrom('absence')
    .select(['absenceId', 'fromDay', 'toDay'])
    .where('personId', '=', personId)
    .orderBy('fromDay', 'desc')
    .orderBy('absenceId')
    .execute()
  return rows.map(({ absenceId, fromDay, toDay }) => ({
    absenceId,
    days: { from: fromDay as Day, to: toDay as Day | null },
  }))
}

/** Whether it was not there yet. */
export async function insertAbsence(
  db: Db,
  personId: string,
  absenceId: string,
  { from, to }: Days,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('absence')
    .values({ personId, absenceId, fromDay: from, toDay: to })
    .onConflict(conflict => conflict.columns(['personId', 'absenceId']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Whether there was one. */
export async function deleteAbsence(db: Db, personId: string, absenceId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('absence')
    .where('personId', '=', personId)
    .where('absenceId', '=', absenceId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
