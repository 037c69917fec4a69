import { type Html, html } from '../html.ts'
import { type Appearance, attribute, attributes, spaced } from './parts/attributes.ts'
import { type Shorthand, type WithContent, withContent } from './parts/content.ts'
import { field, type FieldOptions } from './parts/form-group.ts'

interface Affix extends WithContent, Appearance {}

export interface InputOptions extends FieldOptions {
  readonly value?: string | undefined
  readonly type?: string | undefined
  readonly autocomplete?: string | undefined
  readonly autocapitalize?: string | undefined
  readonly inputmode?: string | undefined
  readonly pattern?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly prefix?: Shorthand<Affix> | undefined
  readonly suffix?: Shorthand<Affix> | undefined
  /** Beside the input, in the same wrapper. */
  readonly afterInput?: Html | undefined
  readonly inputWrapper?: Appearance | undefined
}

export function input(options: InputOptions): Html {
  return field(options, (id, describedBy) => wrapped(options, element(options, id, describedBy)))
}

function element(options: InputOptions, id: string, describedBy: string | undefined): Html {
  const classes = spaced('govuk-input', options.classes, options.error && 'govuk-input--error')
  return html`<input
    class="${classes}"
    id="${id}"
    name="${options.name}"
    type="${options.type ?? 'text'}"
    ${attribute('spellcheck', options.spellcheck?.toString())}
    ${attribute('value', options.value)}
    ${attribute('disabled', options.disabled)}
    ${attribute('aria-describedby', describedBy)}
    ${attribute('autocomplete', options.autocomplete)}
    ${attribute('autocapitalize', options.autocapitalize)}
    ${attribute('pattern', options.pattern)}
    ${attribute('inputmode', options.inputmode)}
    ${attributes(options.attributes)}
  >`
}

function wrapped({ prefix, suffix, afterInput, inputWrapper }: InputOptions, control: Html): Html {
  if (!prefix && !suffix && !afterInput) return control
  const classes = spaced('govuk-input__wrapper', inputWrapper?.classes)
  return html`<div class="${classes}" ${attributes(inputWrapper?.attributes)}>
    ${prefix && affix('govuk-input__prefix', prefix)} ${control}
    ${suffix && affix('govuk-input__suffix', suffix)} ${afterInput}
  </div>`
}

function affix(name: string, shorthand: Shorthand<Affix>): Html {
  const { content, ...options } = withContent(shorthand)
  const classes = spaced(name, options.classes)
  return html`<div class="${classes}" aria-hidden="true" ${attributes(options.attributes)}>${content}</div>`
}
