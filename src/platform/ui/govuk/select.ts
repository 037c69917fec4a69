import { type Html, html } from '../html.ts'
import { type Attributes, attribute, attributes, spaced } from './parts/attributes.ts'
import type { Maybe } from './parts/content.ts'
import { field, type FieldOptions } from './parts/form-group.ts'

interface SelectItem {
  readonly content: string
  /** The content, unless said otherwise. */
  readonly value?: string | undefined
  /** Overrides the `value` of the whole. */
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export interface SelectOptions extends FieldOptions {
  readonly items: readonly Maybe<SelectItem>[]
  readonly value?: string | undefined
}

export function select(options: SelectOptions): Html {
  return field(options, (id, describedBy) => {
    const classes = spaced('govuk-select', options.classes, options.error && 'govuk-select--error')
    return html`<select
      class="${classes}"
      id="${id}"
      name="${options.name}"
      ${attribute('aria-describedby', describedBy)}${attributes(options.attributes)}
    >
      ${options.items.map(item => item && option(item, options.value))}
    </select>`
  })
}

function option(item: SelectItem, chosen: string | undefined): Html {
  const selected = item.selected ?? (item.value ?? item.content) === chosen
  return html`<option${attribute('value', item.value)}${attribute('selected', selected)}${attribute('disabled', item.disabled)}${attributes(item.attributes)}>${item.content}</option>`
}
