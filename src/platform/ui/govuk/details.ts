import { type Html, html } from '../html.ts'
import { type Appearance, attribute, attributes, spaced } from './parts/attributes.ts'
import type { Content, WithContent } from './parts/content.ts'

export interface DetailsOptions extends WithContent, Appearance {
  readonly summary: Content
  readonly id?: string | undefined
  readonly open?: boolean | undefined
}

export function details(options: DetailsOptions): Html {
  const classes = spaced('govuk-details', options.classes)
  return html`<details${attribute('id', options.id)} class="${classes}" ${attributes(options.attributes)}${attribute('open', options.open)}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text"> ${options.summary} </span>
    </summary>
    <div class="govuk-details__text">${options.content}</div>
  </details>`
}
