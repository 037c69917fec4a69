import { dayIn } from '../../../platform/day.ts'
import type { Database } from '../../../platform/db/connect.ts'
import { numberOf } from '../../policy/day-numbers.ts'
import { policiesInNumbers } from '../../policy/due-sessions.ts'
import { findPolicies } from '../../../organisations/policies-store.ts'
import { listOverdueActions, listSupervision, listWorkingMembers, type Supervision } from '../facts-store.ts'
import { factsOf } from '../person-facts.ts'
import { firstDayOf, periods } from '../period.ts'
import { makeReports } from '../report.ts'
import { saveReports } from '../reports-store.ts'

/** However large an organisation is, no statement takes so long that the database gives it up. */
const peopleAtATime = 500

interface ReckonSettings {
  readonly database: Database
  readonly timeZone: string
}

/** Reckons an organisation's figures for each period, as they stand now, and keeps what may be shown of them. */
export async function reckonReports(
  { database: { read, write }, timeZone }: ReckonSettings,
  organisationId: string,
  now: Date,
): Promise<void> {
  const today = dayIn(timeZone, now)
  // Of the longest period: the others are parts of it.
  const from = firstDayOf(12, today)
  const policies = await findPolicies(read, organisationId)
  const lives = await listWorkingMembers(read, organisationId, today)
  const supervision: Supervision[] = []
  const overdue = new Map<string, number>()
  for (let i = 0; i < lives.length; i += peopleAtATime) {
    const superviseeIds = lives.slice(i, i + peopleAtATime).map(({ personId }) => personId)
    const whose = { organisationId, superviseeIds }
    supervision.push(...(await listSupervision(read, whose, { from, today, timeZone })))
    for (const one of await listOverdueActions(read, whose, today))
      overdue.set(one.personId, (overdue.get(one.personId) ?? 0) + one.overdue)
  }
  const byPerson = Map.groupBy(supervision, ({ personId }) => personId)
  const members = lives.map(life => ({
    personId: life.personId,
    teamId: life.teamId,
    facts: factsOf(life, byPerson.get(life.personId) ?? [], overdue.get(life.personId) ?? 0),
  }))
  const reports = makeReports({
    members,
    supervising: supervision,
    policies: policiesInNumbers(policies),
    starts: periods.map(months => numberOf(firstDayOf(months, today))),
    today: numberOf(today),
  })
  await saveReports(
    write,
    organisationId,
    today,
    reports.flatMap((report, i) => {
      const months = periods[i]
      return months === undefined ? [] : { months, report }
    }),
  )
}
