import { recordEvent } from '../../audit/record-event.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { hashToken } from '../../platform/web/token.ts'
import {
  beginRelationship,
  findBeginProblem,
  type RelationshipToBegin,
} from '../../supervision/relationships/actions/begin-relationship.ts'
import {
  findJoinProblem,
  joinGroup,
  type JoinGroupProblem,
} from '../../supervision/relationships/actions/join-group.ts'
import type { BeginProblem } from '../../supervision/relationships/begin-problem.ts'
import { standardPolicy } from '../../supervision/policy/policy.ts'
import type { Invitation } from '../invitation.ts'
import { findInvitation, lockInvitation, saveInvitationAnswer } from '../invitations-store.ts'
import { findMembership, insertMembership, insertRole, listRoles } from '../members-store.ts'
import { auditorProblem, numberOfRole, type AuditorProblem } from '../organisation.ts'
import { lockOrganisation } from '../organisations-store.ts'
import { contentOf } from '../policy-of.ts'
import { findProfile } from '../profiles-store.ts'

export type AnswerInvitationRefusal =
  'not-valid' | 'has-no-profile' | AuditorProblem | BeginProblem | JoinGroupProblem

interface Answer {
  readonly token: string
  readonly personId: string
  readonly now: Date
  readonly today: Day
}

/** What came of it, for the page to lead on to. */
export interface Accepted {
  readonly organisationId: string | null
  readonly relationshipId: string | null
}

/**
 * Makes so what somebody was asked: a membership, a role, a relationship or several of these, all or nothing. Whoever
 * holds the link answers, with the account of their choice: an address at work and an account of one's own are two things.
 */
export async function acceptInvitation(
  db: Db,
  { token, personId, now, today }: Answer,
): Promise<Result<Accepted, AnswerInvitationRefusal>> {
  const tokenHash = hashToken(token)
  const organisationId = (await findInvitation(db, tokenHash, now))?.organisationId ?? null
  // The organisation first, as everywhere: whoever leaves it takes back invitations while they hold it.
  if (organisationId !== null) await lockOrganisation(db, organisationId)
  const invitation = await lockInvitation(db, tokenHash, now)
  if (invitation === null) return refuse('not-valid')
  if ((await findProfile(db, personId)) === null) return refuse('has-no-profile')
  const { invitationId, invitedBy, jobRole, role } = invitation
  if (organisationId !== null && jobRole !== null) {
    // What only an administrator gives, nobody has from whoever is none any more.
    if (!(await listRoles(db, organisationId, invitedBy)).includes('administrator'))
      return refuse('not-valid')
    const roles = await listRoles(db, organisationId, personId)
    const isByThemselves = role === 'auditor' && invitedBy === personId
    const problem = role && auditorProblem([...roles, role], isByThemselves)
    if (problem !== null) return refuse(problem)
  }

  const toBegin = relationshipOf(invitation, personId, today)
  const { relationshipId } = invitation
  const toJoin = relationshipId === null ? null : { relationshipId, personId, from: today }
  const joining = invitation.jobRole === null ? [] : [personId]
  // Before anything is written: a refusal commits.
  const problem =
    toJoin !== null
      ? await findJoinProblem(db, toJoin, joining)
      : toBegin && (await findBeginProblem(db, toBegin, joining))
  if (problem !== null) return refuse(problem)

  await becomeMember(db, invitation, personId, now, today)
  let beganId: string | null = null
  if (toJoin !== null) {
    mustBeSo(await joinGroup(db, { ...toJoin, now }))
    beganId = relationshipId
  } else if (toBegin !== null) {
    beganId = mustBeSo(await beginRelationship(db, { ...toBegin, by: personId, now }))
  }
  await saveInvitationAnswer(db, invitationId, true, now)
  await recordEvent(db, { personId, at: now, event: 'invitation-accepted', aboutId: invitationId })
  return ok({ organisationId, relationshipId: beganId })
}

export async function declineInvitation(
  db: Db,
  { token, personId, now }: Omit<Answer, 'today'>,
): Promise<Result<null, 'not-valid'>> {
  const invitation = await lockInvitation(db, hashToken(token), now)
  if (invitation === null) return refuse('not-valid')
  const { invitationId } = invitation
  await saveInvitationAnswer(db, invitationId, false, now)
  await recordEvent(db, { personId, at: now, event: 'invitation-declined', aboutId: invitationId })
  return ok(null)
}

/** Whoever is a member already stays what they are, and has the role besides. */
async function becomeMember(
  db: Db,
  { organisationId, teamId, jobRole, role }: Invitation,
  personId: string,
  now: Date,
  today: Day,
): Promise<void> {
  if (organisationId === null || jobRole === null) return
  if ((await findMembership(db, organisationId, personId)) === null) {
    await insertMembership(db, {
      organisationId,
      personId,
      during: { from: today, to: null },
      teamId,
      jobRole,
    })
    await recordEvent(db, { personId, at: now, event: 'member-joined', aboutId: organisationId })
  }
  if (role === null) return
  await insertRole(db, { organisationId, personId, role }, now)
  const detail = numberOfRole(role)
  await recordEvent(db, { personId, at: now, event: 'role-given', aboutId: personId, detail })
}

function relationshipOf(
  { organisationId, part, relationshipKind, relationshipId, invitedBy }: Invitation,
  personId: string,
  today: Day,
): RelationshipToBegin | null {
  if (part === null || relationshipKind === null || relationshipId !== null) return null
  const isSupervisor = part === 'supervisor'
  return {
    organisationId,
    kind: relationshipKind,
    supervisorId: isSupervisor ? personId : invitedBy,
    superviseeIds: [isSupervisor ? invitedBy : personId],
    from: today,
    // They choose another in their first agreement.
    ownPolicy: organisationId === null ? contentOf(standardPolicy(today)) : null,
  }
}

function mustBeSo<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error('what was possible a moment ago in this transaction is not')
  return result.value
}
