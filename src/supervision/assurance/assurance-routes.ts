import { mayInOrganisation, type Organisation } from '../../organisations/organisation.ts'
import { findMyOrganisation } from '../../organisations/organisations-store.ts'
import { dayIn, type Day } from '../../platform/day.ts'
import { notFoundPage } from '../../platform/web/error-pages.ts'
import { download } from '../../platform/web/reply.ts'
import { get, signedIn, type Route, type SignedInVisit } from '../../platform/web/route.ts'
import { dayOf, numberOf } from '../policy/day-numbers.ts'
import { policiesInNumbers, type PolicyInNumbers } from '../policy/due-sessions.ts'
import { knownAs } from '../known-as.ts'
import { isId } from '../../platform/id.ts'
import { listPolicies } from '../../organisations/policies-store.ts'
import { listProfiles } from '../../organisations/profiles-store.ts'
import type { SupervisionSettings } from '../settings.ts'
import { includesDay } from '../policy/working-days.ts'
import {
  listOrganisationNames,
  listOverdueActions,
  listSupervision,
  type OverdueActions,
  type Supervision,
  type Whose,
} from './facts-store.ts'
import { figuresOf, nextDueBy, type Figures } from './figures.ts'
import { assuranceFilePath, assurancePath, minePath, superviseesPath } from './paths.ts'
import { firstDayOf, readMonths, type Months } from './period.ts'
import { factsOf, workingLifeOf, type WorkingLife } from './person-facts.ts'
import { reportFile, spansFile } from './report-file.ts'
import { findReport } from './reports-store.ts'
import { myFiguresScreen } from './screens/my-figures.ts'
import { organisationFiguresScreen } from './screens/organisation-figures.ts'
import { superviseeFiguresScreen } from './screens/supervisee-figures.ts'
import { reportRows } from './report-rows.ts'

/** How supervision goes: for an organisation by team, for a supervisor by person, for everybody about themselves. */
export function assuranceRoutes({ timeZone }: Pick<SupervisionSettings, 'timeZone'>): Route[] {
  return [
    get(assurancePath, signedIn, async visit => {
      const months = readMonths(visit.query.get('months'))
      const mine = await findMine(visit)
      if (mine === null) return notFoundPage()
      const found = await findReport(visit.db, mine.organisationId, months)
      return organisationFiguresScreen({
        organisationId: mine.organisationId,
        organisationName: mine.name,
        months,
        kept: found.kept,
        rows: reportRows(found.kept?.report ?? null, found.teamNames),
        at: Number.parseInt(visit.query.get('page') ?? '1', 10) || 1,
      })
    }),

    get(assuranceFilePath, signedIn, async visit => {
      const months = readMonths(visit.query.get('months'))
      const mine = await findMine(visit)
      const found = mine && (await findReport(visit.db, mine.organisationId, months))
      if (!found?.kept) return notFoundPage()
      const { report, reckonedOn } = found.kept
      const contentType = 'text/csv; charset=utf-8'
      // How many somebody supervises is of one day, whichever months are chosen.
      return visit.query.get('of') === 'spans'
        ? download({
            fileName: `supervision-spans-${reckonedOn}.csv`,
            contentType,
            body: spansFile(report.spans),
          })
        : download({
            fileName: `supervision-${reckonedOn}-${months}-months.csv`,
            contentType,
            body: reportFile(reportRows(report, found.teamNames)),
          })
    }),

    get(minePath, signedIn, async visit => {
      const months = readMonths(visit.query.get('months'))
      const { personId } = visit.actor
      const found = await findGround(visit, timeZone, months, { superviseeId: personId })
      const mine = [...Map.groupBy(found.supervision, groupOf)].map(([, those]) => ({
        organisationName: organisationNameOf(found, those),
        supervisorName: knownAs(found.names, those[0]?.supervisorId ?? ''),
        ...figuresIn(found, personId, those),
      }))
      return myFiguresScreen(mine, months)
    }),

    get(superviseesPath, signedIn, async visit => {
      const months = readMonths(visit.query.get('months'))
      const found = await findGround(visit, timeZone, months, { supervisorId: visit.actor.personId })
      // Whoever supervised somebody and no longer does sees nothing of them any more.
      const now = found.supervision.filter(({ days }) => includesDay(days, numberOf(found.today)))
      const supervisees = [...Map.groupBy(now, one => `${one.personId} ${groupOf(one)}`)].map(([, those]) => {
        const personId = those[0]?.personId ?? ''
        return { name: knownAs(found.names, personId), ...figuresIn(found, personId, those) }
      })
      return superviseeFiguresScreen(
        supervisees.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
        months,
      )
    }),
  ]
}

/** The organisation whose figures somebody asks for, where they may see them. */
async function findMine(
  visit: SignedInVisit<{ readonly organisationId: string }>,
): Promise<Organisation | null> {
  const { organisationId } = visit.params
  if (!isId(organisationId)) return null
  const mine = await findMyOrganisation(visit.db, organisationId, visit.actor.personId)
  return mine !== null && mayInOrganisation(mine.roles, 'see-figures') ? mine.organisation : null
}

interface Ground {
  readonly from: Day
  readonly today: Day
  readonly supervision: readonly Supervision[]
  readonly overdue: readonly OverdueActions[]
  readonly lives: readonly WorkingLife[]
  readonly names: Readonly<Record<string, string>>
  readonly policies: ReadonlyMap<string, readonly PolicyInNumbers[]>
  readonly organisationNames: ReadonlyMap<string, string>
}

async function findGround(
  visit: SignedInVisit,
  timeZone: string,
  months: Months,
  whose: Whose,
): Promise<Ground> {
  const { db } = visit
  const today = dayIn(timeZone, visit.now)
  const from = firstDayOf(months, today)
  const supervision = await listSupervision(db, whose, { from, today, timeZone })
  const organisationIds = [...new Set(supervision.flatMap(({ organisationId }) => organisationId ?? []))]
  const people = new Set(supervision.flatMap(({ personId, supervisorId }) => [personId, supervisorId]))
  const policies = await listPolicies(db, organisationIds)
  const profiles = await listProfiles(db, [...people])
  return {
    from,
    today,
    supervision,
    overdue: await listOverdueActions(db, whose, today),
    lives: profiles.map(workingLifeOf),
    names: Object.fromEntries(profiles.map(({ personId, knownAs: name }) => [personId, name])),
    policies: new Map([...policies].map(([id, versions]) => [id, policiesInNumbers(versions)])),
    organisationNames: await listOrganisationNames(db, organisationIds),
  }
}

/** In an organisation all that somebody has there counts together; without one each relationship has its own policy. */
function groupOf({
  organisationId,
  relationshipId,
}: Pick<Supervision, 'organisationId' | 'relationshipId'>): string {
  return organisationId ?? relationshipId
}

function figuresIn(
  { from, today, lives, overdue, policies }: Ground,
  personId: string,
  those: readonly Supervision[],
): { readonly figures: Figures; readonly nextDueBy: Day | null } {
  const [first] = those
  const organisationId = first?.organisationId ?? null
  const group = first === undefined ? '' : groupOf(first)
  const theirs = overdue.filter(one => one.personId === personId && groupOf(one) === group)
  const actionsOverdue = theirs.reduce((sum, one) => sum + one.overdue, 0)
  const facts = factsOf(lives.find(life => life.personId === personId) ?? null, those, actionsOverdue)
  const theirPolicies =
    organisationId !== null
      ? (policies.get(organisationId) ?? [])
      : policiesInNumbers(first?.ownPolicies ?? [])
  const to = numberOf(today)
  const next = nextDueBy(facts, theirPolicies, to)
  return {
    figures: figuresOf(facts, theirPolicies, { from: numberOf(from), to }),
    nextDueBy: next === null ? null : dayOf(next),
  }
}

function organisationNameOf({ organisationNames }: Ground, those: readonly Supervision[]): string | null {
  const organisationId = those[0]?.organisationId ?? null
  return organisationId === null ? null : (organisationNames.get(organisationId) ?? null)
}
