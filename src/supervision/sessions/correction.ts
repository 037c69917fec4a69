import { ok, refuse, type Result } from '../../platform/result.ts'
import type { Session } from './session.ts'

/** What cannot be corrected; the screen owns the words. */
export type CorrectionRefusal =
  /** It was changed since the page was shown. */
  | 'changed-elsewhere'
  | 'not-held'
  /** The supervisor and all who were there have signed its record. */
  | 'signed-by-all'
  /** The supervisor has signed its record: there was a session. */
  | 'record-signed'
  | 'nobody-attended'
  | 'nothing-different'
  /** Somebody who is to be taken out has answered the record. */
  | 'has-answered'

interface Seen {
  /** As the page showed it. */
  readonly version: number
  /** Who has answered its record; null before the supervisor has signed it. */
  readonly answered: readonly string[] | null
}

/** Says of a held session who was there after all. */
export function correctAttendance(
  session: Session,
  { attended: chosen, ...seen }: Seen & { readonly attended: readonly string[] },
): Result<Session, CorrectionRefusal> {
  const refusal = whyNot(session, seen)
  if (refusal !== null) return refuse(refusal)
  const attended = [...new Set(chosen)]
  if (attended.length === 0) return refuse('nobody-attended')
  const taken = session.attended.filter(personId => !attended.includes(personId))
  if (taken.length === 0 && attended.length === session.attended.length) return refuse('nothing-different')
  if (taken.some(personId => seen.answered?.includes(personId))) return refuse('has-answered')
  return ok({ ...session, attended, version: session.version + 1 })
}

/**
 * Says of a session that was marked as held that it was not: it is planned again for its time, to be moved or cancelled. One
 * that was left unrecorded stays so, whenever it is held.
 */
export function sayNotHeld(session: Session, seen: Seen): Result<Session, CorrectionRefusal> {
  const refusal = whyNot(session, seen)
  if (refusal !== null) return refuse(refusal)
  if (seen.answered !== null) return refuse('record-signed')
  return ok({
    ...session,
    state: 'planned',
    heldMinutes: null,
    wasInterrupted: null,
    attended: [],
    version: session.version + 1,
  })
}

/** Whether anything about it can still be corrected. */
export function isCorrectable(
  { state, attended }: Pick<Session, 'state' | 'attended'>,
  answered: Seen['answered'],
): boolean {
  return state === 'held' && (answered === null || attended.some(personId => !answered.includes(personId)))
}

function whyNot(session: Session, { version, answered }: Seen): CorrectionRefusal | null {
  if (session.state !== 'held') return 'not-held'
  if (session.version !== version) return 'changed-elsewhere'
  return isCorrectable(session, answered) ? null : 'signed-by-all'
}
