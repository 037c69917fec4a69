import { formTokenField } from '../web/form-body.ts'
import { html, nothing, type Html, type HtmlValue } from './html.ts'

/** A form that posts to one of our own addresses. The browser's own checks are off: ours say more, and say it in the page. */
export function postForm(
  visit: { readonly formToken: string },
  action: string,
  content: HtmlValue,
  attributes: HtmlValue = nothing,
): Html {
  return html`<form action="${action}" method="post" novalidate${attributes}>
    <input type="hidden" name="${formTokenField}" value="${visit.formToken}">
    ${content}
  </form>`
}

/**
 * What the Enter key presses: a form's first button, whatever it does. Forms with buttons that add or remove a row begin
 * with this one, which keyboard and screen reader pass over.
 */
export function defaultButton(press: { readonly name: string; readonly value: string } | null = null): Html {
  const named = press === null ? nothing : html` name="${press.name}" value="${press.value}"`
  return html`<button type="submit"${named} class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Continue</button>`
}

export function hidden(name: string, value: string | number): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`
}
