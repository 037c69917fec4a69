import { html, type Html } from '../../../platform/ui/html.ts'
import { periods, type Months } from '../period.ts'

/** Links to the same page for another period. */
export function choosePeriod(chosen: Months, url: (months: string) => string): Html {
  return html`<nav aria-label="Period">
    <ul class="govuk-list">
      ${periods.map(
        months => html`<li>
          ${
            months === chosen
              ? html`<strong aria-current="page">The last ${months} months</strong>`
              : html`<a class="govuk-link" href="${url(String(months))}">The last ${months} months</a>`
          }
        </li>`,
      )}
    </ul>
  </nav>`
}
