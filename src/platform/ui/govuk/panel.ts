import { type Html, html } from '../html.ts'
import { button, type ButtonOptions } from './button.ts'
import { type Appearance, attributes, spaced } from './parts/attributes.ts'
import type { Content } from './parts/content.ts'

/** A button, or a link where it has an `href` and is not of type "button". */
type PanelAction = Pick<ButtonOptions, 'content' | 'href' | 'type' | 'classes' | 'attributes'>

interface PanelActions extends Appearance {
  readonly items?: readonly PanelAction[] | undefined
}

export interface PanelOptions extends Appearance {
  readonly title: Content
  readonly content?: Content | undefined
  readonly headingLevel?: number | undefined
  /** Shown only with the class `govuk-panel--interruption`. */
  readonly actions?: PanelActions | undefined
}

export function panel({ title, content, headingLevel: level = 1, ...options }: PanelOptions): Html {
  const isInterruption = options.classes?.includes('govuk-panel--interruption') ?? false
  const classes = spaced('govuk-panel', !isInterruption && 'govuk-panel--confirmation', options.classes)
  return html`<div class="${classes}" ${attributes(options.attributes)}>
    <h${level} class="govuk-panel__title">${title}</h${level}>
    ${content && html`<div class="govuk-panel__body">${content}</div>`}
    ${isInterruption && options.actions && panelActions(options.actions)}
  </div>`
}

function panelActions({ items = [], ...options }: PanelActions): Html {
  const classes = spaced('govuk-panel__actions', options.classes)
  return html`<div class="${classes}" ${attributes(options.attributes)}>
    ${items.length > 0 && html`<div class="govuk-button-group">${items.map(item => html`${panelAction(item)} `)}</div>`}
  </div>`
}

function panelAction(action: PanelAction): Html {
  if (!action.href || action.type === 'button') {
    const classes = spaced('govuk-button--inverse', action.classes)
    return button({ ...action, type: action.type ?? 'button', classes })
  }
  const classes = spaced('govuk-link govuk-link--inverse', action.classes)
  return html`<a class="${classes}" href="${action.href}" ${attributes(action.attributes)}
    >${action.content}</a
  >`
}
