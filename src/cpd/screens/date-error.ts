import { readDate, type DatePart, type DateParts, type Day } from '../../platform/day.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'

export interface DateError {
  readonly message: string
  readonly parts: readonly DatePart[]
}

/** A typed day on which something was done: a real date, not in the future and not before `earliest`. */
export function readDoneOn(
  typed: DateParts,
  { today, earliest, tooEarly }: { readonly today: Day; readonly earliest?: Day; readonly tooEarly?: string },
): Result<Day, DateError> {
  const read = readDate(typed)
  if (!read.ok)
    return refuse({
      message: 'Enter the date as a day, a month and a year, such as 27 11 2026',
      parts: read.parts,
    })
  if (read.day > today) return refuse({ message: 'The date must be today or in the past', parts: ['day'] })
  if (earliest !== undefined && tooEarly !== undefined && read.day < earliest) {
    return refuse({ message: tooEarly, parts: ['day'] })
  }
  return ok(read.day)
}
