import type { JobHandler } from '../platform/jobs/queue.ts'
import { assuranceJobs } from './assurance/jobs.ts'
import { calendarJobs } from './calendar/jobs.ts'
import { openingMailHandler } from './openings/actions/mail-opening.ts'
import { endMailHandler } from './relationships/actions/mail-end.ts'
import { retentionHandler } from './retention/actions/delete-expired.ts'
import { sharingJobs } from './sharing/jobs.ts'
import { signatureMailHandler } from './signature-mails/actions/mail-signature.ts'

type JobParts = Parameters<typeof assuranceJobs>[0] &
  Parameters<typeof calendarJobs>[0] &
  Parameters<typeof openingMailHandler>[0] &
  Parameters<typeof endMailHandler>[0] &
  Parameters<typeof retentionHandler>[0] &
  Parameters<typeof sharingJobs>[0] &
  Parameters<typeof signatureMailHandler>[0]

/** What supervision does by itself. */
export function supervisionJobs(parts: JobParts): readonly JobHandler[] {
  return [
    ...calendarJobs(parts),
    ...sharingJobs(parts),
    openingMailHandler(parts),
    signatureMailHandler(parts),
    endMailHandler(parts),
    ...assuranceJobs(parts),
    retentionHandler(parts),
  ]
}
