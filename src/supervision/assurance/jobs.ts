import type { Database } from '../../platform/db/connect.ts'
import type { JobHandler, Queue } from '../../platform/jobs/queue.ts'
import { reckonReports } from './actions/reckon-reports.ts'
import { listOrganisationIds } from './reports-store.ts'

interface AssuranceJobParts {
  readonly database: Database
  readonly enqueue: Queue['enqueue']
  readonly timeZone: string
}

const reckonName = 'assurance-reckon'

/**
 * Every night, and not when somebody looks: a figure that changed as they looked would tell whose session it was that has
 * just been held. One job for each organisation, so that one that fails keeps no other waiting.
 */
export function assuranceJobs(parts: AssuranceJobParts): readonly JobHandler[] {
  const { database, enqueue } = parts
  return [
    {
      name: 'assurance-night',
      schedule: '10 4 * * *',
      async run() {
        for (const organisationId of await listOrganisationIds(database.read))
          await enqueue(database.write, { name: reckonName, payload: { organisationId } })
      },
    },
    {
      name: reckonName,
      run: (payload, now) => reckonReports(parts, String(payload['organisationId']), now),
    },
  ]
}
