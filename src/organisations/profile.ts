import { readDate, type DatePart, type DateParts, type DateProblem, type Day } from '../platform/day.ts'
import { ok, refuse, type Result } from '../platform/result.ts'
import { after } from '../supervision/policy/policy.ts'
import type { Weekday, WorkingTime } from '../supervision/policy/working-days.ts'
import { mark } from './mark.ts'
import { longestKnownAs, readLine, type LineProblem } from './read-line.ts'

/** How somebody is known to those they are supervised with, and when they can be. */
export interface Profile {
  readonly knownAs: string
  /** Whether they say that they are a registered social worker. */
  readonly isRegistered: boolean
  readonly newlyQualifiedFrom: Day | null
  readonly weekdays: readonly Weekday[]
}

/** Somebody's, with when they are away. */
export interface KnownProfile extends Profile {
  readonly personId: string
  readonly time: WorkingTime
}

/** As typed. */
export interface TypedProfile {
  readonly knownAs: string
  readonly isRegistered: string
  /** Empty for whoever is not newly qualified. */
  readonly newlyQualifiedFrom: DateParts
  readonly weekdays: readonly string[]
}

export type ProfileProblem =
  | { readonly field: 'knownAs'; readonly problem: LineProblem }
  | { readonly field: 'isRegistered' | 'weekdays' }
  | {
      readonly field: 'newlyQualifiedFrom'
      readonly problem: DateProblem | 'not-registered' | 'too-far-ahead'
      readonly parts: readonly DatePart[]
    }

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** How far ahead somebody can say when they begin to practise: a post is offered some months before, and no more. */
export const mostMonthsAhead = 6

export function readProfile(typed: TypedProfile, today: Day): Result<Profile, readonly ProfileProblem[]> {
  const problems: ProfileProblem[] = []
  const knownAs = readLine(typed.knownAs, longestKnownAs)
  if (!knownAs.ok) problems.push({ field: 'knownAs', problem: knownAs.refusal })
  const isRegistered = readYesOrNo(typed.isRegistered)
  if (isRegistered === null) problems.push({ field: 'isRegistered' })
  const { day, month, year } = typed.newlyQualifiedFrom
  const from = `${day}${month}${year}`.trim() === '' ? null : readDate(typed.newlyQualifiedFrom)
  if (from?.ok === false)
    problems.push({ field: 'newlyQualifiedFrom', problem: from.problem, parts: from.parts })
  else if (from?.ok && isRegistered === false)
    problems.push({ field: 'newlyQualifiedFrom', problem: 'not-registered', parts: ['day', 'month', 'year'] })
  else if (from?.ok && from.day > after(today, { months: mostMonthsAhead }))
    problems.push({ field: 'newlyQualifiedFrom', problem: 'too-far-ahead', parts: ['day', 'month', 'year'] })
  const days = weekdays.filter(weekday => typed.weekdays.includes(String(weekday)))
  if (days.length === 0) problems.push({ field: 'weekdays' })
  if (problems.length > 0 || !knownAs.ok || isRegistered === null) return refuse(problems)
  return ok({
    knownAs: knownAs.value,
    isRegistered,
    newlyQualifiedFrom: from?.ok ? from.day : null,
    weekdays: days,
  })
}

/** For the form that changes it: see `mark`. */
export function markOfProfile(profile: Profile | null): string {
  if (profile === null) return ''
  const { knownAs, isRegistered, newlyQualifiedFrom, weekdays } = profile
  return mark([knownAs, isRegistered, newlyQualifiedFrom, ...weekdays])
}

function readYesOrNo(typed: string): boolean | null {
  return typed === 'yes' ? true : typed === 'no' ? false : null
}
