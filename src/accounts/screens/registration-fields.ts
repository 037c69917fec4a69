import { isNeverRegistered } from '../../cpd/registration.ts'
import { partsOfDay, type DateParts } from '../../platform/day.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { checkboxes } from '../../platform/ui/govuk/checkboxes.ts'
import { dateInput } from '../../platform/ui/govuk/date-input.ts'
import { input } from '../../platform/ui/govuk/input.ts'
import { radios } from '../../platform/ui/govuk/radios.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import type { FormBody } from '../../platform/web/form-body.ts'
import {
  emptyDate,
  emptyPeriod,
  mostPeriods,
  type RegistrationDetails,
  type RegistrationProblem,
  type TypedPeriod,
  type TypedRegistration,
} from '../registration-details.ts'
import { fields, registrationProblemInWords } from './registration-words.ts'

/** What the rule pack says of a registration number. */
export interface NumberWords {
  readonly label: string
  readonly hint: string
}

const parts = ['day', 'month', 'year'] as const
const pressed = 'press'

export const registrationFieldNames: readonly string[] = [
  fields.notOnRegister,
  fields.number,
  fields.removal,
  ...parts.map(fields.removalOn),
  ...parts.map(part => `${fields.from(0, part).slice(0, -1)}*`),
  ...parts.map(part => `${fields.to(0, part).slice(0, -1)}*`),
  'kind-*',
  pressed,
]

/** What was typed, verbatim. A form with no period at all has one empty one. */
export function readTypedRegistration(form: FormBody): TypedRegistration {
  const date = (name: (part: keyof DateParts) => string): DateParts => ({
    day: form.text(name('day')),
    month: form.text(name('month')),
    year: form.text(name('year')),
  })
  const rows = [...form.fields.keys()].flatMap(name => /^(?:from|to)\w+-(\d{1,6})$/.exec(name)?.[1] ?? [])
  const periods = [...new Set(rows.map(Number))]
    .toSorted((a, b) => a - b)
    // One more than is allowed, so that it is seen to be too many.
    .slice(0, mostPeriods + 1)
    .map(row => ({
      from: date(part => fields.from(row, part)),
      to: date(part => fields.to(row, part)),
      kind: form.text(fields.kind(row)),
    }))
  return {
    isNotOnRegister: form.text(fields.notOnRegister) !== '',
    registrationNumber: form.text(fields.number),
    periods: periods.length > 0 ? periods : [emptyPeriod],
    voluntaryRemoval: form.text(fields.removal) !== '',
    voluntaryRemovalOn: date(fields.removalOn),
  }
}

/** The same with a row more or less, when "Add another period" or "Remove" was pressed; else `null`. */
export function withPressedRow(form: FormBody, typed: TypedRegistration): TypedRegistration | null {
  const press = form.text(pressed)
  if (press === 'add') return { ...typed, periods: [...typed.periods, emptyPeriod].slice(0, mostPeriods) }
  const removed = /^remove-(\d{1,6})$/.exec(press)?.[1]
  if (removed === undefined) return null
  const periods = typed.periods.filter((_period, row) => row !== Number(removed))
  return { ...typed, periods: periods.length > 0 ? periods : [emptyPeriod] }
}

export const emptyRegistration: TypedRegistration = {
  isNotOnRegister: false,
  registrationNumber: '',
  periods: [emptyPeriod],
  voluntaryRemoval: false,
  voluntaryRemovalOn: emptyDate,
}

/** What would have to be typed for these details. */
export function typedFrom(details: RegistrationDetails): TypedRegistration {
  if (isNeverRegistered(details.registration)) return { ...emptyRegistration, isNotOnRegister: true }
  const { registrationNumber, registration } = details
  const { periods, voluntaryRemovalAppliedOn } = registration
  return {
    isNotOnRegister: false,
    registrationNumber,
    periods: periods.map(({ from, to, kind }) => ({
      from: partsOfDay(from),
      to: to === null ? emptyDate : partsOfDay(to),
      kind,
    })),
    voluntaryRemoval: voluntaryRemovalAppliedOn !== null,
    voluntaryRemovalOn:
      voluntaryRemovalAppliedOn === null ? emptyDate : partsOfDay(voluntaryRemovalAppliedOn),
  }
}

/** By the id of the field to mend, for the summary. */
export function registrationErrors(
  problems: readonly RegistrationProblem[],
  typed: TypedRegistration,
): readonly (readonly [field: string, message: string])[] {
  return problems.map(problem => {
    const { field, message } = registrationProblemInWords(problem, typed.periods.length === 1)
    return [field, message]
  })
}

interface Shown {
  readonly action: string
  readonly words: NumberWords
  readonly typed: TypedRegistration
  readonly problems: readonly RegistrationProblem[]
}

/**
 * The part of a form that asks about the register; its form must start with `defaultButton()`. "Add another period" and
 * "Remove" send the form and show it again, so that they need no script.
 */
export function registrationFields({ action, words, typed, problems }: Shown): Html {
  const marks = marksOf(problems, typed)
  return html`${checkboxes({
    name: fields.notOnRegister,
    classes: 'govuk-checkboxes--small',
    items: [
      {
        value: 'yes',
        content: 'I am not on the register',
        hint: 'For a line manager of another profession, say. Then leave empty what is asked about the register',
      },
    ],
    values: typed.isNotOnRegister ? ['yes'] : [],
    error: marks.message(fields.notOnRegister),
  })}
  ${input({
    name: fields.number,
    label: words.label,
    hint: words.hint,
    value: typed.registrationNumber,
    error: marks.message(fields.number),
    classes: 'govuk-input--width-10',
    autocomplete: 'off',
    spellcheck: false,
  })}
    <h2 class="govuk-heading-m">When you were on the register</h2>
    <p class="govuk-body">
      Give every period. What a year needs of you depends on them: whether you were on the register, and
      whether you joined or were restored late in the year.
    </p>
    ${typed.periods.map((period, row) => periodFields(period, row, typed.periods.length, action, marks))}
    ${
      typed.periods.length < mostPeriods &&
      button({
        content: 'Add another period',
        classes: 'govuk-button--secondary',
        name: pressed,
        value: 'add',
        attributes: { formaction: `${action}#${fields.from(typed.periods.length, 'day')}` },
      })
    }
    <h2 class="govuk-heading-m">If you are leaving the register</h2>
    ${checkboxes({
      name: fields.removal,
      items: [{ value: 'yes', content: 'I have applied for voluntary removal from the register' }],
      values: typed.voluntaryRemoval ? ['yes'] : [],
      error: marks.message(fields.removal),
    })}
    ${dateFields({
      id: 'voluntaryRemovalOn',
      legend: 'The date you applied',
      hint: 'Leave it empty if you have not applied',
      name: fields.removalOn,
      value: typed.voluntaryRemovalOn,
      marks,
    })}`
}

function periodFields(period: TypedPeriod, row: number, rows: number, action: string, marks: Marks): Html {
  const prefix = rows === 1 ? '' : `Period ${row + 1}: `
  const legend = (text: string) =>
    prefix === '' ? text : prefix + text.charAt(0).toLowerCase() + text.slice(1)
  return html`${dateFields({
    id: `from-${row}`,
    legend: legend('The date you went on the register'),
    hint: 'For example, 1 9 2015',
    name: part => fields.from(row, part),
    value: period.from,
    marks,
  })}
  ${radios({
    name: fields.kind(row),
    legend: {
      content: legend('How you came onto the register on that date'),
      classes: 'govuk-fieldset__legend--s',
    },
    items: [
      { value: 'joined', content: 'I joined it' },
      { value: 'restored', content: 'I was restored to it', hint: 'You had been on it before' },
    ],
    value: period.kind,
    classes: 'govuk-radios--small',
    error: marks.message(fields.kind(row)),
  })}
  ${dateFields({
    id: `to-${row}`,
    legend: legend('The last day you were on the register'),
    hint: 'Leave it empty if you are still on the register',
    name: part => fields.to(row, part),
    value: period.to,
    marks,
  })}
  ${
    rows > 1 &&
    button({
      content: html`Remove<span class="govuk-visually-hidden"> period ${row + 1}</span>`,
      classes: 'govuk-button--secondary',
      name: pressed,
      value: `remove-${row}`,
      attributes: { formaction: `${action}#${fields.from(Math.max(row - 1, 0), 'day')}` },
    })
  }`
}

interface DateField {
  readonly id: string
  readonly legend: string
  readonly hint: string
  readonly name: (part: keyof DateParts) => string
  readonly value: DateParts
  readonly marks: Marks
}

function dateFields({ id, legend, hint, name, value, marks }: DateField): Html {
  const names = parts.map(name)
  const part = (which: keyof DateParts) => ({
    id: name(which),
    name: name(which),
    value: value[which],
    error: marks.isMarked(name(which)),
  })
  return dateInput({
    id,
    legend: { content: legend, classes: 'govuk-fieldset__legend--s' },
    hint,
    error: names.map(marks.message).find(message => message !== undefined),
    day: part('day'),
    month: part('month'),
    year: part('year'),
  })
}

interface Marks {
  message(field: string): string | undefined
  isMarked(field: string): boolean
}

function marksOf(problems: readonly RegistrationProblem[], typed: TypedRegistration): Marks {
  const inWords = problems.map(problem => registrationProblemInWords(problem, typed.periods.length === 1))
  return {
    message: field => inWords.find(problem => problem.field === field)?.message,
    isMarked: field => inWords.some(problem => problem.marked.includes(field)),
  }
}
