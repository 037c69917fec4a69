import type { DateParts, DatePart, DateProblem } from '../../platform/day.ts'
import { dateInput } from '../../platform/ui/govuk/date-input.ts'
import type { Html } from '../../platform/ui/html.ts'
import type { FormBody } from '../../platform/web/form-body.ts'

const words: Record<DateProblem, string> = {
  'missing-all': 'is missing',
  'missing-day': 'must include a day',
  'missing-month': 'must include a month',
  'missing-year': 'must include a year',
  'missing-day-and-month': 'must include a day and a month',
  'missing-day-and-year': 'must include a day and a year',
  'missing-month-and-year': 'must include a month and a year',
  'year-not-4-digits': 'must have a year of 4 numbers, such as 2026',
  'not-a-real-date': 'must be a real date, such as 1 9 2026',
}

export function dateProblemInWords(subject: string, problem: DateProblem): string {
  return `${subject} ${words[problem]}`
}

export const emptyDate: DateParts = { day: '', month: '', year: '' }

/** The fields of a date with this prefix, as `dateFields` names them. */
export function dateFieldNames(prefix: string): string[] {
  return [`${prefix}-day`, `${prefix}-month`, `${prefix}-year`]
}

export function readDateFields(form: FormBody, prefix: string): DateParts {
  return {
    day: form.text(`${prefix}-day`),
    month: form.text(`${prefix}-month`),
    year: form.text(`${prefix}-year`),
  }
}

/** The id of the first box to mend. */
export function firstDateField(prefix: string, parts: readonly DatePart[]): string {
  return `${prefix}-${parts[0] ?? 'day'}`
}

interface DateFields {
  readonly prefix: string
  readonly legend: string
  readonly legendClasses?: string
  readonly hint?: string
  readonly value: DateParts
  readonly error: { readonly message: string; readonly parts: readonly DatePart[] } | null
}

export function dateFields({ prefix, legend, legendClasses, hint, value, error }: DateFields): Html {
  const part = (which: DatePart) => ({
    value: value[which],
    error: error?.parts.includes(which) ?? false,
  })
  return dateInput({
    id: prefix,
    namePrefix: prefix,
    legend: { content: legend, classes: legendClasses ?? 'govuk-fieldset__legend--s' },
    hint,
    error: error?.message,
    day: part('day'),
    month: part('month'),
    year: part('year'),
  })
}
