import type { Database } from '../platform/db/connect.ts'
import type { JobHandler } from '../platform/jobs/queue.ts'
import { goneBefore } from './set-aside-form.ts'
import { purgeSetAside } from './set-aside-store.ts'

/** Every night: forms whose owner has not come for them. */
export function setAsideJobs({ write }: Pick<Database, 'write'>): readonly JobHandler[] {
  return [
    {
      name: 'set-aside-purge',
      schedule: '50 3 * * *',
      async run(_payload, now) {
        await purgeSetAside(write, goneBefore(now))
      },
    },
  ]
}
