import { formatDay, type Day } from '../../../platform/day.ts'
import { summaryList } from '../../../platform/ui/govuk/summary-list.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import { supervisionPath } from '../../paths.ts'
import { measureNames, personalInWords, personalMeasures } from '../figure-words.ts'
import type { Figures } from '../figures.ts'
import { fewestPeople } from '../hide-small-cells.ts'
import { minePath } from '../paths.ts'
import type { Months } from '../period.ts'
import { choosePeriod } from './choose-period.ts'
import { whatIsCounted } from './what-is-counted.ts'

/** Somebody's figures in one organisation, or with one supervisor where there is none. */
export interface MyFigures {
  readonly organisationName: string | null
  readonly supervisorName: string
  readonly figures: Figures
  /** Null where none is due: nobody supervises them there today, or nobody knows when they are back at work. */
  readonly nextDueBy: Day | null
}

export function myFiguresScreen(mine: readonly MyFigures[], months: Months): Page {
  return page({
    title: 'Your supervision in figures',
    back: { href: supervisionPath.url({}), text: 'Supervision' },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">Your supervision in figures</h1>
      ${choosePeriod(months, to => minePath.url({}, { months: to }))}
      ${
        mine.length === 0
          ? html`<p class="govuk-body">Nobody supervised you in these months, so there is nothing to count.</p>`
          : html`${mine.map(section)} ${whatIsCounted(personalMeasures)}`
      }
      <p class="govuk-body">Supervision records can be ordered by a court.</p>
    </div></div>`,
  })
}

function section(one: MyFigures): Html {
  const { organisationName, supervisorName, figures, nextDueBy } = one
  return html`<h2 class="govuk-heading-m">${organisationName ?? `With ${supervisorName}, without an organisation`}</h2>
    ${summaryList({
      rows: [
        nextDueBy !== null && { key: 'Next session due by', value: formatDay(nextDueBy) },
        ...personalMeasures.map(measure => ({
          key: measureNames[measure],
          value: personalInWords(figures, measure),
        })),
      ],
    })}
    <h3 class="govuk-heading-s">Who else sees this</h3>
    ${whoElse(one)}`
}

/** In so many words, beside the figures themselves. */
function whoElse({ organisationName, supervisorName, figures }: MyFigures): Html {
  if (organisationName === null)
    return html`<p class="govuk-body">
      ${figures.isSupervised ? `${supervisorName} sees these figures. Nobody else does.` : `Nobody else sees these figures: ${supervisorName} supervises you no longer.`}
    </p>`
  return html`<p class="govuk-body">
    ${figures.isSupervised ? `Whoever supervises you at ${organisationName} sees these figures for the sessions that you had with them.` : `Nobody supervises you at ${organisationName} today, so no supervisor sees these figures.`} Its
    administrators and principal social workers see them only added up for whole teams, as they stood the night before, and
    never where they are about fewer than ${fewestPeople} people. Nobody sees through them what was said.
  </p>`
}
