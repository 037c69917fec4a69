import { recordEvent } from '../../../audit/record-event.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import type { Relationship, Standing } from '../../relationship.ts'
import type { SessionFacts } from '../../sessions/session-facts.ts'
import { listTicks, saveTicks } from '../time-spent-store.ts'
import { mayTell, type Topic } from '../time-spent.ts'

interface TellInput {
  readonly personId: string
  readonly relationship: Relationship
  readonly standing: Standing
  readonly session: SessionFacts
  readonly topics: readonly Topic[]
  readonly now: Date
}

/** The caller holds the session's lock, so that of two at once only one comes first. */
export async function tellTimeSpent(
  db: Db,
  { personId, topics, now, ...asked }: TellInput,
): Promise<Result<null, 'too-late'>> {
  const { sessionId } = asked.session
  const ticks = await listTicks(db, sessionId)
  if (!mayTell(asked, ticks, personId)) {
    const mine = ticks.find(one => one.personId === personId)
    // The same press twice.
    const isSame = mine?.topics.length === topics.length && topics.every(topic => mine.topics.includes(topic))
    return isSame ? ok(null) : refuse('too-late')
  }
  await saveTicks(db, sessionId, { personId, topics })
  await recordEvent(db, { personId, at: now, event: 'time-spent-told', aboutId: sessionId })
  return ok(null)
}
