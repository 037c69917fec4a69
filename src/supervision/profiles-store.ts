import { sql } from 'kysely'
import { parseDay, type Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Weekday, WorkingTime } from './working-days.ts'

/** What supervision needs to know of somebody. */
export interface SupervisionProfile {
  readonly personId: string
  readonly knownAs: string
  readonly isRegistered: boolean
  readonly newlyQualifiedFrom: Day | null
  readonly time: WorkingTime
}

interface Row {
  readonly personId: string
  readonly knownAs: string
  readonly isRegistered: boolean
  readonly newlyQualifiedFrom: string | null
  readonly weekdays: readonly Weekday[]
  readonly away: readonly { readonly from: Day; readonly to: Day | null }[]
}

/** Of those of these people who have one. */
export async function listProfiles(db: Db, personIds: readonly string[]): Promise<SupervisionProfile[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<Row>`
    select p.person_id, p.known_as, p.is_registered, p.newly_qualified_from, p.weekdays,
      (
        select coalesce(json_agg(json_build_object('from', a.from_day, 'to', a.to_day) order by a.from_day), '[]')
        from absence a where a.person_id = p.person_id
      ) as away
    from supervision_profile p where p.person_id = any(${personIds}::uuid[])`.execute(db)
  return rows.map(({ weekdays, away, newlyQualifiedFrom, ...row }) => ({
    ...row,
    newlyQualifiedFrom: newlyQualifiedFrom === null ? null : parseDay(newlyQualifiedFrom),
    time: { weekdays, away },
  }))
}
