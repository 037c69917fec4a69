import { readDate, type DatePart, type DateParts, type Day } from '../../platform/day.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'

export type EndProblem =
  | { readonly code: 'not-a-date'; readonly parts: readonly DatePart[] }
  /** What happened so far was supervision, and stays it. */
  | { readonly code: 'in-the-past' }
  | { readonly code: 'after-its-end'; readonly end: Day }

/** The last day of a supervision, as typed: today or later, and no later than an end it has already. */
export function readLastDay(typed: DateParts, today: Day, alreadyEnds: Day | null): Result<Day, EndProblem> {
  const read = readDate(typed)
  if (!read.ok) return refuse({ code: 'not-a-date', parts: read.parts })
  if (read.day < today) return refuse({ code: 'in-the-past' })
  if (alreadyEnds !== null && read.day > alreadyEnds)
    return refuse({ code: 'after-its-end', end: alreadyEnds })
  return ok(read.day)
}
