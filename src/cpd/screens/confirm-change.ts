import { button } from '../../platform/ui/govuk/button.ts'
import { hidden, postForm } from '../../platform/ui/form.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import { titleOf, type Piece } from '../piece.ts'
import { piecePath } from '../paths.ts'

interface ConfirmChange {
  readonly piece: Piece
  /** Where the press goes. */
  readonly action: string
  readonly question: string
  readonly consequences: Html
  readonly press: string
  readonly keep: string
}

/** Asks once before something is deleted, thrown away or withdrawn. */
export function confirmChangeScreen(visit: SignedInVisit, view: ConfirmChange): Page {
  const { piece, action, question, consequences, press, keep } = view
  const pieceUrl = piecePath.url({ pieceId: piece.pieceId })
  return page({
    title: question,
    back: { href: pieceUrl, text: 'Back to this piece' },
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <span class="govuk-caption-l">${titleOf(piece)}</span>
        <h1 class="govuk-heading-l">${question}</h1>
        ${consequences}
        ${postForm(
          visit,
          action,
          html`${hidden('version', piece.version)}
            <div class="govuk-button-group">
              ${button({ content: press, classes: 'govuk-button--warning', preventDoubleClick: true })}
              <a class="govuk-link" href="${pieceUrl}">${keep}</a>
            </div>`,
        )}
      </div>
    </div>`,
  })
}
