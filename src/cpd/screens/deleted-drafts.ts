import { button } from '../../platform/ui/govuk/button.ts'
import { postForm } from '../../platform/ui/form.ts'
import { html } from '../../platform/ui/html.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import { formatMoment } from '../../platform/day.ts'
import { daysToRestore } from '../deleted-drafts.ts'
import { overviewPath, restoreDraftPath } from '../paths.ts'
import type { DeletedDraft } from '../deleted-drafts-store.ts'

export function deletedDraftsScreen(
  visit: SignedInVisit,
  drafts: readonly DeletedDraft[],
  timeZone: string,
): Page {
  return page({
    title: 'Deleted drafts',
    back: { href: overviewPath.url({}), text: 'Back to your CPD' },
    main: html`<h1 class="govuk-heading-l">Deleted drafts</h1>
      <p class="govuk-body">A draft that you delete can be brought back for ${daysToRestore} days. After that it is gone for good.</p>
      ${drafts.length === 0 && html`<p class="govuk-body">There is none.</p>`}
      <ul class="govuk-list confer-pieces">
        ${drafts.map(({ pieceId, title, deletedAt }) => {
          const shown = title.trim() === '' ? 'Piece with no title yet' : title
          return html`<li class="confer-piece">
            <h2 class="govuk-heading-s">${shown}</h2>
            <p class="govuk-body">Deleted on ${formatMoment(timeZone, deletedAt)}.</p>
            ${postForm(
              visit,
              restoreDraftPath.url({ pieceId }),
              button({
                content: html`Bring it back<span class="govuk-visually-hidden">: ${shown}</span>`,
                classes: 'govuk-button--secondary',
                preventDoubleClick: true,
              }),
            )}
          </li>`
        })}
      </ul>`,
  })
}
