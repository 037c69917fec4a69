import { html } from '../../platform/ui/html.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import { piecePath } from '../paths.ts'

/** Answers a press on a page that was overtaken, where nothing was typed that could be lost. */
export function changedElsewhereScreen(pieceId: string): Page {
  return page({
    title: 'This piece was changed somewhere else',
    status: 409,
    back: { href: piecePath.url({ pieceId }), text: 'Back to this piece' },
    main: html`<h1 class="govuk-heading-l">This piece was changed somewhere else</h1>
      <p class="govuk-body">Nothing was done. Look at the piece as it is now, then decide again.</p>`,
  })
}
