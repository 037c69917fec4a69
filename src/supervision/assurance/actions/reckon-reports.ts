import { dayIn, type Day } from '../../../platform/day.ts'
import type { Database, Db } from '../../../platform/db/connect.ts'
import { numberOf } from '../../day-numbers.ts'
import { policiesInNumbers } from '../../due-sessions.ts'
import type { Policy } from '../../policy.ts'
import { listPolicies } from '../../policy-versions-store.ts'
import { listOverdueActions, listSupervision, listWorkingMembers } from '../facts-store.ts'
import { factsOf } from '../person-facts.ts'
import { firstDayOf, periods, type Months } from '../period.ts'
import { makeReport, type Report } from '../report.ts'
import { saveReport } from '../reports-store.ts'

interface ReckonSettings {
  readonly database: Database
  readonly timeZone: string
}

/** Reckons an organisation's figures for each period, as they stand now, and keeps what may be shown of them. */
export async function reckonReports(
  { database, timeZone }: ReckonSettings,
  organisationId: string,
  now: Date,
): Promise<void> {
  const today = dayIn(timeZone, now)
  const policies = (await listPolicies(database.read, [organisationId])).get(organisationId) ?? []
  for (const months of periods) {
    const report = await reckon(database.read, { organisationId, policies, months, today, timeZone })
    await saveReport(database.write, organisationId, months, { reckonedOn: today, report })
  }
}

async function reckon(
  db: Db,
  {
    organisationId,
    policies,
    months,
    today,
    timeZone,
  }: {
    readonly organisationId: string
    readonly policies: readonly Policy[]
    readonly months: Months
    readonly today: Day
    readonly timeZone: string
  },
): Promise<Report> {
  const from = firstDayOf(months, today)
  const members = await listWorkingMembers(db, organisationId, today)
  const supervision = await listSupervision(db, { organisationId }, { from, today, timeZone })
  const overdue = await listOverdueActions(db, { organisationId }, today)
  const byPerson = Map.groupBy(supervision, ({ personId }) => personId)
  const overdueOf = new Map<string, number>()
  for (const one of overdue) overdueOf.set(one.personId, (overdueOf.get(one.personId) ?? 0) + one.overdue)
  return makeReport({
    members: members.map(life => ({
      personId: life.personId,
      teamId: life.teamId,
      facts: factsOf(life, byPerson.get(life.personId) ?? [], overdueOf.get(life.personId) ?? 0),
    })),
    supervising: supervision,
    policies: policiesInNumbers(policies),
    period: { from: numberOf(from), to: numberOf(today) },
  })
}
