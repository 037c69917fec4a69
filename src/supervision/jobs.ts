import type { JobHandler } from '../platform/jobs/queue.ts'
import { assuranceJobs } from './assurance/jobs.ts'
import { openingMailHandler } from './openings/actions/mail-opening.ts'
import { retentionHandler } from './retention/actions/delete-expired.ts'

type JobParts = Parameters<typeof assuranceJobs>[0] &
  Parameters<typeof openingMailHandler>[0] &
  Parameters<typeof retentionHandler>[0]

/** What supervision does by itself. */
export function supervisionJobs(parts: JobParts): readonly JobHandler[] {
  return [openingMailHandler(parts), ...assuranceJobs(parts), retentionHandler(parts)]
}
