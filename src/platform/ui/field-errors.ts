import { page, type Page } from '../web/reply.ts'
import { errorSummary } from './govuk/error-summary.ts'
import { html, nothing, type Html } from './html.ts'

/**
 * What is wrong on a form: the id of a field and what to say about it, in the order of the page. A field shows its own
 * with `error: errors.get(id)`.
 */
export type FieldErrors = ReadonlyMap<string, string>

export const noErrors: FieldErrors = new Map()

/** Several boxes of one date that are wrong together are one mistake: it is said once, with a link to the first box. */
function mistakes(errors: FieldErrors): readonly (readonly [id: string, message: string])[] {
  const dateOf = (id: string) => /^(.*)-(?:day|month|year)$/.exec(id)?.[1]
  const all = [...errors]
  return all.filter(
    ([id, message], at) =>
      dateOf(id) === undefined ||
      !all.slice(0, at).some(([other, said]) => dateOf(other) === dateOf(id) && said === message),
  )
}

/** Goes first in the main part; nothing where there are no errors. */
function errorSummaryOf(errors: FieldErrors): Html {
  if (errors.size === 0) return nothing
  return errorSummary({
    errorList: mistakes(errors).map(([id, message]) => ({ href: `#${id}`, content: message })),
  })
}

interface FormPage {
  readonly title: string
  readonly errors: FieldErrors
  readonly main: Html
  readonly back?: Page['back']
  readonly cookies?: Page['cookies']
}

/** A page with a form, in a column of comfortable width: with errors it says so in the tab, in the status and at the top. */
export function formPage({ title, errors, main, back = null, cookies = {} }: FormPage): Page {
  const hasErrors = errors.size > 0
  return page({
    title,
    hasErrors,
    status: hasErrors ? 422 : 200,
    back,
    cookies,
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">${errorSummaryOf(errors)} ${main}</div>
    </div>`,
  })
}
