import { formatMoment } from '../../platform/day.ts'
import { hidden, postForm } from '../../platform/ui/form.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { setAsideField } from '../../platform/web/form-body.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import { textInBoxes, typedFields } from '../../platform/web/typed-text.ts'
import { discardFormPath, setAsidePath } from '../paths.ts'
import { formInWords, nameOfForm } from '../form-in-words.ts'
import { daysSetAside, type SetAsideForm } from '../set-aside-form.ts'

interface Around {
  readonly timeZone: string
  /** Where somebody was going when they were led here. */
  readonly next: string
  /** Of the questions about a piece, by id. */
  readonly pieceLabels: Readonly<Record<string, string>>
}

export function setAsideScreen(visit: SignedInVisit, forms: readonly SetAsideForm[], around: Around): Page {
  const { next } = around
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
        ${forms.map(form => formInFull(visit, form, around))}
        <p class="govuk-body">
          <a class="govuk-link" href="${next}"
            >${next === '/' ? 'Go to the home page' : 'Go on to where you were going'}</a
          >
        </p>
      </div>
    </div>`,
  })
}

function formInFull(visit: SignedInVisit, form: SetAsideForm, { timeZone, next, pieceLabels }: Around) {
  const title = titleOf(form, timeZone)
  const which = html`<span class="govuk-visually-hidden">: ${title}</span>`
  return html`<section>
    <h2 class="govuk-heading-m">${title}</h2>
    ${inBoxes(form, pieceLabels)}
    <div class="govuk-button-group">
      ${postForm(
        visit,
        form.path,
        html`${form.fields.map(([name, value]) => hidden(name, value))}
        ${hidden(setAsideField, form.formId)}
        ${button({ content: html`Send it now${which}`, preventDoubleClick: true })}`,
      )}
      ${button({
        content: html`Throw it away${which}`,
        href: discardFormPath.url({ formId: form.formId }, next === '/' ? {} : { next }),
        classes: 'govuk-button--secondary',
      })}
    </div>
  </section>`
}

/** Asks once: what is thrown away cannot be brought back. */
export function discardScreen(
  visit: SignedInVisit,
  form: SetAsideForm,
  { timeZone, next, pieceLabels }: Around,
): Page {
  const question = 'Throw away what was set aside?'
  const query = next === '/' ? {} : { next }
  const backUrl = setAsidePath.url({}, query)
  return page({
    title: question,
    back: { href: backUrl, text: 'Back to what was set aside' },
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <span class="govuk-caption-l">${titleOf(form, timeZone)}</span>
        <h1 class="govuk-heading-l">${question}</h1>
        <p class="govuk-body">
          It was not saved anywhere else, and cannot be brought back.</p>
        <h2 class="govuk-heading-m">What would go</h2>
        ${inBoxes(form, pieceLabels)}
        ${postForm(
          visit,
          discardFormPath.url({ formId: form.formId }),
          html`${next !== '/' && hidden('next', next)}
            <div class="govuk-button-group">
              ${button({ content: 'Throw it away', classes: 'govuk-button--warning', preventDoubleClick: true })}
              <a class="govuk-link" href="${backUrl}">Keep it</a>
            </div>`,
        )}
      </div>
    </div>`,
  })
}

function titleOf({ path, setAsideAt }: SetAsideForm, timeZone: string): string {
  return `${nameOfForm(path)}, sent on ${formatMoment(timeZone, setAsideAt)}`
}

function inBoxes({ path, fields }: SetAsideForm, pieceLabels: Around['pieceLabels']): Html {
  const parts = formInWords({ path }, typedFields(fields), pieceLabels)
  const others = parts.filter(({ label }) => label === '').map(({ text }) => text)
  return html`${parts.map(
    ({ label, text }) =>
      label !== '' && html`<h3 class="govuk-heading-s">${label}</h3>${textInBoxes([text])}`,
  )}
  ${textInBoxes(others)}`
}
