import { notificationBanner } from '../../platform/ui/govuk/notification-banner.ts'
import { warningText } from '../../platform/ui/govuk/warning-text.ts'
import { html, type Html, type HtmlValue } from '../../platform/ui/html.ts'
import { page, type Page } from '../../platform/web/reply.ts'

interface Column {
  readonly title: string
  readonly back?: Page['back']
  /** What was done to get here. */
  readonly done?: string | null
  readonly status?: Page['status']
  readonly body: HtmlValue
}

/** A page of text in a column of comfortable width. */
export function columnPage({ title, back = null, done = null, status = 200, body }: Column): Page {
  return page({
    title,
    back,
    status,
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${done !== null && notificationBanner({ type: 'success', content: done })}
        <h1 class="govuk-heading-l">${title}</h1>
        ${body}
      </div>
    </div>`,
  })
}

export function paragraph(content: HtmlValue): Html {
  return html`<p class="govuk-body">${content}</p>`
}

export function link(href: string, text: HtmlValue): Html {
  return html`<a class="govuk-link" href="${href}">${text}</a>`
}

/** Before a form that was open while somebody changed the same thing: it holds what was typed, and can be sent again. */
export function changedMeanwhile(what: string): Html {
  return warningText({
    content: `${what} Nothing of yours was saved yet. What you chose is still below: save it again, or leave this page to keep what is there.`,
    iconFallbackText: 'Warning',
  })
}
