import {
  clockTimeIn,
  dayIn,
  readDate,
  type DatePart,
  type DateParts,
  type DateProblem,
  type Day,
} from '../../platform/day.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import type { Policy, SessionForm, Span } from '../policy/policy.ts'
import { isWithin, type Days } from '../policy/working-days.ts'
import type { SessionKind } from './session.ts'
import { instantOf, readClockTime, writeClockTime, type ClockTime } from './session-time.ts'

/** What was typed, verbatim. */
export interface TypedSession {
  readonly kind: string
  readonly form: string
  readonly date: DateParts
  readonly time: string
  readonly minutes: string
}

export type SessionField = 'kind' | 'form' | 'date' | 'time' | 'minutes' | 'reason' | 'count' | 'every' | 'on'

/** What is wrong with which field; the screen owns the words. */
export type FieldProblem = { readonly field: SessionField } & (
  | { readonly code: 'missing' }
  | { readonly code: 'not-a-date'; readonly problem: DateProblem; readonly parts: readonly DatePart[] }
  | { readonly code: 'not-a-time' }
  /** In spring an hour of that day is skipped. */
  | { readonly code: 'no-such-time'; readonly day: Day }
  | { readonly code: 'not-a-number'; readonly least: number; readonly most: number }
  | { readonly code: 'in-the-past' }
  | { readonly code: 'outside'; readonly during: Days }
  | { readonly code: 'too-far' }
)

export const longestSession = 480
const mostInASeries = 26

export interface When {
  readonly day: Day
  readonly time: ClockTime
  readonly startsAt: Date
  readonly minutes: number
}

interface Bounds {
  readonly timeZone: string
  readonly now: Date
  /** Of the relationship. */
  readonly during: Days
  /** A session that was not planned may be put in afterwards. */
  readonly mayBePast: boolean
}

/** A day, a time and a length that a session can have. */
export function readWhen(
  typed: Pick<TypedSession, 'date' | 'time' | 'minutes'>,
  { timeZone, now, during, mayBePast }: Bounds,
): Result<When, readonly FieldProblem[]> {
  const problems: FieldProblem[] = []
  const date = readDate(typed.date)
  const time = readClockTime(typed.time)
  const minutes = readNumber(typed.minutes, 1, longestSession)
  if (!date.ok) problems.push({ field: 'date', code: 'not-a-date', problem: date.problem, parts: date.parts })
  else problems.push(...dayProblems(date.day, { timeZone, now, during, mayBePast }))
  if (time === null) problems.push({ field: 'time', code: 'not-a-time' })
  if (minutes === null)
    problems.push({ field: 'minutes', code: 'not-a-number', least: 1, most: longestSession })
  if (!date.ok || time === null || minutes === null || problems.length > 0) return refuse(problems)
  const { day } = date
  const startsAt = instantOf(timeZone, day, time)
  if (writeClockTime(clockTimeIn(timeZone, startsAt)) !== writeClockTime(time))
    return refuse([{ field: 'time', code: 'no-such-time', day }])
  if (!mayBePast && startsAt <= now) return refuse([{ field: 'date', code: 'in-the-past' }])
  return ok({ day, time, startsAt, minutes })
}

/** What is wrong with a day, whatever the time. */
function dayProblems(day: Day, { timeZone, now, during, mayBePast }: Bounds): readonly FieldProblem[] {
  const today = dayIn(timeZone, now)
  // Two years ahead is a slip of the finger.
  if (Number(day.slice(0, 4)) > Number(today.slice(0, 4)) + 2) return [{ field: 'date', code: 'too-far' }]
  if (!isWithin(day, during)) return [{ field: 'date', code: 'outside', during }]
  return !mayBePast && day < today ? [{ field: 'date', code: 'in-the-past' }] : []
}

export interface Plan extends When {
  readonly kind: SessionKind
  readonly form: SessionForm
}

/** One session, as the form asks for it. */
export function readPlan(
  typed: TypedSession,
  policy: Policy,
  bounds: Omit<Bounds, 'mayBePast'>,
): Result<Plan, readonly FieldProblem[]> {
  const kind = sessionKinds.find(one => one === typed.kind)
  const form = readForm(typed.form, policy)
  const when = readWhen(typed, { ...bounds, mayBePast: kind !== undefined && kind !== 'planned' })
  const problems: FieldProblem[] = [
    ...(kind === undefined ? [{ field: 'kind', code: 'missing' } as const] : []),
    ...(form === null ? [{ field: 'form', code: 'missing' } as const] : []),
    ...(when.ok ? [] : when.refusal),
  ]
  if (kind === undefined || form === null || !when.ok) return refuse(problems)
  return ok({ kind, form, ...when.value })
}

export const sessionKinds = [
  'planned',
  'ad-hoc',
  'critical-incident',
] as const satisfies readonly SessionKind[]

/** A form of supervision that the policy allows. */
function readForm(typed: string, { forms }: Policy): SessionForm | null {
  return forms.find(one => one === typed) ?? null
}

export interface TypedSeries extends Omit<TypedSession, 'kind'> {
  readonly count: string
  /** `policy`, `weeks` or `months`. */
  readonly unit: string
  readonly every: string
}

export interface SeriesPlan extends When {
  readonly form: SessionForm
  readonly count: number
  /** Null where the policy says it, which may change with the time somebody has been in practice. */
  readonly every: Span | null
}

export function readSeries(
  typed: TypedSeries,
  policy: Policy,
  bounds: Omit<Bounds, 'mayBePast'>,
): Result<SeriesPlan, readonly FieldProblem[]> {
  const form = readForm(typed.form, policy)
  const when = readWhen(typed, { ...bounds, mayBePast: false })
  const count = readNumber(typed.count, 1, mostInASeries)
  const every = readEvery(typed)
  const problems: FieldProblem[] = [
    ...(form === null ? [{ field: 'form', code: 'missing' } as const] : []),
    ...(when.ok ? [] : when.refusal),
    ...(count === null
      ? [{ field: 'count', code: 'not-a-number', least: 1, most: mostInASeries } as const]
      : []),
    ...(every === undefined ? [{ field: 'every', code: 'not-a-number', least: 1, most: 12 } as const] : []),
  ]
  if (form === null || !when.ok || count === null || every === undefined) return refuse(problems)
  return ok({ form, count, every, ...when.value })
}

function readEvery({ unit, every }: TypedSeries): Span | null | undefined {
  if (unit === 'policy') return null
  const number = readNumber(every, 1, 12)
  if (number === null) return undefined
  return unit === 'weeks' ? { weeks: number } : unit === 'months' ? { months: number } : undefined
}

export function readNumber(typed: string, least: number, most: number): number | null {
  const text = typed.trim()
  if (!/^\d{1,4}$/.test(text)) return null
  const number = Number(text)
  return number >= least && number <= most ? number : null
}
