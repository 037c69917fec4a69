import { recordEvent } from '../../audit/record-event.ts'
import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { saveInvitationsTakenBack } from '../invitations-store.ts'
import { countAdministrators, deleteRole, findMember, insertRole, saveMembership } from '../members-store.ts'
import {
  auditorProblem,
  isOrganisationRole,
  markOfMember,
  numberOfRole,
  organisationRoles,
  type AuditorProblem,
} from '../organisation.ts'
import { listTeams, lockOrganisationFor } from '../organisations-store.ts'
import { longestName, readLine, type LineProblem } from '../read-line.ts'

/** As typed; `teamId` is '' for no team. */
export interface TypedMember {
  readonly teamId: string
  readonly jobRole: string
  readonly roles: readonly string[]
}

export type MemberProblem =
  | { readonly field: 'jobRole'; readonly problem: LineProblem }
  | { readonly field: 'team' }
  /** An organisation without an administrator could never be changed again. */
  | { readonly field: 'roles'; readonly problem: 'last-administrator' }
  | { readonly field: 'roles'; readonly problem: AuditorProblem }

export type ChangeMemberRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'wrong-answers'; readonly problems: readonly MemberProblem[] }
  | { readonly kind: 'changed-meanwhile' }

interface ToChange {
  readonly organisationId: string
  readonly personId: string
  readonly typed: TypedMember
  /** The mark of the member as the form showed them. */
  readonly shown: string
  readonly by: string
  readonly now: Date
}

/** Moves a member to a team, and gives and takes roles. */
export async function changeMember(
  db: Db,
  { organisationId, personId, typed, shown, by, now }: ToChange,
): Promise<Result<null, ChangeMemberRefusal>> {
  const use = 'administer'
  if ((await lockOrganisationFor(db, { organisationId, by, use })) === null)
    return refuse({ kind: 'not-found' })
  const member = await findMember(db, organisationId, personId)
  if (member === null || member.during.to !== null) return refuse({ kind: 'not-found' })

  const problems: MemberProblem[] = []
  const teamId = typed.teamId === '' ? null : typed.teamId
  const teams = await listTeams(db, organisationId)
  if (teamId !== null && !teams.some(team => team.teamId === teamId)) problems.push({ field: 'team' })
  const jobRole = readLine(typed.jobRole, longestName)
  if (!jobRole.ok) problems.push({ field: 'jobRole', problem: jobRole.refusal })
  const roles = typed.roles.filter(isOrganisationRole)
  const givesUp = member.roles.includes('administrator') && !roles.includes('administrator')
  if (givesUp && (await countAdministrators(db, organisationId)) === 1)
    problems.push({ field: 'roles', problem: 'last-administrator' })
  const isNewAuditor = roles.includes('auditor') && !member.roles.includes('auditor')
  const auditor = auditorProblem(roles, isNewAuditor && by === personId)
  if (auditor !== null) problems.push({ field: 'roles', problem: auditor })
  if (problems.length > 0 || !jobRole.ok) return refuse({ kind: 'wrong-answers', problems })
  if (markOfMember(member) !== shown) return refuse({ kind: 'changed-meanwhile' })

  if (teamId !== member.teamId || jobRole.value !== member.jobRole) {
    await saveMembership(db, { organisationId, personId, teamId, jobRole: jobRole.value })
    await recordEvent(db, { personId: by, at: now, event: 'member-changed', aboutId: personId })
  }
  for (const role of organisationRoles) {
    const [has, shall] = [member.roles.includes(role), roles.includes(role)]
    if (has === shall) continue
    await (shall
      ? insertRole(db, { organisationId, personId, role }, now)
      : deleteRole(db, { organisationId, personId, role }))
    const event = shall ? 'role-given' : 'role-taken'
    const detail = numberOfRole(role)
    await recordEvent(db, { personId: by, at: now, event, aboutId: personId, detail })
  }
  if (givesUp) await takeBackAllInvitations(db, { organisationId, invitedBy: personId, by, now })
  return ok(null)
}

/** Whoever no longer may ask has not asked: what they have sent out must not let anybody in later. */
export async function takeBackAllInvitations(
  db: Db,
  {
    by,
    now,
    ...whose
  }: { organisationId: string; invitedBy: string; readonly by: string; readonly now: Date },
): Promise<void> {
  for (const invitationId of await saveInvitationsTakenBack(db, whose, now))
    await recordEvent(db, { personId: by, at: now, event: 'invitation-taken-back', aboutId: invitationId })
}
