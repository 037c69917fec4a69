import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Days, Weekday, WorkingTime } from '../supervision/working-days.ts'
import type { Absence } from './absence.ts'
import type { Profile } from './profile.ts'

export async function findProfile(db: Db, personId: string): Promise<Profile | null> {
  const row = await db
    .selectFrom('supervisionProfile')
    .select(['knownAs', 'isRegistered', 'newlyQualifiedFrom', 'weekdays'])
    .where('personId', '=', personId)
    .executeTakeFirst()
  if (row === undefined) return null
  // As `saveProfile` wrote them.
  return {
    ...row,
    newlyQualifiedFrom: row.newlyQualifiedFrom as Day | null,
    weekdays: row.weekdays as Weekday[],
  }
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

/** On which days somebody can be supervised, as far as they have said. */
export async function findWorkingTime(db: Db, personId: string): Promise<WorkingTime | null> {
  const profile = await findProfile(db, personId)
  if (profile === null) return null
  const absences = await listAbsences(db, personId)
  return { weekdays: profile.weekdays, away: absences.map(({ days }) => days) }
}

export async function insertAbsence(db: Db, personId: string, { from, to }: Days): Promise<void> {
  await db.insertInto('absence').values({ personId, fromDay: from, toDay: to }).execute()
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
