import { randomUUID } from 'node:crypto'
import { isId } from '../../platform/id.ts'
import { notFoundPage } from '../../platform/web/error-pages.ts'
import { redirect, type Reply } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../../platform/web/route.ts'
import { openRelationship, type OpenedRelationship } from '../open-relationship.ts'
import { openingsPath } from '../openings/paths.ts'
import type { Standing } from '../relationship.ts'
import type { SupervisionSettings } from '../settings.ts'
import { liftHold } from './actions/lift-hold.ts'
import { placeHold } from './actions/place-hold.ts'
import { readHold, type HoldProblem } from './hold.ts'
import { listHolds } from './holds-store.ts'
import { keptLongerPath, liftKeptLongerPath } from './paths.ts'
import { holdScreen, liftHoldForm, placeHoldForm } from './screens/holds.ts'

type OfRelationship = SignedInVisit<{ readonly relationshipId: string }>

const sides: readonly Standing[] = ['supervisor', 'supervisee', 'former-supervisee']

/**
 * Where there is no organisation whose administrator could, either of the two says that what they share is not to be deleted.
 * Only whoever placed a hold lifts it. Nothing that they share is shown.
 */
export function ownHoldRoutes(settings: SupervisionSettings): Route[] {
  const open = (visit: OfRelationship) =>
    openRelationship(settings, visit, {
      ...visit.params,
      compartment: 'openings',
      use: 'read',
      isTraced: false,
      admits: ({ relationship, standing }) =>
        relationship.organisationId === null && sides.includes(standing),
    })

  const show = async (
    visit: OfRelationship,
    { relationship, names }: OpenedRelationship,
    typed: string,
    problem: HoldProblem | null,
    newId: string = randomUUID(),
  ): Promise<Reply> => {
    const supervisees = new Set(relationship.supervisees.map(({ personId }) => personId))
    return holdScreen(visit, {
      placeUrl: keptLongerPath.url(visit.params),
      liftUrl: liftKeptLongerPath.url(visit.params),
      back: { href: openingsPath.url(visit.params), text: 'Back to how long it is kept' },
      mayLift: ({ placedBy }) => placedBy === visit.actor.personId,
      newId,
      supervisorName: names[relationship.supervisorId] ?? null,
      superviseeNames: [...supervisees].flatMap(personId => names[personId] ?? []),
      holds: await listHolds(visit.db, relationship.relationshipId),
      typed,
      problem,
      timeZone: settings.timeZone,
    })
  }

  return [
    get(keptLongerPath, signedIn, async visit => {
      const opened = await open(visit)
      return opened === null ? notFoundPage() : show(visit, opened, '', null)
    }),

    post(keptLongerPath, signedIn, placeHoldForm, async visit => {
      const opened = await open(visit)
      const { db, form, actor, now, params } = visit
      const holdId = form.text('newId')
      if (opened === null || !isId(holdId)) return notFoundPage(form)
      const typed = form.text('reason')
      const reason = readHold(typed)
      if (!reason.ok) return show(visit, opened, typed, reason.refusal, holdId)
      await placeHold(db, { ...params, holdId, reason: reason.value, by: actor.personId, now })
      return redirect(keptLongerPath.url(params))
    }),

    post(liftKeptLongerPath, signedIn, liftHoldForm, async visit => {
      const opened = await open(visit)
      const { db, form, actor, now, params } = visit
      if (opened === null) return notFoundPage()
      const holds = await listHolds(db, params.relationshipId)
      const mine = holds.find(hold => hold.holdId === form.text('hold') && hold.placedBy === actor.personId)
      if (mine === undefined) return notFoundPage()
      await liftHold(db, { ...params, holdId: mine.holdId, by: actor.personId, now })
      return redirect(keptLongerPath.url(params))
    }),
  ]
}
