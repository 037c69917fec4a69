import { readDate, type DatePart, type DateParts, type Day } from '../platform/day.ts'
import { ok, refuse, type Result } from '../platform/result.ts'

export type DoneOnProblem = 'not-a-date' | 'in-the-future' | 'too-early'

export interface WrongDoneOn {
  readonly problem: DoneOnProblem
  readonly parts: readonly DatePart[]
}

/** A typed day on which something was done: a real date, not after `today` and not before `earliest`. */
export function readDoneOn(typed: DateParts, today: Day, earliest: Day | null): Result<Day, WrongDoneOn> {
  const read = readDate(typed)
  if (!read.ok) return refuse({ problem: 'not-a-date', parts: read.parts })
  if (read.day > today) return refuse({ problem: 'in-the-future', parts: ['day'] })
  if (earliest !== null && read.day < earliest) return refuse({ problem: 'too-early', parts: ['day'] })
  return ok(read.day)
}
