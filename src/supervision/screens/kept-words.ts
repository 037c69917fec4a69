import { html, nothing, type Html } from '../../platform/ui/html.ts'
import type { FormBody } from '../../platform/web/form-body.ts'
import { fieldsToKeep, textInBoxes, typedText } from '../../platform/web/typed-text.ts'

/** What was typed into a form that could not be taken, given back to copy. */
export function keptWords(form: FormBody): Html {
  const typed = typedText(fieldsToKeep(form))
  if (typed.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">What you typed</h2>
    <p class="govuk-body">It was not saved. Copy it before you leave this page.</p>
    ${textInBoxes(typed)}`
}
