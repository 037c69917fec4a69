import { dateInput } from '../../platform/ui/govuk/date-input.ts'
import type { FieldErrors } from '../../platform/ui/field-errors.ts'
import type { Html } from '../../platform/ui/html.ts'
import type { DateParts, DatePart } from '../../platform/day.ts'
import type { FormBody } from '../../platform/web/form-body.ts'

interface DayField {
  readonly name: string
  readonly legend: string
  readonly hint: string
  readonly values: DateParts
  readonly errors: FieldErrors
}

const units: readonly DatePart[] = ['day', 'month', 'year']

/** A date in three fields, with its message where it has one: the message goes by the id of the field that is wrong. */
export function dayField({ name, legend, hint, values, errors }: DayField): Html {
  const wrong = units.filter(unit => errors.has(`${name}-${unit}`))
  const message = wrong[0] === undefined ? undefined : errors.get(`${name}-${wrong[0]}`)
  return dateInput({
    id: name,
    namePrefix: name,
    legend: { content: legend, classes: 'govuk-fieldset__legend--s' },
    hint,
    error: message,
    values,
    day: { error: wrong.includes('day') },
    month: { error: wrong.includes('month') },
    year: { error: wrong.includes('year') },
  })
}

export function readDayParts(form: FormBody, name: string): DateParts {
  return { day: form.text(`${name}-day`), month: form.text(`${name}-month`), year: form.text(`${name}-year`) }
}

export function dayFieldNames(name: string): readonly string[] {
  return units.map(unit => `${name}-${unit}`)
}
