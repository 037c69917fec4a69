import { type Html, html } from '../html.ts'
import { type Appearance, type Attributes, attribute, attributes, spaced } from './parts/attributes.ts'
import type { Content, WithContent } from './parts/content.ts'

interface ErrorLink extends WithContent {
  /** `#` and the id of the field. */
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface ErrorSummaryOptions extends Appearance {
  readonly title?: Content | undefined
  readonly description?: Content | undefined
  readonly errorList?: readonly ErrorLink[] | undefined
  readonly disableAutoFocus?: boolean | undefined
}

export function errorSummary({
  title = 'There is a problem',
  errorList = [],
  ...options
}: ErrorSummaryOptions): Html {
  const classes = spaced('govuk-error-summary', options.classes)
  // The alert is a child: on the element that takes the focus it would race with it, and screen readers lose words.
  return html`<div
    class="${classes}"
    ${attribute('data-disable-auto-focus', options.disableAutoFocus?.toString())}${attributes(options.attributes)}
    data-module="govuk-error-summary"
  >
    <div role="alert">
      <h2 class="govuk-error-summary__title">${title}</h2>
      <div class="govuk-error-summary__body">
        ${options.description && html`<p>${options.description}</p>`}
        ${
          errorList.length > 0 &&
          html`<ul class="govuk-list govuk-error-summary__list">
            ${errorList.map(errorLink)}
          </ul>`
        }
      </div>
    </div>
  </div>`
}

function errorLink({ href, content, attributes: all }: ErrorLink): Html {
  return html`<li>${href ? html`<a href="${href}" ${attributes(all)}>${content}</a>` : content}</li>`
}
