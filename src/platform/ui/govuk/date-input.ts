import { type Html, html } from '../html.ts'
import { input, type InputOptions } from './input.ts'
import { attributes, spaced } from './parts/attributes.ts'
import { fieldGroup, type FieldGroupOptions } from './parts/form-group.ts'

type Unit = 'day' | 'month' | 'year'

interface DatePart extends Pick<
  InputOptions,
  'value' | 'classes' | 'attributes' | 'inputmode' | 'pattern' | 'autocomplete'
> {
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly label?: string | undefined
  /** Marks this part as wrong. When no part says so, an error marks them all, but those that say `false`. */
  readonly error?: boolean | undefined
}

export interface DateInputOptions extends FieldGroupOptions {
  readonly id: string
  /** `start` gives the names `start-day`, `start-month` and `start-year`. */
  readonly namePrefix?: string | undefined
  readonly values?: Readonly<Partial<Record<Unit, string | undefined>>> | undefined
  /** `false` leaves the part out. */
  readonly day?: DatePart | false | undefined
  readonly month?: DatePart | false | undefined
  readonly year?: DatePart | false | undefined
}

const units: readonly Unit[] = ['day', 'month', 'year']
const labels: Record<Unit, string> = { day: 'Day', month: 'Month', year: 'Year' }

export function dateInput(options: DateInputOptions): Html {
  const classes = spaced('govuk-date-input', options.classes)
  const parts = units.map(unit => datePart(unit, options))
  // The role: in a fieldset of text inputs some screen readers do not announce the description without it.
  return fieldGroup(
    options,
    options.id,
    () => html`<div class="${classes}" ${attributes(options.attributes)} id="${options.id}">${parts}</div>`,
    'group',
  )
}

function datePart(unit: Unit, options: DateInputOptions): Html | false {
  const part = options[unit] ?? {}
  if (part === false) return false
  const { name = unit, label = labels[unit], inputmode = 'numeric', error = isWrongByDefault(options) } = part
  const hasOwnWidth = part.classes?.includes('govuk-input--width-') ?? false
  const control = input({
    ...part,
    id: part.id ?? `${options.id}-${name}`,
    name: options.namePrefix === undefined ? name : `${options.namePrefix}-${name}`,
    label: { content: label, classes: 'govuk-date-input__label' },
    value: part.value ?? options.values?.[unit],
    inputmode,
    // The message belongs to the whole date.
    error: undefined,
    classes: spaced(
      'govuk-date-input__input',
      error && 'govuk-input--error',
      !hasOwnWidth && `govuk-input--width-${unit === 'year' ? 4 : 2}`,
      part.classes,
    ),
  })
  return html`<div class="govuk-date-input__item">${control}</div>`
}

function isWrongByDefault({ error, day, month, year }: DateInputOptions): boolean {
  return Boolean(error) && ![day, month, year].some(part => part && part.error)
}
