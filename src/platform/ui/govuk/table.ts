import { type Html, html } from '../html.ts'
import { type Appearance, attribute, attributes, spaced } from './parts/attributes.ts'
import { type Content, type Maybe, type Shorthand, type WithContent, withContent } from './parts/content.ts'

interface Cell extends WithContent, Appearance {
  readonly format?: 'numeric' | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
}

export interface TableOptions extends Appearance {
  readonly caption?: Content | undefined
  readonly captionClasses?: string | undefined
  readonly head?: readonly Shorthand<Cell>[] | undefined
  readonly rows: readonly Maybe<readonly Shorthand<Cell>[]>[]
  readonly firstCellIsHeader?: boolean | undefined
}

export function table({ caption, head, rows, firstCellIsHeader, ...options }: TableOptions): Html {
  return html`<table class="${spaced('govuk-table', options.classes)}" ${attributes(options.attributes)}>
    ${
      caption &&
      html`<caption class="${spaced('govuk-table__caption', options.captionClasses)}">
        ${caption}
      </caption>`
    }
    ${
      head &&
      html`<thead class="govuk-table__head">
        ${row(head.map(columnHeader))}
      </thead>`
    }
    <tbody class="govuk-table__body">
      ${rows.map(cells => cells && row(cells.map((cell, index) => (index === 0 && firstCellIsHeader ? rowHeader(cell) : dataCell(cell)))))}
    </tbody>
  </table>`
}

function row(cells: readonly Html[]): Html {
  return html`<tr class="govuk-table__row">
    ${cells}
  </tr>`
}

function columnHeader(shorthand: Shorthand<Cell>): Html {
  const cell = withContent(shorthand)
  const classes = spaced(
    'govuk-table__header',
    cell.format && `govuk-table__header--${cell.format}`,
    cell.classes,
  )
  return html`<th scope="col" class="${classes}" ${cellAttributes(cell)}>${cell.content}</th>`
}

function rowHeader(shorthand: Shorthand<Cell>): Html {
  const cell = withContent(shorthand)
  return html`<th scope="row" class="${spaced('govuk-table__header', cell.classes)}" ${cellAttributes(cell)}>
    ${cell.content}
  </th>`
}

function dataCell(shorthand: Shorthand<Cell>): Html {
  const cell = withContent(shorthand)
  const classes = spaced(
    'govuk-table__cell',
    cell.format && `govuk-table__cell--${cell.format}`,
    cell.classes,
  )
  return html`<td class="${classes}" ${cellAttributes(cell)}>${cell.content}</td>`
}

function cellAttributes(cell: Cell): Html {
  return html`${attribute('colspan', cell.colspan)}${attribute('rowspan', cell.rowspan)}${attributes(cell.attributes)}`
}
