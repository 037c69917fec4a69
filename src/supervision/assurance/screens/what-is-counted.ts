import { details } from '../../../platform/ui/govuk/details.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import { measureMeanings, measureNames } from '../figure-words.ts'
import type { Measure } from '../measures.ts'

export function whatIsCounted(measures: readonly Measure[]): Html {
  return details({
    summary: 'What is counted',
    content: html`${measures.map(
      measure =>
        html`<p class="govuk-body"><strong>${measureNames[measure]}.</strong> ${measureMeanings[measure]}</p>`,
    )}`,
  })
}
