import { type Html, html } from '../html.ts'
import { type Appearance, attributes, spaced } from './parts/attributes.ts'
import type { Content } from './parts/content.ts'

export interface GenericHeaderOptions extends Appearance {
  readonly logo: Content
  readonly url?: string | undefined
  readonly containerClasses?: string | undefined
}

export function genericHeader(options: GenericHeaderOptions): Html {
  const { logo, url = '/', containerClasses = 'govuk-width-container' } = options
  const classes = spaced('govuk-generic-header', options.classes)
  return html`<div class="${classes}" ${attributes(options.attributes)}>
    <div class="govuk-generic-header__container ${containerClasses}">
      <div class="govuk-generic-header__logo">
        <a href="${url}" class="govuk-generic-header__homepage-link"> ${logo} </a>
      </div>
    </div>
  </div>`
}
