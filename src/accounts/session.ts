import { absoluteLimitMs, idleLimitMs } from './time-limits.ts'

export interface SessionTimes {
  readonly createdAt: Date
  readonly lastSeenAt: Date
  /** When it was signed out, here or elsewhere. One that ran out by itself has none. */
  readonly endedAt: Date | null
}

/** How a session ended, or `null` while it lasts. */
export function endOf(session: SessionTimes, now: Date): 'expired' | 'revoked' | null {
  if (session.endedAt !== null) return 'revoked'
  return millisecondsLeft(session, now) > 0 ? null : 'expired'
}

/** How long a session lasts if nobody uses it any more; 0 for one that has ended. */
export function secondsLeft(session: SessionTimes, now: Date): number {
  return endOf(session, now) === null ? Math.floor(millisecondsLeft(session, now) / 1000) : 0
}

function millisecondsLeft({ createdAt, lastSeenAt }: SessionTimes, now: Date): number {
  return Math.min(lastSeenAt.getTime() + idleLimitMs, createdAt.getTime() + absoluteLimitMs) - now.getTime()
}
