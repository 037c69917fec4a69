import { recordEvent } from '../../../audit/record-event.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { derivedId } from '../../../platform/derived-id.ts'
import type { Queue } from '../../../platform/jobs/queue.ts'
import { sessionMailJob } from '../../calendar/session-mail.ts'
import type { SessionForm } from '../../policy/policy.ts'
import type { Relationship } from '../../relationship.ts'
import { lockRelationship } from '../../relationships/relationship-row-store.ts'
import type { SessionKind } from '../session.ts'
import { addSession, findSession } from '../sessions-store.ts'
import { whoIsTold } from '../who-is-told.ts'

interface PlanSessionsInput {
  readonly relationship: Relationship
  readonly personId: string
  /** Of the form: pressed twice, it plans once. */
  readonly planId: string
  readonly kind: SessionKind
  readonly form: SessionForm
  readonly minutes: number
  readonly startsAt: readonly Date[]
  readonly timeZone: string
  readonly now: Date
}

/** Plans one session or a series, and tells everybody whose sessions they are. Returns their ids in the order given. */
export async function planSessions(
  db: Db,
  queue: Pick<Queue, 'enqueue'>,
  input: PlanSessionsInput,
): Promise<readonly string[]> {
  const { relationship, personId, planId, kind, form, minutes, startsAt, timeZone, now } = input
  const { relationshipId } = relationship
  await lockRelationship(db, relationshipId)
  const sessionIds: string[] = []
  const added = new Map<string, Date>()
  for (const moment of startsAt) {
    const sessionId = plannedId(relationshipId, planId, moment)
    sessionIds.push(sessionId)
    if ((await findSession(db, relationshipId, sessionId)) !== null) continue
    const session = { sessionId, relationshipId, kind, form, startsAt: moment, minutes }
    await addSession(db, session, { personId, now })
    added.set(sessionId, moment)
  }
  if (added.size === 0) return sessionIds
  await recordEvent(db, {
    personId,
    at: now,
    event: 'supervision-sessions-planned',
    aboutId: relationshipId,
    detail: added.size,
  })
  // What has begun already needs no place in anybody's calendar.
  const coming = [...added].filter(([, moment]) => moment > now)
  const told = new Map<string, string[]>()
  for (const [sessionId, moment] of coming)
    for (const one of whoIsTold(relationship, moment, timeZone))
      told.set(one, [...(told.get(one) ?? []), sessionId])
  for (const [one, theirs] of told)
    await queue.enqueue(db, sessionMailJob({ change: 'planned', personId: one, sessionIds: theirs }))
  return sessionIds
}

/** The same form and moment make the same session. */
export function plannedId(relationshipId: string, planId: string, moment: Date): string {
  return derivedId(relationshipId, planId, String(moment.getTime()))
}
