import { recordEvent } from '../../../audit/record-event.ts'
import { dayIn } from '../../../platform/day.ts'
import type { EventName } from '../../../audit/events.ts'
import type { Db } from '../../../platform/db/connect.ts'
import type { Queue } from '../../../platform/jobs/queue.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import { sessionMailJob } from '../../calendar/session-mail.ts'
import type { Relationship } from '../../relationship.ts'
import { cancel, sayHeld, move, type Session, type SessionRefusal } from '../session.ts'
import { lockSession, saveSessionChange } from '../sessions-store.ts'
import { whoIsTold } from '../who-is-told.ts'
import { isAnythingWritten } from '../written-for-session.ts'
import { findWrittenForSession } from '../written-for-session-store.ts'

/** What is to become of a session, and on which version of it that was decided. */
export type WantedChange = { readonly version: number } & (
  | {
      readonly change: 'moved'
      readonly startsAt: Date
      readonly minutes: number
      readonly reason: string
    }
  | { readonly change: 'cancelled'; readonly reason: string }
  | {
      readonly change: 'held'
      readonly minutes: number
      readonly wasInterrupted: boolean
      readonly attended: readonly string[]
      readonly isContentRecorded: boolean
    }
)

interface ChangeSessionInput {
  readonly relationship: Relationship
  readonly sessionId: string
  readonly personId: string
  readonly wanted: WantedChange
  readonly timeZone: string
  readonly now: Date
}

const events: Readonly<Record<WantedChange['change'], EventName>> = {
  moved: 'supervision-session-moved',
  cancelled: 'supervision-session-cancelled',
  held: 'supervision-session-held',
}

/** Moves a session, cancels it or says that it was held; everybody whose calendar has it is told of the first two. */
export async function changeSession(
  db: Db,
  queue: Pick<Queue, 'enqueue'>,
  { relationship, sessionId, personId, wanted, timeZone, now }: ChangeSessionInput,
): Promise<Result<Session, SessionRefusal | 'not-found'>> {
  const before = await lockSession(db, relationship.relationshipId, sessionId)
  if (before === null) return refuse('not-found')
  const written =
    wanted.change === 'held' && !wanted.isContentRecorded
      ? await findWrittenForSession(db, { ...before, today: dayIn(timeZone, now) })
      : null
  const decided = decide(before, wanted, {
    isAnythingWritten: written !== null && isAnythingWritten(written),
    now,
  })
  if (!decided.ok) return decided
  const session = decided.value
  const reason = wanted.change === 'held' ? null : wanted.reason
  await saveSessionChange(db, session, { change: wanted.change, personId, reason, now })
  await recordEvent(db, { personId, at: now, event: events[wanted.change], aboutId: sessionId })
  if (wanted.change !== 'held') {
    const told = new Set([
      ...whoIsTold(relationship, before.startsAt, timeZone),
      ...whoIsTold(relationship, session.startsAt, timeZone),
    ])
    for (const one of told)
      await queue.enqueue(
        db,
        sessionMailJob({ change: wanted.change, personId: one, sessionIds: [sessionId] }),
      )
  }
  return ok(session)
}

function decide(
  session: Session,
  wanted: WantedChange,
  asItIs: { readonly isAnythingWritten: boolean; readonly now: Date },
): Result<Session, SessionRefusal> {
  switch (wanted.change) {
    case 'moved':
      return move(session, wanted)
    case 'cancelled':
      return cancel(session, wanted)
    case 'held':
      return sayHeld(session, { ...wanted, ...asItIs })
  }
}
