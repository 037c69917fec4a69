import { formatDay, type DatePart, type Day } from '../../platform/day.ts'
import type { WrongDoneOn } from '../done-on.ts'

export interface DateError {
  readonly message: string
  readonly parts: readonly DatePart[]
}

export function dateErrorInWords({ problem, parts }: WrongDoneOn, earliest: Day | null): DateError {
  switch (problem) {
    case 'not-a-date':
      return { message: 'Enter the date as a day, a month and a year, in numbers', parts }
    case 'in-the-future':
      return { message: 'The date must be today or in the past', parts }
    case 'too-early':
      return {
        message: `The date must be on or after ${earliest === null ? '' : formatDay(earliest)}, when this step opened for that year`,
        parts,
      }
  }
}
