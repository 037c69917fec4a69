import type { DateParts, DatePart } from '../day.ts'
import type { FormBody } from '../web/form-body.ts'
import type { FieldErrors } from './field-errors.ts'
import { dateInput } from './govuk/date-input.ts'
import type { Html } from './html.ts'

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

/** Of errors by the id of a box: those of the boxes of one date, all with one message. */
export function dateErrorIn(errors: FieldErrors, prefix: string): DateFields['error'] {
  const parts = (['day', 'month', 'year'] as const).filter(part => errors.has(`${prefix}-${part}`))
  const message = errors.get(firstDateField(prefix, parts))
  return message === undefined ? null : { message, parts }
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
