import { parseDay, type Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Policy } from './policy.ts'
import type { Relationship } from './relationship.ts'

/** Every version of the policy that a relationship is under: its organisation's, or the one its two sides chose. */
export async function listPoliciesFor(
  db: Db,
  { relationshipId, organisationId, during }: Relationship,
): Promise<Policy[]> {
  if (organisationId === null) {
    const { ownPolicy } = await db
      .selectFrom('relationship')
      .select('ownPolicy')
      .where('relationshipId', '=', relationshipId)
      .executeTakeFirstOrThrow()
    return [policyOf({ version: 1, fromDay: during.from, content: ownPolicy })]
  }
  const rows = await db
    .selectFrom('supervisionPolicy')
    .select(['version', 'fromDay', 'content'])
    .where('organisationId', '=', organisationId)
    .orderBy('version')
    .execute()
  return rows.map(policyOf)
}

/** The content is written from a `Policy` and by nothing else. */
function policyOf(row: {
  readonly version: number
  readonly fromDay: string
  readonly content: unknown
}): Policy {
  const content = row.content as Omit<Policy, 'version' | 'from'>
  return { ...content, version: row.version, from: dayOf(row.fromDay) }
}

function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new Error('a policy begins on a day')
  return day
}
