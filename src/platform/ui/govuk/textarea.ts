import { type Html, html } from '../html.ts'
import { attribute, attributes, spaced } from './parts/attributes.ts'
import { field, type FieldOptions } from './parts/form-group.ts'

export interface TextareaOptions extends FieldOptions {
  readonly value?: string | undefined
  readonly rows?: number | undefined
  readonly spellcheck?: boolean | undefined
  readonly autocomplete?: string | undefined
  readonly afterInput?: Html | undefined
}

export function textarea(options: TextareaOptions): Html {
  return field(options, (id, describedBy) => html`${element(options, id, describedBy)} ${options.afterInput}`)
}

function element(options: TextareaOptions, id: string, describedBy: string | undefined): Html {
  const classes = spaced('govuk-textarea', options.error && 'govuk-textarea--error', options.classes)
  const all = html`class="${classes}" id="${id}" name="${options.name}" rows="${options.rows ?? 5}"
  ${attribute('spellcheck', options.spellcheck?.toString())} ${attribute('aria-describedby', describedBy)}
  ${attribute('autocomplete', options.autocomplete)} ${attributes(options.attributes)}`
  return html`<textarea ${all}>${afterFirstNewline}${options.value}</textarea>`
}

// HTML ignores one newline after the opening tag: without ours it would eat the first line of a text that begins with one.
const afterFirstNewline = '\n'
