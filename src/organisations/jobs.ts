import type { JobHandler } from '../platform/jobs/queue.ts'
import { mailInvitation, type InvitationMailParts } from './actions/mail-invitation.ts'
import { invitationMailJobName, readInvitationMail } from './invitation-mail.ts'
import { keptAfterwardsMs } from './invitation.ts'
import { deleteOldInvitations } from './invitations-store.ts'

export function organisationJobs(parts: InvitationMailParts): readonly JobHandler[] {
  return [
    {
      name: invitationMailJobName,
      run: (payload, now) => mailInvitation(parts, readInvitationMail(payload), now),
    },
    {
      name: 'invitation-cleanup',
      schedule: '40 3 * * *',
      run: (_payload, now) =>
        deleteOldInvitations(parts.database.write, new Date(now.getTime() - keptAfterwardsMs)),
    },
  ]
}
