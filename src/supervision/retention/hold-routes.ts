import { randomUUID } from 'node:crypto'
import { mayInOrganisation } from '../../organisations/organisation.ts'
import { findMyOrganisation } from '../../organisations/organisations-store.ts'
import { notFoundPage } from '../../platform/web/error-pages.ts'
import { redirect, type Reply } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../../platform/web/route.ts'
import { isId } from '../../platform/id.ts'
import { readPage } from '../../platform/web/read-page.ts'
import { listInOrganisation } from '../relationships/relationship-list-store.ts'
import type { SupervisionSettings } from '../settings.ts'
import { liftHold } from './actions/lift-hold.ts'
import { placeHold } from './actions/place-hold.ts'
import { readHold, type HoldProblem } from './hold.ts'
import { findHoldable, listHolds } from './holds-store.ts'
import { holdPath, holdsPath, liftHoldPath } from './paths.ts'
import { holdScreen, holdsScreen, liftHoldForm, placeHoldForm } from './screens/holds.ts'

type OfRelationship = SignedInVisit<{ readonly organisationId: string; readonly relationshipId: string }>

/** Where an administrator says that something is not to be deleted, without reading it. */
export function holdRoutes({ timeZone }: Pick<SupervisionSettings, 'timeZone'>): Route[] {
  const findMine = async (visit: SignedInVisit<{ readonly organisationId: string }>) => {
    const { organisationId } = visit.params
    const mine = isId(organisationId)
      ? await findMyOrganisation(visit.db, organisationId, visit.actor.personId)
      : null
    return mine !== null && mayInOrganisation(mine.roles, 'administer') ? mine.organisation : null
  }
  const findOne = async (visit: OfRelationship) => {
    const { organisationId, relationshipId } = visit.params
    if (!isId(relationshipId) || (await findMine(visit)) === null) return null
    return findHoldable(visit.db, organisationId, relationshipId)
  }
  const show = async (
    visit: OfRelationship,
    found: NonNullable<Awaited<ReturnType<typeof findOne>>>,
    typed: string,
    problem: HoldProblem | null,
    newId: string = randomUUID(),
  ): Promise<Reply> =>
    holdScreen(visit, {
      placeUrl: holdPath.url(visit.params),
      liftUrl: liftHoldPath.url(visit.params),
      back: { href: holdsPath.url(visit.params), text: 'Back to all records' },
      mayLift: () => true,
      newId,
      ...found,
      holds: await listHolds(visit.db, visit.params.relationshipId),
      typed,
      problem,
      timeZone,
    })
  return [
    get(holdsPath, signedIn, async visit => {
      const { organisationId } = visit.params
      const mine = await findMine(visit)
      if (mine === null) return notFoundPage()
      const at = readPage(visit.query.get('page'))
      const asker = { personId: visit.actor.personId, now: visit.now }
      const found = await listInOrganisation(visit.db, organisationId, asker, at)
      return holdsScreen({ organisationId, organisationName: mine.name, found, at })
    }),

    get(holdPath, signedIn, async visit => {
      const found = await findOne(visit)
      return found === null ? notFoundPage() : show(visit, found, '', null)
    }),

    post(holdPath, signedIn, placeHoldForm, async visit => {
      const found = await findOne(visit)
      if (found === null) return notFoundPage(visit.form)
      const { relationshipId } = visit.params
      const typed = visit.form.text('reason')
      const reason = readHold(typed)
      const holdId = visit.form.text('newId')
      if (!isId(holdId)) return notFoundPage(visit.form)
      if (!reason.ok) return show(visit, found, typed, reason.refusal, holdId)
      await placeHold(visit.db, {
        relationshipId,
        holdId,
        reason: reason.value,
        by: visit.actor.personId,
        now: visit.now,
      })
      return redirect(holdPath.url(visit.params))
    }),

    post(liftHoldPath, signedIn, liftHoldForm, async visit => {
      const found = await findOne(visit)
      const holdId = visit.form.text('hold')
      if (found === null || !isId(holdId)) return notFoundPage()
      const { relationshipId } = visit.params
      const lifted = await liftHold(visit.db, {
        relationshipId,
        holdId,
        by: visit.actor.personId,
        now: visit.now,
      })
      return lifted.ok ? redirect(holdPath.url(visit.params)) : notFoundPage()
    }),
  ]
}
