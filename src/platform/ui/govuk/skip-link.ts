import { type Html, html } from '../html.ts'
import { type Appearance, attributes, spaced } from './parts/attributes.ts'
import type { WithContent } from './parts/content.ts'

export interface SkipLinkOptions extends WithContent, Appearance {
  readonly href?: string | undefined
}

export function skipLink({ href = '#content', content, ...options }: SkipLinkOptions): Html {
  const classes = spaced('govuk-skip-link', options.classes)
  return html`<a
    href="${href}"
    class="${classes}"
    ${attributes(options.attributes)}
    data-module="govuk-skip-link"
    >${content}</a
  >`
}
