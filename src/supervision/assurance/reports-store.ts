import { sql } from 'kysely'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { Months } from './period.ts'
import type { Report } from './report.ts'

export interface KeptReport {
  readonly reckonedOn: Day
  readonly report: Report
}

export interface ReportAround {
  /** How each team is called today. */
  readonly teamNames: Readonly<Record<string, string>>
  /** Null before the first night. */
  readonly kept: KeptReport | null
}

interface Row {
  readonly reckonedOn: Day | null
  /** Written below, and by nothing else. */
  readonly content: Report | null
  readonly teamNames: Readonly<Record<string, string>>
}

export async function findReport(db: Db, organisationId: string, months: Months): Promise<ReportAround> {
  const { rows } = await sql<Row>`
    select r.reckoned_on, r.content,
      (select coalesce(json_object_agg(t.team_id, t.name), '{}') from team t where t.organisation_id = o.organisation_id)
        as team_names
    from organisation o
    left join assurance_report r on r.organisation_id = o.organisation_id and r.months = ${months}
    where o.organisation_id = ${organisationId}`.execute(db)
  const [row] = rows
  return {
    teamNames: row?.teamNames ?? {},
    kept:
      !row || row.reckonedOn === null || row.content === null
        ? null
        : { reckonedOn: row.reckonedOn, report: row.content },
  }
}

/**
 * Only the newest are kept: from two mornings one could reckon what a single person did between them. All periods at once,
 * because what one hides another of a different morning could show.
 */
export async function saveReports(
  db: Db,
  organisationId: string,
  reckonedOn: Day,
  reports: readonly { readonly months: Months; readonly report: Report }[],
): Promise<void> {
  await db
    .insertInto('assuranceReport')
    .values(
      reports.map(({ months, report }) => ({
        organisationId,
        months,
        reckonedOn,
        content: JSON.stringify(report),
      })),
    )
    .onConflict(conflict =>
      conflict.columns(['organisationId', 'months']).doUpdateSet(({ ref }) => ({
        reckonedOn: ref('excluded.reckonedOn'),
        content: ref('excluded.content'),
      })),
    )
    .execute()
}

export async function listOrganisationIds(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('organisation')
    .select('organisationId')
    .orderBy('organisationId')
    .execute()
  return rows.map(({ organisationId }) => organisationId)
}
