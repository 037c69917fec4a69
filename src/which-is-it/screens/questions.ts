import { button } from '../../platform/ui/govuk/button.ts'
import { errorSummary } from '../../platform/ui/govuk/error-summary.ts'
import { radios } from '../../platform/ui/govuk/radios.ts'
import { postForm } from '../../platform/ui/form.ts'
import { html } from '../../platform/ui/html.ts'
import type { FormShape } from '../../platform/web/form-body.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { Visit } from '../../platform/web/route.ts'
import { whichIsItPath } from '../paths.ts'
import {
  missingFields,
  whichIsItQuestions,
  type Chosen,
  type Field,
  type WhichIsItQuestion,
} from '../which-is-it-questions.ts'

export const whichIsItForm = { once: ['learning', 'talked', 'recorded'] } satisfies FormShape

const { learning, talked, recorded } = whichIsItQuestions

export function questionsPage(visit: Visit, chosen: Chosen, showMissing: boolean): Page {
  const errors = (showMissing ? missingFields(chosen) : []).map(field => ({
    field,
    message: whichIsItQuestions[field].missing,
  }))
  const errorOf = (field: Field) => errors.find(error => error.field === field)?.message
  return page({
    title: 'Which is it?',
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${
          errors.length > 0 &&
          errorSummary({
            errorList: errors.map(error => ({ href: `#${error.field}`, content: error.message })),
          })
        }
        <h1 class="govuk-heading-l">Which is it?</h1>
        <p class="govuk-body">
          A reflection on supervision and a peer reflection are easy to mix up. Three questions tell you which
          you have, or whether you have both. Nothing you answer here is kept.
        </p>
        ${postForm(
          visit,
          whichIsItPath.url({}),
          html`${question('learning', learning, chosen, errorOf)}
          ${question('talked', talked, chosen, errorOf)} ${question('recorded', recorded, chosen, errorOf)}
          ${button({ content: 'Tell me which it is' })}`,
        )}
      </div>
    </div>`,
  })
}

function question<Code extends string>(
  field: Field,
  { legend, hint, codes, choices }: WhichIsItQuestion<Code>,
  chosen: Chosen,
  errorOf: (field: Field) => string | undefined,
) {
  return radios({
    name: field,
    legend: {
      content: html`<h2 class="govuk-fieldset__heading">${legend}</h2>`,
      classes: 'govuk-fieldset__legend--m',
    },
    hint,
    error: errorOf(field),
    value: chosen[field],
    items: codes.map(code => ({ value: code, ...choices[code] })),
  })
}
