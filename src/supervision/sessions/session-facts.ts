import { dayIn, type Day } from '../../platform/day.ts'
import type { Relationship } from '../relationship.ts'
import type { Session } from './session.ts'

/** Of a session what its record, its actions and everything else that hangs on it need to know. */
export type SessionFacts = Pick<
  Session,
  'sessionId' | 'startsAt' | 'form' | 'state' | 'isContentRecorded' | 'attended'
>

/** Whether anything is written down of a session, and if not, why not. */
export type Recording = 'recorded' | 'content-not-recorded' | 'cancelled'

export function recordingOf({ state, isContentRecorded }: SessionFacts): Recording {
  if (state === 'cancelled') return 'cancelled'
  return isContentRecorded ? 'recorded' : 'content-not-recorded'
}

export function dayOf({ startsAt }: Pick<SessionFacts, 'startsAt'>, timeZone: string): Day {
  return dayIn(timeZone, startsAt)
}

/** Those whose word on a session is asked for: the supervisor, and each supervisee who was there. */
export function takesPart(
  { relationship, session }: { readonly relationship: Relationship; readonly session: SessionFacts },
  personId: string,
): boolean {
  return relationship.supervisorId === personId || session.attended.includes(personId)
}
