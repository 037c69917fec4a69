import type { DateProblem } from '../day.ts'

const grouped = new Intl.NumberFormat('en-GB')

/** 20000 → "20,000" */
export function formatNumber(number: number): string {
  return grouped.format(number)
}

/** "form", "form and fee", "form, fee and CPD" */
export function inAList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** 1 day, 2 days */
export function counted(number: number, one: string, many: string): string {
  return `${formatNumber(number)} ${number === 1 ? one : many}`
}

const dateProblems: Record<Exclude<DateProblem, 'missing-all'>, string> = {
  'missing-day': 'must include a day',
  'missing-month': 'must include a month',
  'missing-year': 'must include a year',
  'missing-day-and-month': 'must include a day and a month',
  'missing-day-and-year': 'must include a day and a year',
  'missing-month-and-year': 'must include a month and a year',
  'year-not-4-digits': 'must have a year of 4 numbers, such as 2026',
  'not-a-real-date': 'must be a real date, such as 1 9 2026',
}

/** What is wrong with a date that was typed, for one that is called `what`, such as “the last day”. */
export function dateProblemInWords(what: string, problem: DateProblem): string {
  if (problem === 'missing-all') return `Enter ${what}`
  return `${what.slice(0, 1).toUpperCase()}${what.slice(1)} ${dateProblems[problem]}`
}
