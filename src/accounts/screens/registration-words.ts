import type { DateParts, DateProblem } from '../../platform/day.ts'
import type { RegistrationProblem } from '../registration-details.ts'

/** The ids and names of the fields about the register. Rows count from 0, and the number comes last in a name. */
export const fields = {
  notOnRegister: 'notOnRegister',
  number: 'registrationNumber',
  removal: 'voluntaryRemoval',
  removalOn: (part: keyof DateParts) => `voluntaryRemoval${capital[part]}`,
  from: (row: number, part: keyof DateParts) => `from${capital[part]}-${row}`,
  to: (row: number, part: keyof DateParts) => `to${capital[part]}-${row}`,
  kind: (row: number) => `kind-${row}`,
} as const

const capital: Record<keyof DateParts, string> = { day: 'Day', month: 'Month', year: 'Year' }

export interface FieldProblem {
  /** The first field to mend. */
  readonly field: string
  readonly message: string
  /** All the fields to mark. */
  readonly marked: readonly string[]
}

export function registrationProblemInWords(
  problem: RegistrationProblem,
  isOnlyPeriod: boolean,
): FieldProblem {
  const row = 'row' in problem ? problem.row : 0
  const inPeriod = isOnlyPeriod ? '' : `Period ${row + 1}: `
  const from = `${inPeriod}${isOnlyPeriod ? 'The' : 'the'} date you went on the register`
  const to = `${inPeriod}${isOnlyPeriod ? 'The' : 'the'} last day you were on the register`
  const removal = 'The date you applied for voluntary removal'
  const all = ['day', 'month', 'year'] as const
  switch (problem.code) {
    case 'not-on-register-and-more':
      return at(
        [fields.notOnRegister],
        'Leave everything about the register empty, or untick that you are not on it',
      )
    case 'number-missing':
      return at([fields.number], 'Enter your registration number')
    case 'number-too-long':
      return at(
        [fields.number],
        `Registration number must be ${problem.limit} characters or fewer; it is ${problem.length}`,
      )
    case 'too-many-periods':
      return at([fields.from(0, 'day')], `Enter no more than ${problem.limit} periods`)
    case 'from-wrong':
      return at(
        problem.date.parts.map(part => fields.from(row, part)),
        dateInWords(from, problem.date.problem),
      )
    case 'from-in-the-future':
      return at(
        all.map(part => fields.from(row, part)),
        `${from} must be today or in the past`,
      )
    case 'to-wrong':
      return at(
        problem.date.parts.map(part => fields.to(row, part)),
        dateInWords(to, problem.date.problem),
      )
    case 'to-in-the-future':
      return at(
        all.map(part => fields.to(row, part)),
        `${to} must be today or in the past. Leave it empty if you are still on the register`,
      )
    case 'to-before-from':
      return at(
        all.map(part => fields.to(row, part)),
        `${to} must be the day you went on it or later`,
      )
    case 'kind-missing':
      return at(
        [fields.kind(row)],
        `${inPeriod}${isOnlyPeriod ? 'Select' : 'select'} whether you joined the register or were restored to it`,
      )
    case 'period-overlaps':
      return at(
        all.map(part => fields.from(row, part)),
        `${from} must be after the last day of the period before. Check whether that one has ended`,
      )
    case 'removal-wrong':
      return at(problem.date.parts.map(fields.removalOn), dateInWords(removal, problem.date.problem))
    case 'removal-in-the-future':
      return at(all.map(fields.removalOn), `${removal} must be today or in the past`)
    case 'removal-not-ticked':
      return at([fields.removal], 'Tick that you have applied for voluntary removal, or leave its date empty')
  }
}

function at(marked: readonly string[], message: string): FieldProblem {
  return { field: marked[0] ?? fields.number, message, marked }
}

function dateInWords(subject: string, problem: DateProblem): string {
  const words: Record<DateProblem, string> = {
    'missing-all': 'is missing',
    'missing-day': 'must include a day',
    'missing-month': 'must include a month',
    'missing-year': 'must include a year',
    'missing-day-and-month': 'must include a day and a month',
    'missing-day-and-year': 'must include a day and a year',
    'missing-month-and-year': 'must include a month and a year',
    'year-not-4-digits': 'must have a year of 4 numbers, such as 2015',
    'not-a-real-date': 'must be a real date, such as 1 9 2015',
  }
  return `${subject} ${words[problem]}`
}
