import { dayIn, type Day } from '../../platform/day.ts'
import type { Compartment } from '../doors.ts'
import type { Relationship, Standing } from '../relationship.ts'
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

/** What was said in a group is for those who were there. That it met, and what was agreed in it, everybody in it knows. */
const forThoseWhoWereThere: ReadonlySet<Compartment> = new Set([
  'joint-record',
  'case-decisions',
  'time-spent',
])

/** Whether a compartment of a session is closed to a supervisee who was not in it. Of one still to be held nobody was away. */
export function isClosedToTheAbsent(
  {
    relationship,
    standing,
    session,
  }: {
    readonly relationship: Relationship
    readonly standing: Standing
    readonly session: SessionFacts
  },
  personId: string,
  compartment: Compartment,
): boolean {
  if (standing !== 'supervisee' && standing !== 'former-supervisee') return false
  if (relationship.kind !== 'group' || session.state !== 'held') return false
  return forThoseWhoWereThere.has(compartment) && !session.attended.includes(personId)
}
