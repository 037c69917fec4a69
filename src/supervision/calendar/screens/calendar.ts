import { formatMoment } from '../../../platform/day.ts'
import { button } from '../../../platform/ui/govuk/button.ts'
import { notificationBanner } from '../../../platform/ui/govuk/notification-banner.ts'
import { postForm } from '../../../platform/ui/form.ts'
import { html } from '../../../platform/ui/html.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import type { SignedInVisit } from '../../../platform/web/route.ts'
import { supervisionPath } from '../../paths.ts'
import type { CalendarFeed } from '../calendar-store.ts'
import { calendarPath } from '../paths.ts'

interface CalendarView {
  readonly feed: CalendarFeed | null
  /** Only on the page that answers the press: it is kept nowhere. */
  readonly address: string | null
  readonly timeZone: string
}

export function calendarScreen(visit: SignedInVisit, { feed, address, timeZone }: CalendarView): Page {
  return page({
    title: 'Sessions in your calendar',
    back: { href: supervisionPath.url({}), text: 'Back to your supervision' },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      ${
        address !== null &&
        notificationBanner({
          title: 'Your address',
          content: html`<p class="govuk-notification-banner__heading">Copy it now: it is not shown again.</p>
            <p class="govuk-body"><code class="confer-hash" id="calendar-address">${address}</code></p>
            <button type="button" class="govuk-button govuk-button--secondary" data-copy="calendar-address" hidden>Copy the address</button>`,
        })
      }
      <h1 class="govuk-heading-l">Sessions in your calendar</h1>
      <p class="govuk-body">
        A calendar program can show your supervision sessions and follow when they change. Give it an address that we make
        for you: subscribe to a calendar by address, or “from URL”.
      </p>
      <p class="govuk-body">
        It shows when a session is, under the title “Supervision”, and nothing else: no names, no place, nothing that was
        written. Whoever has the address can see those times, so do not pass it on.
      </p>
      ${feed !== null && html`<p class="govuk-body">You made an address on ${formatMoment(timeZone, feed.madeAt)}. A new one takes its place, and the old one stops working.</p>`}
      ${postForm(
        visit,
        calendarPath.url({}),
        html`<div class="govuk-button-group">
          ${button({
            content: feed === null ? 'Make an address' : 'Make a new address',
            name: 'press',
            value: 'make',
            preventDoubleClick: true,
          })}
          ${feed !== null && button({ content: 'Stop the address', name: 'press', value: 'stop', classes: 'govuk-button--secondary' })}
        </div>`,
      )}
    </div></div>`,
  })
}
