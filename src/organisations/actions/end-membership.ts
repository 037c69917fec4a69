import { recordEvent } from '../../audit/record-event.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { endRelationshipsOf } from '../../supervision/relationships/actions/end-relationships-of.ts'
import { countAdministrators, deleteRole, findMember, saveMembershipEnd } from '../members-store.ts'
import { numberOfRole } from '../organisation.ts'
import { lockOrganisationFor } from '../organisations-store.ts'
import type { OrganisationSettings } from '../settings.ts'
import { takeBackAllInvitations } from './change-member.ts'

interface Leaving {
  readonly organisationId: string
  readonly personId: string
  /** The person themselves, or an administrator. */
  readonly by: string
  readonly now: Date
  readonly today: Day
}

/**
 * Somebody's last day in an organisation is today. Their account and all that is theirs stays as it is; their roles there
 * end now, and whatever supervision they have or give there today, with what is planned for later.
 */
export async function endMembership(
  db: Db,
  { queue, timeZone }: OrganisationSettings,
  { organisationId, personId, by, now, today }: Leaving,
): Promise<Result<null, 'not-found' | 'last-administrator'>> {
  const use = by === personId ? 'see' : 'administer'
  if ((await lockOrganisationFor(db, { organisationId, by, use })) === null) return refuse('not-found')
  const member = await findMember(db, organisationId, personId)
  if (member === null || member.during.to !== null) return refuse('not-found')
  if (member.roles.includes('administrator') && (await countAdministrators(db, organisationId)) === 1)
    return refuse('last-administrator')
  for (const role of member.roles) {
    await deleteRole(db, { organisationId, personId, role })
    const detail = numberOfRole(role)
    await recordEvent(db, { personId: by, at: now, event: 'role-taken', aboutId: personId, detail })
  }
  await endRelationshipsOf(db, queue, { organisationId, personId, on: today, by, timeZone, now })
  await saveMembershipEnd(db, { organisationId, personId, to: today })
  await takeBackAllInvitations(db, { organisationId, invitedBy: personId, by, now })
  await recordEvent(db, { personId: by, at: now, event: 'membership-ended', aboutId: personId })
  return ok(null)
}
