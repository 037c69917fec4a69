import { button } from '../../platform/ui/govuk/button.ts'
import { dateInput } from '../../platform/ui/govuk/date-input.ts'
import { errorSummary } from '../../platform/ui/govuk/error-summary.ts'
import { postForm } from '../../platform/ui/form.ts'
import { html } from '../../platform/ui/html.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import { formatDay, type DateParts } from '../../platform/day.ts'
import type { RenewalStep } from '../renewal-steps.ts'
import { homePath, stepPath } from '../paths.ts'
import type { DateError } from './date-error.ts'

interface RenewalStepView {
  readonly closingYear: number
  readonly step: RenewalStep
  readonly regulator: string
  readonly date: DateParts
  readonly error: DateError | null
}

/** Where the practitioner tells us of a step that they took elsewhere. We cannot check it, and the page says so. */
export function renewalStepScreen(visit: SignedInVisit, view: RenewalStepView): Page {
  const { closingYear, step, regulator, date, error } = view
  return page({
    title: step.name,
    status: error === null ? 200 : 422,
    hasErrors: error !== null,
    back: { href: homePath.url({}), text: 'Back to home' },
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${error && errorSummary({ errorList: [{ href: `#done-${error.parts[0] ?? 'day'}`, content: error.message }] })}
        <h1 class="govuk-heading-l">${step.name}</h1>
        <p class="govuk-body">
          You do this in your account with ${regulator}. Confer cannot see it there: this page only keeps what
          you tell it, so that home can show all your steps together.
        </p>
        ${step.on !== null && html`<p class="govuk-body"><strong>You told us that you did this on ${formatDay(step.on)}.</strong></p>`}
        ${postForm(
          visit,
          stepPath.url({ closingYear: String(closingYear), step: step.id }),
          html` ${dateInput({
            id: 'done',
            namePrefix: 'done',
            legend: { content: 'When did you do it?', classes: 'govuk-fieldset__legend--m' },
            hint: `For example, ${formatDay(step.opensOn)}`,
            error: error?.message,
            values: date,
          })}
            <div class="govuk-button-group">
              ${button({ content: 'Save', name: 'press', value: 'done', preventDoubleClick: true })}
              ${step.on !== null && button({ content: 'I have not done it', name: 'press', value: 'not-done', classes: 'govuk-button--secondary' })}
            </div>`,
        )}
      </div>
    </div>`,
  })
}
