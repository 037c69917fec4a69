import { type Html, html } from '../html.ts'
import { type Appearance, attributes, spaced } from './parts/attributes.ts'
import type { Content } from './parts/content.ts'

export interface BackLinkOptions extends Appearance {
  readonly href?: string | undefined
  readonly content?: Content | undefined
}

export function backLink({ href = '#', content = 'Back', ...options }: BackLinkOptions): Html {
  const classes = spaced('govuk-back-link', options.classes)
  return html`<a href="${href}" class="${classes}" ${attributes(options.attributes)}>${content}</a>`
}
