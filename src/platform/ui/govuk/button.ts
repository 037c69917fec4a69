import { type Html, html } from '../html.ts'
import { type Appearance, attribute, attributes, spaced } from './parts/attributes.ts'
import type { WithContent } from './parts/content.ts'

export interface ButtonOptions extends WithContent, Appearance {
  /** Makes a link that looks like a button. */
  readonly href?: string | undefined
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly id?: string | undefined
  readonly disabled?: boolean | undefined
  readonly preventDoubleClick?: boolean | undefined
  readonly isStartButton?: boolean | undefined
}

// `focusable="false"`: some browsers put an SVG in the tab order.
const startIcon = html`<svg
  class="govuk-button__start-icon"
  xmlns="http://www.w3.org/2000/svg"
  width="17.5"
  height="19"
  viewBox="0 0 33 40"
  aria-hidden="true"
  focusable="false"
>
  <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
</svg>`

export function button(options: ButtonOptions): Html {
  const { href, isStartButton } = options
  const classes = spaced('govuk-button', options.classes, isStartButton && 'govuk-button--start')
  const shared = html`class="${classes}" data-module="govuk-button"
  ${attributes(options.attributes)}${attribute('id', options.id)}`
  const content = html`${startContent(options)} ${isStartButton && startIcon}`
  if (href) return html`<a href="${href}" role="button" draggable="false" ${shared}> ${content} </a>`
  const preventDoubleClick = options.preventDoubleClick?.toString()
  return html`<button
    type="${options.type ?? 'submit'}"
    ${attribute('value', options.value)}${attribute('name', options.name)}
    ${options.disabled && html`disabled aria-disabled="true"`}
    ${attribute('data-prevent-double-click', preventDoubleClick)}
    ${shared}
  >
    ${content}
  </button>`
}

/** A start button lays out its children as boxes, which would lose the spaces between pieces of markup. */
function startContent({ content, isStartButton }: ButtonOptions): ButtonOptions['content'] {
  return isStartButton && typeof content !== 'string' ? html`<span>${content}</span>` : content
}
