import type { SignedInVisit } from '../platform/web/route.ts'
import { traceReading } from './actions/trace-reading.ts'
import type { Compartment, Use } from './doors.ts'
import { isId } from '../platform/id.ts'
import { openRelationship, policyToday, type OpenedRelationship } from './open-relationship.ts'
import { listPoliciesFor } from './policy/policies-store.ts'
import { policyInForce, type Policy } from './policy/policy.ts'
import type { Standing } from './relationship.ts'
import { findSession, lockSession } from './sessions/sessions-store.ts'
import type { Session } from './sessions/session.ts'
import { dayOf, isClosedToTheAbsent, takesPart } from './sessions/session-facts.ts'
import { isInTheirTime } from './sessions/who-is-told.ts'
import type { SupervisionSettings } from './settings.ts'
import type { Day } from '../platform/day.ts'

/** A session whose compartment whoever visits may use as they asked to. */
export interface OpenedSession extends OpenedRelationship {
  readonly session: Session
  readonly day: Day
  /** In force on the day of the session, and what holds now: see `policyToday`. */
  readonly policy: Policy
  readonly policyToday: Policy
  /** Before an answer to a form shows what somebody else wrote. Where the opening was a reading it has its trace already. */
  readonly traceReading: () => Promise<void>
}

export type SessionVisit = SignedInVisit<{ readonly relationshipId: string; readonly sessionId: string }>

interface Wanted {
  readonly compartment: Compartment
  readonly use: Use
  /** Only whoever is one of these to the relationship. */
  readonly as?: readonly Standing[]
  /** Whether only those whose word on the session is asked for. */
  readonly isTakingPart?: boolean
  /** False where nothing of what two people share is shown. */
  readonly isTraced?: boolean
  /** Whether whoever else writes about the session waits until this transaction ends; as they do for every write. */
  readonly locks?: boolean
}

/**
 * The one way to what belongs to a session. Null where there is no such session in that relationship, where it is not for
 * whoever asks, where it was held before a supervisee came or after they left, and where what was said in it is for those who
 * were there. A session that is not there leaves no trace of a reading.
 */
export async function openSession(
  settings: SupervisionSettings,
  visit: SessionVisit,
  { compartment, use, as, isTakingPart = false, isTraced = true, locks = use === 'write' }: Wanted,
): Promise<OpenedSession | null> {
  const { relationshipId, sessionId } = visit.params
  if (!isId(relationshipId) || !isId(sessionId)) return null
  const find = locks ? lockSession : findSession
  const session = await find(visit.db, relationshipId, sessionId)
  if (session === null) return null
  const day = dayOf(session, settings.timeZone)
  const opened = await openRelationship(settings, visit, {
    relationshipId,
    sessionId,
    compartment,
    use,
    isTraced,
    admits: found =>
      as?.includes(found.standing) !== false &&
      (!isTakingPart || takesPart({ ...found, session }, visit.actor.personId)) &&
      !isClosedToTheAbsent({ ...found, session }, visit.actor.personId, compartment) &&
      isInTheirTime(found, visit.actor.personId, session.startsAt, settings.timeZone),
  })
  if (opened === null) return null
  const policies = await listPoliciesFor(visit.db, opened.relationship)
  return {
    ...opened,
    session,
    day,
    policy: policyInForce(policies, day),
    policyToday: policyToday(policies, opened.today),
    traceReading: async () => {
      if (use === 'read' || use === 'take-out') return
      const { personId } = visit.actor
      await traceReading(settings, visit, {
        relationshipId,
        sessionId,
        personId,
        what: compartment,
        at: visit.now,
      })
    },
  }
}
