import type { Database } from '../platform/db/connect.ts'
import type { JobHandler } from '../platform/jobs/queue.ts'
import { purgeDeletedDrafts } from './store.ts'

/** For how many days a deleted draft can be brought back. */
export const daysToRestore = 30

/** Every night: what was deleted longer ago is gone for good. */
export function purgeHandler({ write }: Pick<Database, 'write'>): JobHandler {
  return {
    name: 'cpd-purge',
    schedule: '40 3 * * *',
    async run(_payload, now) {
      await purgeDeletedDrafts(write, new Date(now.getTime() - daysToRestore * 24 * 60 * 60_000))
    },
  }
}
