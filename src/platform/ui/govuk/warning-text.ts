import { type Html, html } from '../html.ts'
import { type Appearance, attributes, spaced } from './parts/attributes.ts'
import type { WithContent } from './parts/content.ts'

export interface WarningTextOptions extends WithContent, Appearance {
  readonly iconFallbackText?: string | undefined
}

export function warningText({ content, iconFallbackText = 'Warning', ...options }: WarningTextOptions): Html {
  const classes = spaced('govuk-warning-text', options.classes)
  return html`<div class="${classes}" ${attributes(options.attributes)}>
    <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">${iconFallbackText}</span>
      ${content}
    </strong>
  </div>`
}
