import { recordEvent } from '../../audit/record-event.ts'
import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { mark } from '../mark.ts'
import {
  insertTeam,
  listTeams,
  lockOrganisationFor,
  saveOrganisationName,
  saveTeamName,
} from '../organisations-store.ts'
import { longestName, readLine, type LineProblem } from '../read-line.ts'

/** Of the organisation or a team in it, by an administrator. */
interface ToName {
  readonly organisationId: string
  /** As typed. */
  readonly name: string
  readonly by: string
  readonly now: Date
}

export type NamingRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'wrong'; readonly problem: LineProblem | 'taken' }
  /** Somebody gave it another name since the form was shown. */
  | { readonly kind: 'changed'; readonly name: string }

const use = 'administer'

/** `shown` is the mark of the name that the form began with. */
export async function nameOrganisation(
  db: Db,
  { organisationId, name, by, now }: ToName,
  shown: string,
): Promise<Result<null, NamingRefusal>> {
  const organisation = await lockOrganisationFor(db, { organisationId, by, use })
  if (organisation === null) return refuse({ kind: 'not-found' })
  const read = readLine(name, longestName)
  if (!read.ok) return refuse({ kind: 'wrong', problem: read.refusal })
  if (mark([organisation.name]) !== shown) return refuse({ kind: 'changed', name: organisation.name })
  await saveOrganisationName(db, organisationId, read.value)
  await recordEvent(db, { personId: by, at: now, event: 'organisation-named', aboutId: organisationId })
  return ok(null)
}

export async function addTeam(
  db: Db,
  { organisationId, name, by, now }: ToName,
): Promise<Result<null, Exclude<NamingRefusal, { kind: 'changed' }>>> {
  if ((await lockOrganisationFor(db, { organisationId, by, use })) === null)
    return refuse({ kind: 'not-found' })
  const read = readLine(name, longestName)
  if (!read.ok) return refuse({ kind: 'wrong', problem: read.refusal })
  const teams = await listTeams(db, organisationId)
  if (teams.some(team => isSameName(team.name, read.value)))
    return refuse({ kind: 'wrong', problem: 'taken' })
  const teamId = await insertTeam(db, organisationId, read.value)
  await recordEvent(db, { personId: by, at: now, event: 'team-added', aboutId: teamId })
  return ok(null)
}

export async function nameTeam(
  db: Db,
  { organisationId, teamId, name, by, now }: ToName & { readonly teamId: string },
  shown: string,
): Promise<Result<null, NamingRefusal>> {
  if ((await lockOrganisationFor(db, { organisationId, by, use })) === null)
    return refuse({ kind: 'not-found' })
  const teams = await listTeams(db, organisationId)
  const team = teams.find(team => team.teamId === teamId)
  if (team === undefined) return refuse({ kind: 'not-found' })
  const read = readLine(name, longestName)
  if (!read.ok) return refuse({ kind: 'wrong', problem: read.refusal })
  if (mark([team.name]) !== shown) return refuse({ kind: 'changed', name: team.name })
  if (teams.some(other => other.teamId !== teamId && isSameName(other.name, read.value)))
    return refuse({ kind: 'wrong', problem: 'taken' })
  await saveTeamName(db, { organisationId, teamId, name: read.value })
  await recordEvent(db, { personId: by, at: now, event: 'team-named', aboutId: teamId })
  return ok(null)
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
