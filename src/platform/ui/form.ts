import { formTokenField } from '../web/form-body.ts'
import { html, type Html, type HtmlValue } from './html.ts'

/** A form that posts to one of our own addresses. The browser's own checks are off: ours say more, and say it in the page. */
export function postForm(visit: { readonly formToken: string }, action: string, content: HtmlValue): Html {
  return html`<form action="${action}" method="post" novalidate>
    <input type="hidden" name="${formTokenField}" value="${visit.formToken}">
    ${content}
  </form>`
}

export function hidden(name: string, value: string | number): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`
}
