import { type Html, html } from '../html.ts'
import { type Appearance, attribute, attributes, spaced } from './parts/attributes.ts'
import type { WithContent } from './parts/content.ts'

export interface ErrorMessageOptions extends WithContent, Appearance {
  readonly id?: string | undefined
  /** "Error" unless said otherwise; an empty string leaves it out. */
  readonly visuallyHiddenText?: string | undefined
}

export function errorMessage(options: ErrorMessageOptions): Html {
  const { visuallyHiddenText = 'Error' } = options
  const classes = spaced('govuk-error-message', options.classes)
  return html`<p${attribute('id', options.id)} class="${classes}"${attributes(options.attributes)}>
    ${visuallyHiddenText && html`<span class="govuk-visually-hidden">${visuallyHiddenText}:</span>`}
    ${options.content}
  </p>`
}
