import { randomUUID } from 'node:crypto'
import { readEmailAddress } from '../../accounts/email-address.ts'
import { recordEvent } from '../../audit/record-event.ts'
import type { Db } from '../../platform/db/connect.ts'
import { derivedId } from '../../platform/derived-id.ts'
import type { Queue } from '../../platform/jobs/queue.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import type { RelationshipKind } from '../../supervision/relationship.ts'
import { findGroup } from '../../supervision/relationships/beginnings-store.ts'
import { invitationMailJob } from '../invitation-mail.ts'
import {
  aDayMs,
  invitationLifetimeMs,
  mostInvitationsADay,
  stateOfInvitation,
  type AskedPart,
} from '../invitation.ts'
import {
  countInvitationsBy,
  findSentInvitation,
  insertInvitation,
  type NewInvitation,
} from '../invitations-store.ts'
import { findMembership, listRoles } from '../members-store.ts'
import type { OrganisationRole } from '../organisation.ts'
import { listTeams, lockOrganisation } from '../organisations-store.ts'
import { longestName, readLine, type LineProblem } from '../read-line.ts'

/**
 * Whom somebody asks and for what. With `join` they are asked to become a member, which takes an administrator; with
 * `relationship` to supervise whoever asks, or to be supervised by them. One can be both.
 */
export interface ToInvite {
  /** As typed. */
  readonly email: string
  readonly organisationId: string | null
  readonly join: {
    readonly teamId: string | null
    /** As typed. */
    readonly jobRole: string
    readonly role: OrganisationRole | null
  } | null
  readonly relationship: {
    /** What they are asked to be. */
    readonly part: AskedPart
    readonly kind: RelationshipKind
    /** The group they are asked to join, where it is there already: only its supervisor asks. */
    readonly relationshipId: string | null
  } | null
}

export type InviteProblem =
  | { readonly field: 'email'; readonly problem: 'missing' | 'not-an-address' }
  | { readonly field: 'jobRole'; readonly problem: LineProblem }
  | { readonly field: 'team' }

export type InviteRefusal =
  | { readonly kind: 'wrong-answers'; readonly problems: readonly InviteProblem[] }
  /** Whoever asks is not what it takes, in this organisation. */
  | { readonly kind: 'not-theirs-to-ask' }
  | { readonly kind: 'too-many' }

/**
 * Keeps the invitation and has it mailed. The same steps whether or not the address has an account: nobody learns that
 * from here. The same form with the same answers, sent again while they wait, asks nothing twice. Returns the invitation's id.
 */
export async function invite(
  db: Db,
  queue: Pick<Queue, 'enqueue'>,
  {
    by,
    now,
    formId,
    ...toInvite
  }: ToInvite & {
    readonly by: string
    readonly now: Date
    /** Of the form, made when it was shown. */
    readonly formId: string
  },
): Promise<Result<string, InviteRefusal>> {
  const { organisationId, join, relationship } = toInvite
  // Whoever takes a role from somebody takes back what they asked: not before this is written.
  if (organisationId !== null && (await lockOrganisation(db, organisationId)) === null)
    return refuse({ kind: 'not-theirs-to-ask' })
  if (!(await mayAsk(db, by, toInvite))) return refuse({ kind: 'not-theirs-to-ask' })
  const problems: InviteProblem[] = []
  const email = readEmailAddress(toInvite.email)
  if (email === null) {
    const isMissing = toInvite.email.trim() === ''
    problems.push({ field: 'email', problem: isMissing ? 'missing' : 'not-an-address' })
  }
  const jobRole = join === null ? null : readLine(join.jobRole, longestName)
  if (jobRole?.ok === false) problems.push({ field: 'jobRole', problem: jobRole.refusal })
  const teamId = join?.teamId ?? null
  if (organisationId !== null && teamId !== null) {
    const teams = await listTeams(db, organisationId)
    if (!teams.some(team => team.teamId === teamId)) problems.push({ field: 'team' })
  }
  if (problems.length > 0 || email === null) return refuse({ kind: 'wrong-answers', problems })

  const invitation = {
    email: email.address,
    emailKey: email.key,
    organisationId,
    teamId,
    jobRole: jobRole?.ok ? jobRole.value : null,
    role: join?.role ?? null,
    part: relationship?.part ?? null,
    relationshipKind: relationship?.kind ?? null,
    relationshipId: relationship?.relationshipId ?? null,
    invitedBy: by,
    createdAt: now,
    expiresAt: new Date(now.getTime() + invitationLifetimeMs),
  }
  const invitationId = idOf(formId, invitation)
  const isWaiting = async () => {
    const sent = await findSentInvitation(db, invitationId)
    return sent !== null && stateOfInvitation(sent, now) === 'waiting'
  }
  if (await isWaiting()) return ok(invitationId)
  const since = new Date(now.getTime() - aDayMs)
  if ((await countInvitationsBy(db, by, since)) >= mostInvitationsADay) return refuse({ kind: 'too-many' })
  if (await insertInvitation(db, { ...invitation, invitationId })) return mailed(invitationId)
  // Sent twice at one moment, or a form of an invitation that was answered since.
  if (await isWaiting()) return ok(invitationId)
  const another = randomUUID()
  await insertInvitation(db, { ...invitation, invitationId: another })
  return mailed(another)

  async function mailed(id: string) {
    await recordEvent(db, { personId: by, at: now, event: 'invitation-made', aboutId: id })
    await queue.enqueue(db, invitationMailJob({ invitationId: id }))
    return ok(id)
  }
}

/** Whoever goes back to the form and asks somebody else asks anew. */
function idOf(
  formId: string,
  asked: Omit<NewInvitation, 'invitationId' | 'createdAt' | 'expiresAt'>,
): string {
  const { invitedBy, emailKey, organisationId, teamId, jobRole, role } = asked
  const { part, relationshipKind, relationshipId } = asked
  const toJoin = [organisationId, teamId, jobRole, role]
  return derivedId(formId, invitedBy, emailKey, ...toJoin, part, relationshipKind, relationshipId)
}

/**
 * Only an administrator asks somebody into an organisation; every member asks another for supervision in it, and a
 * supervisor into a group of theirs.
 */
async function mayAsk(
  db: Db,
  by: string,
  { organisationId, join, relationship }: ToInvite,
): Promise<boolean> {
  const relationshipId = relationship?.relationshipId ?? null
  if (relationshipId !== null) {
    const group = await findGroup(db, relationshipId)
    if (group?.supervisorId !== by || group.organisationId !== organisationId) return false
  }
  if (organisationId === null) return join === null && relationship !== null
  if ((await findMembership(db, organisationId, by)) === null) return false
  if (join === null) return relationship !== null
  return (await listRoles(db, organisationId, by)).includes('administrator')
}
