import { formatDay, type Day } from '../../platform/day.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import type { Page } from '../../platform/web/reply.ts'
import { sessionPath } from '../sessions/paths.ts'

/** Above the heading of every page about a session. */
export function sessionCaption(day: Day): Html {
  return html`<span class="govuk-caption-l">Supervision session on ${formatDay(day)}</span>`
}

export function backToSession(params: {
  readonly relationshipId: string
  readonly sessionId: string
}): NonNullable<Page['back']> {
  return { href: sessionPath.url(params), text: 'Back to the session' }
}
