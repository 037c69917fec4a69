import { dayIn } from '../../../platform/day.ts'
import type { Database } from '../../../platform/db/connect.ts'
import type { JobHandler } from '../../../platform/jobs/queue.ts'
import type { Policy } from '../../policy/policy.ts'
import { listPolicies } from '../../../organisations/policies-store.ts'
import { ownPoliciesOf } from '../../../organisations/policy-of.ts'
import { isPast, keptUntil, retentionOn } from '../retention.ts'
import { deleteRelationships, listEnded, type EndedRelationship } from '../retention-store.ts'

interface RetentionParts {
  readonly database: Database
  readonly timeZone: string
  readonly log: (line: string) => void
}

/** Every night: what has been kept for as long as its policy says. The log gets counts, and nothing else is left of it. */
export function retentionHandler({ database, timeZone, log }: RetentionParts): JobHandler {
  return {
    name: 'supervision-retention',
    schedule: '30 4 * * *',
    async run(_payload, now) {
      const { deleted, held } = await deleteExpired({ database, timeZone }, now)
      log(`supervision-retention: ${deleted} relationships deleted, ${held} kept by a hold`)
    },
  }
}

/** Page by page, each in a transaction of its own, so that a night that is cut short goes on where it was. */
async function deleteExpired(
  { database, timeZone }: Omit<RetentionParts, 'log'>,
  now: Date,
  atATime = 200,
): Promise<{ readonly deleted: number; readonly held: number }> {
  const today = dayIn(timeZone, now)
  const policies = await listPolicies(database.read, 'all')
  let deleted = 0
  let held = 0
  let after: string | null = null
  for (;;) {
    const ended: readonly EndedRelationship[] = await listEnded(database.read, {
      today,
      after,
      limit: atATime,
    })
    const last = ended.at(-1)
    if (last === undefined) return { deleted, held }
    after = last.relationshipId
    const expired = ended.filter(one => {
      const during = { from: one.endedOn, to: one.endedOn }
      return isPast(
        keptUntil({ during }, { retention: retentionOn(policiesFor(one, policies), today) }),
        today,
      )
    })
    if (expired.length === 0) continue
    const ids = expired.map(({ relationshipId }) => relationshipId)
    const gone = await database.write.transaction().execute(db => deleteRelationships(db, ids))
    deleted += gone
    held += ids.length - gone
  }
}

function policiesFor(
  ended: EndedRelationship,
  all: ReadonlyMap<string, readonly Policy[]>,
): readonly Policy[] {
  const { organisationId, beganOn } = ended
  return organisationId === null ? ownPoliciesOf(ended, beganOn) : (all.get(organisationId) ?? [])
}
