import { type Html, type HtmlValue, html, nothing } from '../../html.ts'

type AttributeValue = string | number | boolean | null | undefined

/**
 * As GOV.UK Frontend's `govukAttributes`: a plain value is always printed (`false` as "false", nothing as ""), and
 * `{ value, optional: true }` is left out when empty and printed as a bare name when `true`.
 */
export type Attributes = Readonly<
  Record<string, AttributeValue | { readonly value: AttributeValue; readonly optional?: boolean | undefined }>
>

/** What every component takes. */
export interface Appearance {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export function attributes(all: Attributes | undefined): HtmlValue {
  if (all === undefined) return nothing
  return Object.entries(all).map(([name, item]) => {
    if (typeof item !== 'object' || item === null) return html` ${name}="${printed(item)}"`
    return item.optional ? attribute(name, item.value) : html` ${name}="${printed(item.value)}"`
  })
}

/** One attribute that may be absent. */
export function attribute(name: string, value: AttributeValue): Html {
  if (value === undefined || value === null || value === false) return nothing
  return value === true ? html` ${name}` : html` ${name}="${value}"`
}

/** For `class`, `aria-describedby` and the like: what is there, with spaces between. */
export function spaced(...words: readonly (string | false | undefined)[]): string {
  let list = ''
  for (const word of words) if (word) list += list === '' ? word : ` ${word}`
  return list
}

function printed(value: AttributeValue): string {
  return value === undefined || value === null ? '' : String(value)
}
