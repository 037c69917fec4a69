import { dayIn, type Day } from '../../platform/day.ts'
import { notFoundPage } from '../../platform/web/error-pages.ts'
import { redirect } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../../platform/web/route.ts'
import { isId } from '../../platform/id.ts'
import { openUnderPolicy } from '../open-relationship.ts'
import { readPage } from '../../platform/web/read-page.ts'
import { listOpenable } from '../relationships/relationship-list-store.ts'
import { standingIn } from '../relationship.ts'
import { findRelationship, type FoundRelationship } from '../relationships-store.ts'
import { listHolds } from '../retention/holds-store.ts'
import type { SupervisionSettings } from '../settings.ts'
import { closeDoor } from './actions/close-door.ts'
import { openDoor } from './actions/open-door.ts'
import { openedAs, readDoor, type OpenedAs } from './door.ts'
import { openingsFor } from './openings-for.ts'
import { listOpenings } from './openings-store.ts'
import { closePath, openablePath, openingsPath, openPath } from './paths.ts'
import { emptyDoor, openDoorForm, openDoorScreen, type OpenDoorView } from './screens/open-door.ts'
import { openableScreen } from './screens/openable.ts'
import { openingsScreen } from './screens/openings.ts'

type OfRelationship = SignedInVisit<{ readonly relationshipId: string }>

/** How a manager or an auditor comes to read what two others share, and how those two see that. */
export function openingRoutes(settings: SupervisionSettings): Route[] {
  const { timeZone, queue } = settings
  return [
    get(openablePath, signedIn, async visit => {
      const at = readPage(visit.query.get('page'))
      const today = dayIn(timeZone, visit.now)
      const asker = { personId: visit.actor.personId, today, now: visit.now }
      return openableScreen(await listOpenable(visit.db, asker, at), at, timeZone)
    }),

    get(openPath, signedIn, async visit => {
      const found = await findOpenable(settings, visit)
      return found === null ? notFoundPage() : show(visit, found, {})
    }),

    post(openPath, signedIn, openDoorForm, async visit => {
      const found = await findOpenable(settings, visit)
      if (found === null) return notFoundPage(visit.form)
      const typed = { reason: visit.form.text('reason'), hours: visit.form.text('hours') }
      const door = readDoor(typed)
      if (!door.ok) return show(visit, found, { typed, problems: door.refusal })
      const { relationshipId } = visit.params
      const opened = await openDoor(visit.db, queue, {
        ...door.value,
        relationshipId,
        personId: visit.actor.personId,
        openedAs: found.openedAs,
        now: visit.now,
        today: found.today,
      })
      if (opened.ok) return redirect(openingsPath.url({ relationshipId }))
      return { ...show(visit, found, { typed, openUntil: opened.refusal.until }), status: 409 }
    }),

    get(openingsPath, signedIn, async visit => {
      const { relationshipId } = visit.params
      const opened = await openUnderPolicy(settings, visit, {
        relationshipId,
        compartment: 'openings',
        use: 'read',
      })
      if (opened === null) return notFoundPage()
      return openingsScreen(visit, {
        ...opened,
        ...openingsFor(
          opened,
          visit.actor.personId,
          {
            openings: await listOpenings(visit.db, relationshipId),
            holds: await listHolds(visit.db, relationshipId),
          },
          timeZone,
        ),
        isOpener: openedAs(opened.standing) !== null,
        timeZone,
      })
    }),

    // Not by `openRelationship`: it changes nothing that anybody shares, and finds nothing but one's own door.
    post(closePath, signedIn, { once: [] }, async visit => {
      const { relationshipId, doorId } = visit.params
      if (!isId(relationshipId) || !isId(doorId)) return notFoundPage()
      const { personId } = visit.actor
      const closed = await closeDoor(visit.db, { relationshipId, doorId, personId, now: visit.now })
      return closed.ok ? redirect(openablePath.url({})) : notFoundPage()
    }),
  ]

  function show(
    visit: OfRelationship,
    { found: { relationship, names }, openedAs: as }: Openable,
    rest: Partial<Pick<OpenDoorView, 'typed' | 'problems' | 'openUntil'>>,
  ): ReturnType<typeof openDoorScreen> {
    return openDoorScreen(visit, {
      relationship,
      names,
      openedAs: as,
      typed: emptyDoor,
      problems: [],
      openUntil: null,
      timeZone,
      ...rest,
    })
  }
}

interface Openable {
  readonly found: FoundRelationship
  readonly openedAs: OpenedAs
  readonly today: Day
}

/** What somebody may open, whether or not they have: there is no door yet, so this cannot be asked of `openRelationship`. */
async function findOpenable(
  { timeZone }: SupervisionSettings,
  visit: OfRelationship,
): Promise<Openable | null> {
  const { relationshipId } = visit.params
  if (!isId(relationshipId)) return null
  const { personId } = visit.actor
  const today = dayIn(timeZone, visit.now)
  const found = await findRelationship(visit.db, relationshipId, { personId, today, now: visit.now })
  if (found === null) return null
  const as = openedAs(standingIn(found.relationship, personId, today, found))
  return as === null ? null : { found, openedAs: as, today }
}
