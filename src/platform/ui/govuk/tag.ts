import { type Html, html } from '../html.ts'
import { type Appearance, attributes, spaced } from './parts/attributes.ts'
import type { WithContent } from './parts/content.ts'

export interface TagOptions extends WithContent, Appearance {}

export function tag(options: TagOptions): Html {
  const classes = spaced('govuk-tag', options.classes)
  return html`<strong class="${classes}" ${attributes(options.attributes)}> ${options.content} </strong>`
}
