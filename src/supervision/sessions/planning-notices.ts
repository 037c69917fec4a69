import { dayIn, clockTimeIn, formatDay, formatMoment } from '../../platform/day.ts'
import type { Policy } from '../policy/policy.ts'
import { workingDayFrom, type WorkingTime } from '../policy/working-days.ts'
import type { SessionKind } from './session.ts'

/** A session that is not cancelled, at the time for which another one is to be planned. */
export interface Overlapping {
  readonly sessionId: string
  readonly startsAt: Date
  /** Whether it is one of the same supervision, and not another one of whoever plans. */
  readonly isOfThis: boolean
}

interface ToPlan {
  readonly kind: SessionKind
  readonly startsAt: Date
  readonly minutes: number
}

interface Around {
  readonly policy: Pick<Policy, 'shortestMinutes'>
  /** Of whoever is supervised, where that is one person. */
  readonly time: WorkingTime | null
  readonly overlapping: readonly Overlapping[]
  readonly timeZone: string
}

/** The first hour at which nobody wonders about a session, and the first after it at which they do. */
const usualHours = { from: 7, to: 20 } as const

/**
 * What whoever plans a session may not have meant, in words: they are asked once, and can plan it all the same. What came up
 * unplanned is as it was, so of that only another session at the same time.
 */
export function planningNotices(
  { kind, startsAt, minutes }: ToPlan,
  { policy, time, overlapping, timeZone }: Around,
): readonly string[] {
  const notices: string[] = []
  if (kind === 'planned') {
    const day = dayIn(timeZone, startsAt)
    const { hour } = clockTimeIn(timeZone, startsAt)
    const moment = formatMoment(timeZone, startsAt)
    if (minutes < policy.shortestMinutes)
      notices.push(
        `It is to last ${minutes} minutes, and the policy asks for at least ${policy.shortestMinutes}.`,
      )
    if (time !== null && workingDayFrom(time, day) !== day)
      notices.push(`${formatDay(day)} is a day on which whoever is supervised does not work.`)
    if (hour < usualHours.from || hour >= usualHours.to)
      notices.push(`It is to begin on ${moment}, at a time when few people work.`)
  }
  for (const { startsAt: other, isOfThis } of overlapping)
    notices.push(
      isOfThis
        ? `There is another session of this supervision at that time: on ${formatMoment(timeZone, other)}.`
        : `You have a session of another supervision at that time: on ${formatMoment(timeZone, other)}.`,
    )
  return notices
}
