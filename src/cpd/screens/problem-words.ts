import { formatNumber } from '../../platform/ui/words.ts'
import type { DateProblem } from '../../platform/day.ts'
import type { Question } from '../../schemes/rule-pack.ts'
import type { Problem } from '../answers.ts'
import { fieldNames } from './answers-form.ts'

/** A problem in plain English, and the id of the field to mend. */
export interface ProblemInWords {
  /** Where a press on the message leads. */
  readonly field: string
  /** Every field to mark as wrong. */
  readonly fields: readonly string[]
  readonly message: string
}

export function problemInWords(question: Question, problem: Problem): ProblemInWords {
  const names = fieldNames(question)
  const label = question.label.toLowerCase()
  const at = (field: string, message: string) => ({ field, fields: [field], message })
  const tooLong = ({ limit, length }: { limit: number; length: number }) =>
    `must be ${formatNumber(limit)} characters or fewer; it is ${formatNumber(length)}`
  switch (problem.code) {
    case 'title-missing':
      return at(names.answer, 'Enter a title for this piece')
    case 'title-too-long':
      return at(names.answer, `Title ${tooLong(problem)}`)
    case 'type-missing':
      return at(names.answer, 'Select the type of CPD')
    case 'type-unknown':
      return at(names.answer, 'Select a type of CPD from the list')
    case 'date-wrong':
      return {
        ...at(`${question.id}-${problem.parts[0] ?? 'day'}`, dateMessages[problem.problem]),
        fields: problem.parts.map(part => `${question.id}-${part}`),
      }
    case 'date-in-the-future':
      return at(names.day, 'The date must be today or in the past: it is the day the activity took place')
    case 'text-missing':
      return at(names.answer, `Enter an answer about ${label}`)
    case 'text-too-long':
      return at(names.answer, `Your answer about ${label} ${tooLong(problem)}`)
    case 'peer-reflection-missing':
      return at(names.answer, 'Enter what you learnt from discussing this with a peer')
    case 'peer-reflection-too-long':
      return at(names.answer, `Your peer reflection ${tooLong(problem)}`)
    case 'peers-missing':
      return at(
        names.category(1),
        'Select who you discussed this with, and enter their job role. Do not give a name',
      )
    case 'peer-category-missing':
      return at(names.category(problem.row + 1), `Select who peer ${problem.row + 1} is`)
    case 'peer-category-unknown':
      return at(names.category(problem.row + 1), `Select who peer ${problem.row + 1} is from the list`)
    case 'peer-role-missing':
      return at(names.role(problem.row + 1), `Enter the job role of peer ${problem.row + 1}, not their name`)
    case 'peer-role-too-long':
      return at(names.role(problem.row + 1), `The job role of peer ${problem.row + 1} ${tooLong(problem)}`)
    case 'setting-unknown':
      return at(names.setting, 'Select how you discussed it from the list')
    case 'standards-missing':
      return at(names.answer, 'Select at least one standard that this piece speaks to')
    case 'standard-unknown':
      return at(names.answer, 'Select standards from the list')
  }
}

const dateMessages: Record<DateProblem, string> = {
  'missing-all': 'Enter the date the activity took place',
  'missing-day': 'The date must include a day',
  'missing-month': 'The date must include a month',
  'missing-year': 'The date must include a year',
  'missing-day-and-month': 'The date must include a day and a month',
  'missing-day-and-year': 'The date must include a day and a year',
  'missing-month-and-year': 'The date must include a month and a year',
  'year-not-4-digits': 'The year must have 4 numbers, such as 2026',
  'not-a-real-date': 'The date must be a real date, such as 27 3 2026',
}
