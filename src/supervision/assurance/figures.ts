import { monthsAfter, type DayNumber } from '../policy/day-numbers.ts'
import { dueInNumbers, policyAt, type DueInNumbers, type PolicyInNumbers } from '../policy/due-sessions.ts'
import { rebookingsInNumbers, type CancelledSession, type StandingSession } from '../sessions/rebooking.ts'
import { includesDay, type SpanOfNumbers, type TimeInNumbers } from '../policy/working-days.ts'

/**
 * What is known of how somebody was supervised: days and counts, and not a word of it. The same for the organisation, for
 * their supervisor and for themselves; what differs is which relationships are looked at.
 */
export interface Facts {
  readonly time: TimeInNumbers
  readonly newlyQualifiedFrom: DayNumber | null
  readonly supervised: readonly SupervisedDays[]
  /** The sessions that were held with them, in order: those of the period, and at least the last one before it. */
  readonly held: readonly HeldSession[]
  readonly cancelled: readonly CancelledSession[]
  /** The sessions of the period, and those to come, that were not cancelled. */
  readonly standing: readonly StandingSession[]
  /** Open actions that are theirs and whose day has passed. */
  readonly actionsOverdue: number
}

/** The days of one relationship, and when the newest agreement that both had signed was signed by the second of them. */
export interface SupervisedDays extends SpanOfNumbers {
  readonly agreedOn: DayNumber | null
}

export interface HeldSession {
  readonly heldOn: DayNumber
  /** False where those who were there chose that nothing is written down. */
  readonly needsRecord: boolean
  /** When the second of the two signed the record; null while one of them has not. */
  readonly signedOn: DayNumber | null
}

/** Of so many, so many. */
export interface Share {
  readonly count: number
  readonly of: number
}

export interface Figures {
  readonly isSupervised: boolean
  /** Of the sessions that fell due in the period, those that were held by then. */
  readonly onTime: Share
  /** Sessions in the period, however many were due. */
  readonly held: number
  /** Days since the last session or, before the first, since they began. Null for somebody who has no supervisor. */
  readonly daysSinceLast: number | null
  /** Of the sessions of the period that were cancelled, those that another replaced within the policy's working days. */
  readonly rebooked: Share
  /** Of the relationships that last, those with an agreement that both signed and that is not due for review. */
  readonly agreements: Share
  /** Of the records of the period, those that both signed in the policy's days. */
  readonly records: Share
  readonly actionsOverdue: number
}

export interface Period {
  readonly from: DayNumber
  /** Today: nothing that is still to come is counted. */
  readonly to: DayNumber
}

/** Whatever can still be put right in time is not counted either way: a share is of what has been decided. */
export function figuresOf(facts: Facts, policies: readonly PolicyInNumbers[], period: Period): Figures {
  const today = period.to
  const inPeriod = facts.held.filter(({ heldOn }) => includesDay(period, heldOn))
  const now = facts.supervised.filter(days => includesDay(days, today))
  return {
    isSupervised: now.length > 0,
    onTime: onTime(facts, policies, period),
    held: inPeriod.length,
    daysSinceLast: daysSinceLast(facts, now, today),
    rebooked: shareOf(
      rebookingsInNumbers(facts.cancelled, facts.standing, { policies, time: facts.time, today }),
      ({ cancelled, outcome }) =>
        outcome === 'open' || !includesDay(period, cancelled.plannedOn) ? null : outcome === 'in-time',
    ),
    agreements: shareOf(now, ({ agreedOn }) => isInDate(agreedOn, policies, today)),
    records: shareOf(inPeriod, session => wasSignedInTime(session, policies, today)),
    actionsOverdue: facts.actionsOverdue,
  }
}

/** By when the next session is to be held. Null for whoever has no supervisor today, and while nobody knows when they are back. */
export function nextDueBy(
  facts: Facts,
  policies: readonly PolicyInNumbers[],
  today: DayNumber,
): DayNumber | null {
  const now = together(facts.supervised).find(days => includesDay(days, today))
  if (now === undefined) return null
  const next = dueDuring(facts, now, policies, { from: today, to: today }).at(-1)
  return next?.state === 'open' ? next.dueBy : null
}

/** Null where it is not decided yet. */
function shareOf<T>(all: readonly T[], isSo: (one: T) => boolean | null): Share {
  const decided = all.map(isSo).filter(so => so !== null)
  return { count: decided.filter(Boolean).length, of: decided.length }
}

function onTime(facts: Facts, policies: readonly PolicyInNumbers[], period: Period): Share {
  let count = 0
  let of = 0
  for (const during of together(facts.supervised)) {
    for (const session of dueDuring(facts, during, policies, period)) {
      if (session.state === 'open' || !includesDay(period, session.heldOn ?? session.dueBy)) continue
      of += 1
      if (session.state === 'held') count += 1
    }
  }
  return { count, of }
}

/** What was due in the period, and what is due next. */
function dueDuring(
  { held, newlyQualifiedFrom, time }: Facts,
  during: SpanOfNumbers,
  policies: readonly PolicyInNumbers[],
  period: Period,
): readonly DueInNumbers[] {
  const heldOn = [...new Set(held.map(session => session.heldOn))]
  // What is due after a session depends on nothing before it: what was long ago need not be looked at.
  const before = heldOn.findLast(day => day < period.from && includesDay(during, day))
  return dueInNumbers(
    {
      policies,
      during: { from: before ?? during.from, to: during.to },
      newlyQualifiedFrom,
      time,
      held: before === undefined ? heldOn : heldOn.filter(day => day > before),
    },
    period.to,
  )
}

/**
 * Somebody with two supervisors at once is to be supervised as often as somebody with one: whoever holds the session, it
 * counts. So days that overlap or follow one another are one time.
 */
function together(all: readonly SpanOfNumbers[]): readonly SpanOfNumbers[] {
  const times: { from: DayNumber; to: DayNumber | null }[] = []
  for (const { from, to } of all.toSorted((a, b) => a.from - b.from)) {
    const last = times.at(-1)
    if (last === undefined || (last.to !== null && from > last.to + 1)) times.push({ from, to })
    else if (last.to !== null) last.to = to === null ? null : Math.max(last.to, to)
  }
  return times
}

function daysSinceLast({ held }: Facts, now: readonly SpanOfNumbers[], today: DayNumber): number | null {
  if (now.length === 0) return null
  const last = held.findLast(({ heldOn }) => heldOn <= today)
  return today - (last?.heldOn ?? Math.min(...now.map(({ from }) => from)))
}

function isInDate(
  agreedOn: DayNumber | null,
  policies: readonly PolicyInNumbers[],
  today: DayNumber,
): boolean {
  const policy = policyAt(policies, today)
  return agreedOn !== null && policy !== null && today <= monthsAfter(agreedOn, policy.agreementReviewMonths)
}

function wasSignedInTime(
  { heldOn, needsRecord, signedOn }: HeldSession,
  policies: readonly PolicyInNumbers[],
  today: DayNumber,
): boolean | null {
  const policy = policyAt(policies, heldOn)
  if (!needsRecord || policy === null) return null
  const by = heldOn + policy.daysToSign
  if (signedOn !== null) return signedOn <= by
  return by < today ? false : null
}
