import type { Database } from '../../platform/db/connect.ts'
import type { JobHandler } from '../../platform/jobs/queue.ts'
import { goneBefore } from '../deleted-drafts.ts'
import { purgeDeletedDrafts } from '../deleted-drafts-store.ts'

/** Every night: drafts that were deleted too long ago to be brought back. */
export function purgeHandler({ write }: Pick<Database, 'write'>): JobHandler {
  return {
    name: 'cpd-purge',
    schedule: '40 3 * * *',
    async run(_payload, now) {
      await purgeDeletedDrafts(write, goneBefore(now))
    },
  }
}
