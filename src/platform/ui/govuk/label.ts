import { type Html, html, nothing } from '../html.ts'
import { type Appearance, attribute, attributes, spaced } from './parts/attributes.ts'
import type { WithContent } from './parts/content.ts'

export interface LabelOptions extends WithContent, Appearance {
  readonly for?: string | undefined
  readonly isPageHeading?: boolean | undefined
}

export function label(options: LabelOptions): Html {
  if (options.content === '') return nothing
  const element = html`<label
    class="${spaced('govuk-label', options.classes)}"
    ${attributes(options.attributes)}${attribute('for', options.for)}
  >
    ${options.content}
  </label>`
  return options.isPageHeading ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element
}
