import {
  daysBetween,
  readDate,
  type DatePart,
  type DateParts,
  type DateProblem,
  type Day,
} from '../platform/day.ts'
import { ok, refuse, type Result } from '../platform/result.ts'
import type { Days } from '../supervision/policy/working-days.ts'

/** Days on which somebody is not at work. Why is not asked: it is nobody's business here. */
export interface Absence {
  readonly absenceId: string
  readonly days: Days
}

/** As typed. */
export interface TypedAbsence {
  readonly from: DateParts
  readonly to: DateParts
  /** Whether nobody knows yet when it ends. */
  readonly isOpen: boolean
}

export type AbsenceProblem =
  | {
      readonly field: 'from' | 'to'
      readonly problem: DateProblem
      readonly parts: readonly DatePart[]
    }
  | {
      readonly field: 'to'
      readonly problem: 'before-from' | 'or-open' | 'too-long'
      readonly parts: readonly DatePart[]
    }

/** Five years. Longer is "until further notice", or a slip: whoever plans looks at every day of it. */
const longestAbsenceDays = 5 * 366

const whole: readonly DatePart[] = ['day', 'month', 'year']

export function readAbsence({ from, to, isOpen }: TypedAbsence): Result<Days, readonly AbsenceProblem[]> {
  const problems: AbsenceProblem[] = []
  const first = readDate(from)
  if (!first.ok) problems.push({ field: 'from', problem: first.problem, parts: first.parts })
  const isEmpty = `${to.day}${to.month}${to.year}`.trim() === ''
  let last: Day | null = null
  if (isOpen) {
    if (!isEmpty) problems.push({ field: 'to', problem: 'or-open', parts: whole })
  } else {
    const read = readDate(to)
    if (!read.ok) problems.push({ field: 'to', problem: read.problem, parts: read.parts })
    else if (first.ok && read.day < first.day)
      problems.push({ field: 'to', problem: 'before-from', parts: whole })
    else if (first.ok && daysBetween(first.day, read.day) > longestAbsenceDays)
      problems.push({ field: 'to', problem: 'too-long', parts: whole })
    else last = read.day
  }
  return problems.length > 0 || !first.ok ? refuse(problems) : ok({ from: first.day, to: last })
}
