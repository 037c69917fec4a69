import type { DateProblem } from '../../platform/day.ts'

/** What is wrong with a date that was typed, for a field that is called `what`, such as “By when”. */
export function dateProblemInWords(what: string, problem: DateProblem): string {
  switch (problem) {
    case 'missing-all':
      return `Enter ${what}`
    case 'missing-day':
      return `${capital(what)} must include a day`
    case 'missing-month':
      return `${capital(what)} must include a month`
    case 'missing-year':
      return `${capital(what)} must include a year`
    case 'missing-day-and-month':
      return `${capital(what)} must include a day and a month`
    case 'missing-day-and-year':
      return `${capital(what)} must include a day and a year`
    case 'missing-month-and-year':
      return `${capital(what)} must include a month and a year`
    case 'year-not-4-digits':
      return `${capital(what)} must have a year of 4 digits`
    case 'not-a-real-date':
      return `${capital(what)} must be a real date`
  }
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
