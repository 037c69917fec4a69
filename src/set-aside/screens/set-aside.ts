import { overviewPath } from '../../cpd/paths.ts'
import { formatMoment } from '../../platform/day.ts'
import { hidden, postForm } from '../../platform/ui/form.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { html } from '../../platform/ui/html.ts'
import { setAsideField } from '../../platform/web/form-body.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import { textInBoxes, typedText } from '../../platform/web/typed-text.ts'
import { discardFormPath } from '../paths.ts'
import { daysSetAside, type SetAsideForm } from '../set-aside-form.ts'

interface Around {
  readonly timeZone: string
  /** Where somebody was going when they were led here. */
  readonly next: string
}

export function setAsideScreen(
  visit: SignedInVisit,
  forms: readonly SetAsideForm[],
  { timeZone, next }: Around,
): Page {
  return page({
    title: 'What was set aside',
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">What was set aside</h1>
        ${
          forms.length === 0
            ? html`<p class="govuk-body">Nothing is set aside.</p>`
            : html`<p class="govuk-body">
                You sent this when you were signed out already, so it was not saved. You can send it now, or throw it
                away. We keep it for ${daysSetAside} days.
              </p>`
        }
        ${forms.map(form => formInFull(visit, form, timeZone, next))}
        <p class="govuk-body">
          <a class="govuk-link" href="${next}"
            >${next === '/' ? 'Go to the home page' : 'Go on to where you were going'}</a
          >
        </p>
      </div>
    </div>`,
  })
}

function formInFull(visit: SignedInVisit, form: SetAsideForm, timeZone: string, next: string) {
  const what = whatItWas(form.path)
  const sent = `sent on ${formatMoment(timeZone, form.setAsideAt)}`
  const which = html`<span class="govuk-visually-hidden">: ${what}, ${sent}</span>`
  return html`<section>
    <h2 class="govuk-heading-m">${what}, ${sent}</h2>
    ${textInBoxes(typedText(form.fields))}
    <div class="govuk-button-group">
      ${postForm(
        visit,
        form.path,
        html`${form.fields.map(([name, value]) => hidden(name, value))}
        ${hidden(setAsideField, form.formId)}
        ${button({ content: html`Send it now${which}`, preventDoubleClick: true })}`,
      )}
      ${postForm(
        visit,
        discardFormPath.url({ formId: form.formId }),
        html`${next !== '/' && hidden('next', next)}
        ${button({
          content: html`Throw it away${which}`,
          classes: 'govuk-button--secondary',
          preventDoubleClick: true,
        })}`,
      )}
    </div>
  </section>`
}

function whatItWas(path: string): string {
  return path.startsWith(`${overviewPath.url({})}/`) ? 'A piece of CPD' : 'A form'
}
