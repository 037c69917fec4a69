import { recordEvent } from '../../../audit/record-event.ts'
import type { Db } from '../../../platform/db/connect.ts'
import type { Queue } from '../../../platform/jobs/queue.ts'
import { refuse, type Result } from '../../../platform/result.ts'
import { findSignedRecord } from '../../record/record-store.ts'
import { signatureMailJob } from '../../signature-mails/signature-mail.ts'
import { correctAttendance, sayNotHeld, type CorrectionRefusal } from '../correction.ts'
import type { Session } from '../session.ts'
import { lockSession, saveSessionChange } from '../sessions-store.ts'

/** What is to be corrected of a session, and on which version of it that was decided. */
export type WantedCorrection = { readonly version: number; readonly reason: string } & (
  | { readonly correction: 'attendance'; readonly attended: readonly string[] }
  | { readonly correction: 'not-held' }
)

interface CorrectSessionInput {
  readonly relationshipId: string
  readonly sessionId: string
  readonly personId: string
  readonly wanted: WantedCorrection
  readonly now: Date
}

/** Corrects who was at a session, or says that it was not held. Whoever signs its record waits for the same lock. */
export async function correctSession(
  db: Db,
  queue: Pick<Queue, 'enqueue'>,
  { relationshipId, sessionId, personId, wanted, now }: CorrectSessionInput,
): Promise<Result<Session, CorrectionRefusal | 'not-found'>> {
  const before = await lockSession(db, relationshipId, sessionId)
  if (before === null) return refuse('not-found')
  const record = await findSignedRecord(db, sessionId)
  const answered = record && record.answers.map(answer => answer.personId)
  const corrected =
    wanted.correction === 'attendance'
      ? correctAttendance(before, { ...wanted, answered })
      : sayNotHeld(before, { ...wanted, answered })
  if (!corrected.ok) return corrected
  const isAttendance = wanted.correction === 'attendance'
  const { attended, heldMinutes, wasInterrupted } = before
  await saveSessionChange(db, corrected.value, {
    change: isAttendance ? 'attendance-corrected' : 'not-held',
    personId,
    reason: wanted.reason,
    saidBefore: { attended, heldMinutes, wasInterrupted },
    now,
  })
  await recordEvent(db, {
    personId,
    at: now,
    event: isAttendance ? 'supervision-attendance-corrected' : 'supervision-session-not-held',
    aboutId: sessionId,
  })
  // Whoever turns out to have been there is asked for their word on what is signed.
  const added = corrected.value.attended.filter(one => !attended.includes(one))
  for (const one of record === null ? [] : added)
    await queue.enqueue(db, signatureMailJob({ waits: 'record', personId: one, relationshipId, sessionId }))
  return corrected
}
