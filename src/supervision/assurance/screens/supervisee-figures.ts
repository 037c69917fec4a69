import { html } from '../../../platform/ui/html.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import { supervisionPath } from '../../paths.ts'
import { measureNames, personalInWords, personalMeasures } from '../figure-words.ts'
import type { Figures } from '../figures.ts'
import { superviseesPath } from '../paths.ts'
import type { Months } from '../period.ts'
import { choosePeriod } from './choose-period.ts'
import { scrollingTable } from './scrolling-table.ts'
import { whatIsCounted } from './what-is-counted.ts'

export interface SuperviseeFigures {
  readonly name: string
  readonly figures: Figures
}

export function superviseeFiguresScreen(supervisees: readonly SuperviseeFigures[], months: Months): Page {
  return page({
    title: 'Those you supervise, in figures',
    back: { href: supervisionPath.url({}), text: 'Supervision' },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">Those you supervise, in figures</h1>
      <p class="govuk-body">Only the sessions that you held with them are counted here. Whoever has another supervisor as
        well may have been supervised more often. They see these figures about themselves.</p>
      ${choosePeriod(months, to => superviseesPath.url({}, { months: to }))}
      </div></div>
      ${
        supervisees.length === 0
          ? html`<p class="govuk-body">You supervise nobody today.</p>`
          : html`${scrollingTable('Figures for each person you supervise', {
              caption: 'Those you supervise',
              captionClasses: 'govuk-table__caption--m',
              firstCellIsHeader: true,
              head: [
                'Name',
                ...personalMeasures.map(measure => ({
                  content: measureNames[measure],
                  format: 'numeric' as const,
                })),
              ],
              rows: supervisees.map(({ name, figures }) => [
                name,
                ...personalMeasures.map(measure => ({
                  content: personalInWords(figures, measure),
                  format: 'numeric' as const,
                })),
              ]),
            })}
            ${whatIsCounted(personalMeasures)}`
      }
      <p class="govuk-body">Supervision records can be ordered by a court.</p>`,
  })
}
