import type { DateParts } from '../../../platform/day.ts'
import type { FieldErrors } from '../../../platform/ui/field-errors.ts'
import { dateInput } from '../../../platform/ui/govuk/date-input.ts'
import { input } from '../../../platform/ui/govuk/input.ts'
import { select } from '../../../platform/ui/govuk/select.ts'
import { textarea } from '../../../platform/ui/govuk/textarea.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import type { FormBody } from '../../../platform/web/form-body.ts'
import { formsInWords } from '../../../organisations/policy-words.ts'
import type { Policy } from '../../policy/policy.ts'

/** The fields that say when a session is; their names are those of `TypedSession`. */
export const whenFieldNames = ['date-day', 'date-month', 'date-year', 'time', 'minutes'] as const

interface TypedWhen {
  readonly date: DateParts
  readonly time: string
  readonly minutes: string
}

/** What was typed, verbatim. */
export function readTypedWhen(form: FormBody): TypedWhen {
  return {
    date: { day: form.text('date-day'), month: form.text('date-month'), year: form.text('date-year') },
    time: form.text('time'),
    minutes: form.text('minutes'),
  }
}

export function whenFields(typed: TypedWhen, errors: FieldErrors, dayQuestion: string): Html {
  const parts = ['day', 'month', 'year'] as const
  const wrong = parts.find(part => errors.has(`date-${part}`))
  return html`${dateInput({
    id: 'date',
    namePrefix: 'date',
    legend: { content: dayQuestion, classes: 'govuk-fieldset__legend--s' },
    error: wrong === undefined ? undefined : errors.get(`date-${wrong}`),
    values: typed.date,
  })}
  ${input({
    name: 'time',
    label: { content: 'At what time does it begin?', classes: 'govuk-label--s' },
    hint: 'By the clock in England. For example, 14:30.',
    error: errors.get('time'),
    value: typed.time,
    classes: 'govuk-input--width-5',
    autocomplete: 'off',
  })}
  ${minutesField(typed.minutes, errors, 'How many minutes is it to last?')}`
}

export function minutesField(minutes: string, errors: FieldErrors, question: string): Html {
  return input({
    name: 'minutes',
    label: { content: question, classes: 'govuk-label--s' },
    error: errors.get('minutes'),
    value: minutes,
    classes: 'govuk-input--width-4',
    inputmode: 'numeric',
    autocomplete: 'off',
  })
}

export function reasonField(reason: string, errors: FieldErrors): Html {
  return textarea({
    name: 'reason',
    label: { content: 'Why?', classes: 'govuk-label--s' },
    hint: 'Everybody in this supervision sees it. Do not say why somebody is ill, and name nobody you work with.',
    error: errors.get('reason'),
    value: reason,
    rows: 3,
  })
}

export function formField(form: string, policy: Policy, errors: FieldErrors): Html {
  return select({
    name: 'form',
    label: { content: 'How do you meet?', classes: 'govuk-label--s' },
    error: errors.get('form'),
    value: form,
    items: policy.forms.map(value => ({ value, content: formsInWords[value] })),
  })
}
