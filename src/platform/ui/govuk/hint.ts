import { type Html, html } from '../html.ts'
import { type Appearance, attribute, attributes, spaced } from './parts/attributes.ts'
import type { WithContent } from './parts/content.ts'

export interface HintOptions extends WithContent, Appearance {
  readonly id?: string | undefined
}

export function hint(options: HintOptions): Html {
  const classes = spaced('govuk-hint', options.classes)
  return html`<div${attribute('id', options.id)} class="${classes}"${attributes(options.attributes)}>
    ${options.content}
  </div>`
}
