import { dayIn, formatDay } from '../../platform/day.ts'
import { insetText } from '../../platform/ui/govuk/inset-text.ts'
import { html, nothing, type Html } from '../../platform/ui/html.ts'
import { takeOutPath } from '../case-decisions/paths.ts'
import { recordPath } from '../record/paths.ts'
import type { Unfinished } from '../unfinished-store.ts'

export function unfinishedItem(item: Unfinished, timeZone: string): Html {
  const day = formatDay(dayIn(timeZone, item.startsAt))
  return item.kind === 'to-file'
    ? html`<a class="govuk-link" href="${takeOutPath.url(item)}">Take out the case decisions of the session on ${day}</a>, for the case system`
    : html`<a class="govuk-link" href="${recordPath.url(item)}">Sign the record of the session on ${day}</a>`
}

/** Before somebody ends what they supervise: what they can do afterwards no more, or only with a part of it. */
export function unfinishedPart(items: readonly Unfinished[], timeZone: string): Html {
  if (items.length === 0) return nothing
  return insetText({
    content: html`<p class="govuk-body">Still to be done by you. Once it has ended you can no longer sign a record; case decisions you can still take out.</p>
      <ul class="govuk-list govuk-list--bullet">
        ${items.map(item => html`<li>${unfinishedItem(item, timeZone)}</li>`)}
      </ul>`,
  })
}
