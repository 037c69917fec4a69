import { dayIn } from '../../platform/day.ts'
import type { Database } from '../../platform/db/connect.ts'
import type { JobHandler } from '../../platform/jobs/queue.ts'
import { purgeShares } from './shared-pieces-store.ts'

/** Every night: copies of pieces of CPD whose day is over, or that were taken back. Nobody could read them any more. */
export function sharingJobs({
  database,
  timeZone,
}: {
  readonly database: Database
  readonly timeZone: string
}): readonly JobHandler[] {
  return [
    {
      name: 'shared-pieces-purge',
      schedule: '20 4 * * *',
      async run(_payload, now) {
        await purgeShares(database.write, dayIn(timeZone, now))
      },
    },
  ]
}
