import { recordEvent } from '../../audit/record-event.ts'
import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { findSentInvitation, saveInvitationAnswer } from '../invitations-store.ts'
import { listRoles } from '../members-store.ts'
import { lockOrganisation } from '../organisations-store.ts'

interface ToTakeBack {
  readonly invitationId: string
  readonly by: string
  readonly now: Date
}

/**
 * Its link then no longer works. Whoever asked may, and an administrator may take back what was asked in the name of the
 * organisation: to others there is no such invitation.
 */
export async function takeBackInvitation(
  db: Db,
  { invitationId, by, now }: ToTakeBack,
): Promise<Result<null, 'not-found' | 'answered-already'>> {
  const invitation = await findSentInvitation(db, invitationId)
  if (invitation === null) return refuse('not-found')
  const { organisationId, invitedBy, jobRole } = invitation
  // The organisation first, as everywhere; only then what somebody is in it.
  if (organisationId !== null) await lockOrganisation(db, organisationId)
  const isAdministrator =
    organisationId !== null &&
    jobRole !== null &&
    (await listRoles(db, organisationId, by)).includes('administrator')
  if (invitedBy !== by && !isAdministrator) return refuse('not-found')
  if (!(await saveInvitationAnswer(db, invitationId, null, now))) return refuse('answered-already')
  await recordEvent(db, { personId: by, at: now, event: 'invitation-taken-back', aboutId: invitationId })
  return ok(null)
}
