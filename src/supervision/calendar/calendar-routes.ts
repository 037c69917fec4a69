import { dayIn } from '../../platform/day.ts'
import { notFoundPage } from '../../platform/web/error-pages.ts'
import { download, redirect } from '../../platform/web/reply.ts'
import { anyone, get, post, signedIn, unattended, type Route } from '../../platform/web/route.ts'
import { hashToken } from '../../platform/web/token.ts'
import type { SupervisionSettings } from '../settings.ts'
import { makeCalendarAddress, takeCalendarAddressAway } from './actions/make-calendar-address.ts'
import { findCalendarFeed, findFeedOwner, listCalendarEvents } from './calendar-store.ts'
import { writeFeed } from './icalendar.ts'
import { calendarFeedPath, calendarPath } from './paths.ts'
import { calendarScreen } from './screens/calendar.ts'

/** How far back a calendar goes, in milliseconds: a year and a month. */
const backTo = 396 * 86_400_000

/** Sessions for a calendar program, by a secret address that anybody's own page makes, renews and stops. */
export function calendarRoutes({ timeZone, baseUrl }: SupervisionSettings): Route[] {
  return [
    get(calendarPath, signedIn, async visit =>
      calendarScreen(visit, {
        feed: await findCalendarFeed(visit.db, visit.actor.personId),
        address: null,
        timeZone,
      }),
    ),

    post(calendarPath, signedIn, { once: ['press'] }, async visit => {
      const { db, actor, now } = visit
      if (visit.form.text('press') === 'stop') {
        await takeCalendarAddressAway(db, actor.personId, now)
        return redirect(calendarPath.url({}))
      }
      const token = await makeCalendarAddress(db, actor.personId, now)
      // Not after a redirect: the next page could only show what is kept, and the secret is not.
      return calendarScreen(visit, {
        feed: { madeAt: now },
        address: baseUrl + calendarFeedPath.url({ token }),
        timeZone,
      })
    }),

    // A calendar program asks every hour, and knows nothing of sessions of ours.
    unattended(
      get(calendarFeedPath, anyone, async ({ db, params, now }) => {
        const personId = await findFeedOwner(db, hashToken(params.token))
        if (personId === null) return notFoundPage()
        const since = new Date(now.getTime() - backTo)
        const events = await listCalendarEvents(db, personId, {
          since,
          today: dayIn(timeZone, now),
          timeZone,
        })
        return download({
          fileName: 'supervision.ics',
          contentType: 'text/calendar; charset=utf-8',
          body: writeFeed(events),
        })
      }),
    ),
  ]
}
