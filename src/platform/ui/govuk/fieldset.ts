import { type Html, html } from '../html.ts'
import { type Appearance, attribute, attributes, spaced } from './parts/attributes.ts'
import { type Shorthand, type WithContent, withContent } from './parts/content.ts'

export interface LegendOptions extends WithContent {
  readonly classes?: string | undefined
  readonly isPageHeading?: boolean | undefined
}

export interface FieldsetOptions extends Appearance {
  readonly legend: Shorthand<LegendOptions>
  readonly content?: Html | undefined
  readonly describedBy?: string | undefined
  readonly role?: 'group' | undefined
}

export function fieldset(options: FieldsetOptions): Html {
  const legend = withContent(options.legend)
  return html`<fieldset
    class="${spaced('govuk-fieldset', options.classes)}"
    ${attribute('role', options.role)}${attribute('aria-describedby', options.describedBy)}${attributes(options.attributes)}
  >
    <legend class="${spaced('govuk-fieldset__legend', legend.classes)}">
      ${legend.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${legend.content}</h1>` : legend.content}
    </legend>
    ${options.content}
  </fieldset>`
}
