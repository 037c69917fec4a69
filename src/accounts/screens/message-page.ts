import { html, type HtmlValue } from '../../platform/ui/html.ts'
import { page, type Page } from '../../platform/web/reply.ts'

/** A page that says one thing. */
export function messagePage(
  title: string,
  body: HtmlValue,
  options: { readonly status?: Page['status']; readonly cookies?: Page['cookies'] } = {},
): Page {
  return page({
    title,
    ...options,
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">${title}</h1>
        ${body}
      </div>
    </div>`,
  })
}

export function paragraph(content: HtmlValue) {
  return html`<p class="govuk-body">${content}</p>`
}

export function link(href: string, text: string) {
  return html`<a class="govuk-link" href="${href}">${text}</a>`
}
