import { table, type TableOptions } from '../../../platform/ui/govuk/table.ts'
import { html, type Html } from '../../../platform/ui/html.ts'

/** A table that may be wider than the screen: it scrolls by itself, also with the keyboard. */
export function scrollingTable(label: string, options: TableOptions): Html {
  return html`<section class="confer-scroll" tabindex="0" aria-label="${label}">${table(options)}</section>`
}
