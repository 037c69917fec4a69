import { organisationPath } from '../../../organisations/paths.ts'
import { formatDay } from '../../../platform/day.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { pagination } from '../../../platform/ui/govuk/pagination.ts'
import { table } from '../../../platform/ui/govuk/table.ts'
import { html, nothing, type Html } from '../../../platform/ui/html.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import { columnNames, numbersInWords, spanInWords } from '../figure-words.ts'
import { fewestPeople } from '../hide-small-cells.ts'
import { assuranceFilePath, assurancePath } from '../paths.ts'
import type { Months } from '../period.ts'
import { measures, type Measure } from '../measures.ts'
import type { ShownNumbers } from '../report.ts'
import type { KeptReport } from '../reports-store.ts'
import { choosePeriod } from './choose-period.ts'
import { scrollingTable } from './scrolling-table.ts'
import { whatIsCounted } from './what-is-counted.ts'

export interface OrganisationFiguresView {
  readonly organisationId: string
  readonly organisationName: string
  readonly months: Months
  readonly kept: KeptReport | null
  /** The whole organisation, then its teams by name. */
  readonly rows: readonly {
    readonly name: string
    readonly figures: Readonly<Record<Measure, ShownNumbers>>
  }[]
  /** Which of the pages of rows, from 1. */
  readonly at: number
}

const rowsOnPage = 100

/** How supervision goes, team by team: that it happens, and never what is said. */
export function organisationFiguresScreen(view: OrganisationFiguresView): Page {
  const { organisationName } = view
  return page({
    title: 'How supervision goes',
    back: { href: organisationPath.url(view), text: 'Back to the organisation' },
    main: html`<span class="govuk-caption-l">${organisationName}</span>
      <h1 class="govuk-heading-l">How supervision goes</h1>
      <div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
        ${insetText({
          content: html`These figures say that sessions happen, and nothing of what is said in them. A figure about fewer
          than ${fewestPeople} people is hidden, and so are others from which it could be worked out. A team in which fewer
          than ${fewestPeople} people are supervised is hidden whole. Everybody sees the same figures about themselves.
          Supervision records can be ordered by a court.`,
        })}
        ${choosePeriod(view.months, months => assurancePath.url(view, { months }))}
      </div></div>
      ${view.kept === null ? notYet : figures(view, view.kept)}`,
  })
}

const notYet = html`<p class="govuk-body">
  The figures are reckoned every night. The first will be here tomorrow morning.
</p>`

function figures({ organisationId, months, rows, at }: OrganisationFiguresView, kept: KeptReport): Html {
  const pages = Math.max(1, Math.ceil(rows.length / rowsOnPage))
  const current = Math.min(Math.max(1, at), pages)
  const shown = rows.slice((current - 1) * rowsOnPage, current * rowsOnPage)
  const link = (number: number) =>
    assurancePath.url({ organisationId }, { months: String(months), page: String(number) })
  return html`<p class="govuk-body">
      As it stood on the morning of ${formatDay(kept.reckonedOn)}. The figures are reckoned every night.
      <a class="govuk-link" href="${assuranceFilePath.url({ organisationId }, { months: String(months) })}"
        >Download the figures for each team as a CSV file</a
      >
    </p>
    ${scrollingTable('Figures for each team', {
      caption: 'Teams',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [
        'Team',
        ...measures.map(measure => ({ content: columnNames[measure], format: 'numeric' as const })),
      ],
      rows: shown.map(({ name, figures: of }) => [
        name,
        ...measures.map(measure => ({ content: numbersInWords(of[measure]), format: 'numeric' as const })),
      ]),
    })}
    ${
      pages === 1
        ? nothing
        : pagination({
            landmarkLabel: 'Pages of teams',
            ...(current > 1 && { previous: { href: link(current - 1) } }),
            ...(current < pages && { next: { href: link(current + 1) } }),
            items: Array.from({ length: pages }, (_, i) => ({
              number: i + 1,
              href: link(i + 1),
              current: i + 1 === current,
            })),
          })
    }
    ${whatIsCounted(measures)}
    ${table({
      caption: 'Spans of supervisors',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: ['Supervisees', { content: 'Supervisors', format: 'numeric' }],
      rows: kept.report.spans.map(({ span, supervisors }) => [
        spanInWords(span),
        { content: numbersInWords(supervisors), format: 'numeric' },
      ]),
    })}
    <p class="govuk-body">
      <a class="govuk-link" href="${assuranceFilePath.url({ organisationId }, { of: 'spans' })}"
        >Download the spans as a CSV file</a
      >
    </p>`
}
