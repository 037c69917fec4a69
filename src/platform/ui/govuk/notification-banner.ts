import { type Html, type HtmlValue, html } from '../html.ts'
import { type Appearance, attribute, attributes, spaced } from './parts/attributes.ts'
import type { Content, WithContent } from './parts/content.ts'

export interface NotificationBannerOptions extends WithContent, Appearance {
  /** A success is announced at once and takes the focus. */
  readonly type?: 'success' | undefined
  readonly title?: Content | undefined
  readonly titleHeadingLevel?: number | undefined
  readonly titleId?: string | undefined
  readonly role?: string | undefined
  readonly disableAutoFocus?: boolean | undefined
}

/** Text becomes one line in large type; markup is printed as it is. */
export function notificationBanner(options: NotificationBannerOptions): Html {
  const isSuccess = options.type === 'success'
  const { title = isSuccess ? 'Success' : 'Important', titleHeadingLevel: level = 2 } = options
  const { role = isSuccess ? 'alert' : 'region', titleId = 'govuk-notification-banner-title' } = options
  const classes = spaced(
    'govuk-notification-banner',
    isSuccess && 'govuk-notification-banner--success',
    options.classes,
  )
  return html`<div class="${classes}" role="${role}" aria-labelledby="${titleId}" data-module="govuk-notification-banner"${attribute('data-disable-auto-focus', options.disableAutoFocus?.toString())}${attributes(options.attributes)}>
    <div class="govuk-notification-banner__header">
      <h${level} class="govuk-notification-banner__title" id="${titleId}">${title}</h${level}>
    </div>
    <div class="govuk-notification-banner__content">${body(options.content)}</div>
  </div>`
}

function body(content: Content): HtmlValue {
  if (typeof content !== 'string') return content
  return content && html`<p class="govuk-notification-banner__heading">${content}</p>`
}
