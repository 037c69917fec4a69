import { todaysForm } from '../../cpd/todays-form.ts'
import type { Database } from '../../platform/db/connect.ts'
import type { JobHandler } from '../../platform/jobs/queue.ts'
import type { RulePacks } from '../../schemes/rule-pack.ts'
import { purgeShares } from './shared-pieces-store.ts'

/** Every night: copies of pieces of CPD whose day is over, or that were taken back. Nobody could read them any more. */
export function sharingJobs({ write }: Pick<Database, 'write'>, packs: RulePacks): readonly JobHandler[] {
  return [
    {
      name: 'shared-pieces-purge',
      schedule: '20 4 * * *',
      async run(_payload, now) {
        await purgeShares(write, todaysForm(packs, now).today)
      },
    },
  ]
}
