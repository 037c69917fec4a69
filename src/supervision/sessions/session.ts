import { dayIn, type Day } from '../../platform/day.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import type { SessionForm } from '../policy/policy.ts'

export type SessionKind = 'planned' | 'ad-hoc' | 'critical-incident'
export type SessionState = 'planned' | 'held' | 'cancelled'

export interface Session {
  readonly sessionId: string
  readonly relationshipId: string
  readonly kind: SessionKind
  readonly form: SessionForm
  readonly startsAt: Date
  readonly minutes: number
  readonly state: SessionState
  readonly heldMinutes: number | null
  readonly wasInterrupted: boolean | null
  /** False where those who were there chose that nothing is written down but that it was held. */
  readonly isContentRecorded: boolean
  /** One more with every change. */
  readonly version: number
  /** The supervisees with whom it was held. */
  readonly attended: readonly string[]
}

/** One step in how a session came to be when it is, or is not. */
export interface SessionChange {
  readonly number: number
  readonly change: 'planned' | 'moved' | 'cancelled' | 'held' | 'attendance-corrected' | 'not-held'
  readonly changedAt: Date
  readonly changedBy: string
  readonly reason: string | null
  readonly startsAt: Date
  /** Of a correction: what it took the place of. */
  readonly saidBefore: HowHeld | null
}

/** What was said of how a session was held. */
export type HowHeld = Pick<Session, 'attended' | 'heldMinutes' | 'wasInterrupted'>

/** What cannot be done to a session as it is; the screen owns the words. */
export type SessionRefusal =
  /** It was changed since the page was shown. */
  | 'changed-elsewhere'
  | 'already-held'
  | 'already-cancelled'
  | 'not-begun'
  | 'nobody-attended'
  /** Left unrecorded, what is written for it would have no page any more. */
  | 'something-written'

interface Seen {
  /** As the page showed it. */
  readonly version: number
}

/** A planned session to another time. It stays the same session: its agenda goes with it. */
export function move(
  session: Session,
  { version, startsAt, minutes }: Seen & { readonly startsAt: Date; readonly minutes: number },
): Result<Session, SessionRefusal> {
  const refusal = whyNotPlanned(session, version)
  return refusal === null ? ok(next(session, { startsAt, minutes })) : refuse(refusal)
}

export function cancel(session: Session, { version }: Seen): Result<Session, SessionRefusal> {
  const refusal = whyNotPlanned(session, version)
  return refusal === null ? ok(next(session, { state: 'cancelled' })) : refuse(refusal)
}

interface SaidHeld extends Seen {
  readonly minutes: number
  readonly wasInterrupted: boolean
  readonly attended: readonly string[]
  readonly isContentRecorded: boolean
  /** Whether there is a draft of its record, a case decision or an agreed action already. */
  readonly isAnythingWritten: boolean
  readonly now: Date
}

/** Says that a session was held. Only after a critical incident may its content be left unrecorded. */
export function sayHeld(session: Session, held: SaidHeld): Result<Session, SessionRefusal> {
  const refusal = whyNotPlanned(session, held.version)
  if (refusal !== null) return refuse(refusal)
  if (session.startsAt > held.now) return refuse('not-begun')
  const attended = [...new Set(held.attended)]
  if (attended.length === 0) return refuse('nobody-attended')
  const isContentRecorded =
    session.isContentRecorded && (held.isContentRecorded || session.kind !== 'critical-incident')
  if (!isContentRecorded && held.isAnythingWritten) return refuse('something-written')
  return ok(
    next(session, {
      state: 'held',
      heldMinutes: held.minutes,
      wasInterrupted: held.wasInterrupted,
      attended,
      isContentRecorded,
    }),
  )
}

/** What was held or cancelled stays so. A stale page is told first: what it asked may have been done already. */
function whyNotPlanned(session: Session, version: number): SessionRefusal | null {
  switch (session.state) {
    case 'held':
      return 'already-held'
    case 'cancelled':
      return 'already-cancelled'
    case 'planned':
      return session.version === version ? null : 'changed-elsewhere'
  }
}

function next(session: Session, change: Partial<Session>): Session {
  return { ...session, ...change, version: session.version + 1 }
}

/** The days on which somebody was supervised, as `dueSessions` counts them: each held session they attended once. */
export function heldDays(sessions: readonly Session[], personId: string, timeZone: string): readonly Day[] {
  const byId = new Map(sessions.map(session => [session.sessionId, session]))
  return [...byId.values()]
    .filter(({ state, attended }) => state === 'held' && attended.includes(personId))
    .map(({ startsAt }) => dayIn(timeZone, startsAt))
    .toSorted()
}

/** Whether its agenda can still be changed. */
export function takesAgendaItems({ state }: Session): boolean {
  return state === 'planned'
}
