import { dayIn, type Day } from '../platform/day.ts'
import type { Relationship, Standing } from './relationship.ts'
import { isWithin } from './working-days.ts'

/** Of a session what its record, its actions and everything else that hangs on it need to know. */
export interface SessionFacts {
  readonly sessionId: string
  readonly startsAt: Date
  readonly form: 'one-to-one' | 'group' | 'remote' | 'observed'
  readonly state: 'planned' | 'held' | 'cancelled'
  /** After a critical incident those who were there may choose that nothing is written down but that it was held. */
  readonly isContentRecorded: boolean
  /** The supervisees with whom it was held. */
  readonly attended: readonly string[]
}

/** Whether anything is written down of a session, and if not, why not. */
export type Recording = 'recorded' | 'content-not-recorded' | 'cancelled'

export function recordingOf({ state, isContentRecorded }: SessionFacts): Recording {
  if (state === 'cancelled') return 'cancelled'
  return isContentRecorded ? 'recorded' : 'content-not-recorded'
}

export function dayOf({ startsAt }: Pick<SessionFacts, 'startsAt'>, timeZone: string): Day {
  return dayIn(timeZone, startsAt)
}

/**
 * Whether a session falls in somebody's time. Whoever joins a group later, or has left it, was not there for what the others
 * said before or said afterwards.
 */
export function isOfTheirTime(
  { relationship, standing }: { readonly relationship: Relationship; readonly standing: Standing },
  personId: string,
  day: Day,
): boolean {
  if (standing !== 'supervisee' && standing !== 'former-supervisee') return true
  return relationship.supervisees.some(one => one.personId === personId && isWithin(day, one.during))
}

/** Those whose word on a session is asked for: the supervisor, and each supervisee who was there. */
export function takesPart(
  { relationship, session }: { readonly relationship: Relationship; readonly session: SessionFacts },
  personId: string,
): boolean {
  return relationship.supervisorId === personId || session.attended.includes(personId)
}
