import { randomUUID } from 'node:crypto'
import { invite, type InviteRefusal } from '../../organisations/actions/invite.ts'
import { takeBackInvitation } from '../../organisations/actions/take-back-invitation.ts'
import { findSentInvitation } from '../../organisations/invitations-store.ts'
import { listMyOrganisations } from '../../organisations/organisations-store.ts'
import { findProfile } from '../../organisations/profiles-store.ts'
import { dayIn } from '../../platform/day.ts'
import { isId } from '../../platform/id.ts'
import { noErrors } from '../../platform/ui/field-errors.ts'
import { notFoundPage, unexpectedFieldPage } from '../../platform/web/error-pages.ts'
import { redirect } from '../../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../../platform/web/route.ts'
import { supervisionPath } from '../paths.ts'
import type { SupervisionSettings } from '../settings.ts'
import { startSupervisionPath, takeBackAskedPath } from './paths.ts'
import { listMyRelationships } from './relationships-overview-store.ts'
import {
  profileFirstScreen,
  startProblemInWords,
  startSupervisionScreen,
} from './screens/start-supervision.ts'
import { readStart, type StartChoices, type TypedStart } from './starting.ts'

/** Asking somebody to be one's supervisor, or to be supervised by one, and taking that back. */
export function startingRoutes({ timeZone, queue }: SupervisionSettings): Route[] {
  const findChoices = async (visit: SignedInVisit): Promise<StartChoices> => {
    const { db, now, actor } = visit
    const today = dayIn(timeZone, now)
    const relationships = await listMyRelationships(db, actor.personId, { today, now, timeZone })
    return {
      organisations: (await listMyOrganisations(db, actor.personId)).map(({ organisation }) => organisation),
      groups: relationships
        .filter(one => one.kind === 'group' && one.isNow && one.supervisorId === actor.personId)
        .map(({ relationshipId, organisationId, organisation }) => ({
          relationshipId,
          organisationId,
          name: `A group that you supervise${organisation === null ? ', without an organisation' : `, ${organisation}`}`,
        })),
    }
  }

  return [
    get(startSupervisionPath, signedIn, async visit => {
      if ((await findProfile(visit.db, visit.actor.personId)) === null) return profileFirstScreen()
      const choices = await findChoices(visit)
      const [only] = choices.organisations
      return startSupervisionScreen(visit, {
        newId: randomUUID(),
        choices,
        typed: { email: '', part: '', kind: '', organisation: only?.organisationId ?? 'none' },
        errors: noErrors,
      })
    }),

    post(
      startSupervisionPath,
      signedIn,
      { once: ['newId', 'email', 'part', 'kind', 'organisation'] },
      async visit => {
        const { form, db, now, actor } = visit
        if ((await findProfile(db, actor.personId)) === null) return profileFirstScreen()
        const newId = form.text('newId')
        if (!isId(newId)) return unexpectedFieldPage('The form did not say which invitation it is.', form)
        const choices = await findChoices(visit)
        const typed: TypedStart = {
          email: form.text('email'),
          part: form.text('part'),
          kind: form.text('kind'),
          organisation: form.text('organisation'),
        }
        const again = (problems: readonly (readonly [string, string])[]) =>
          startSupervisionScreen(visit, { newId, choices, typed, errors: new Map(problems) })
        const start = readStart(typed, choices)
        if (!start.ok) return again(start.refusal.map(one => [one.field, startProblemInWords(one)]))
        const { organisationId, ...relationship } = start.value
        const invited = await invite(db, queue, {
          email: typed.email,
          organisationId,
          join: null,
          relationship,
          by: actor.personId,
          formId: newId,
          now,
        })
        return invited.ok
          ? redirect(supervisionPath.url({}, { done: 'invited' }))
          : again(refusalInWords(invited.refusal))
      },
    ),

    post(takeBackAskedPath, signedIn, { once: [] }, async visit => {
      const { db, now, actor, params } = visit
      const { invitationId } = params
      const by = actor.personId
      const sent = isId(invitationId) ? await findSentInvitation(db, invitationId) : null
      // The page of invitations of an organisation is where an administrator takes back what another asked.
      if (sent === null || sent.part === null || sent.invitedBy !== by) return notFoundPage()
      const taken = await takeBackInvitation(db, { invitationId, by, now })
      return redirect(supervisionPath.url({}, { done: taken.ok ? 'taken-back' : 'not-waiting' }))
    }),
  ]
}

function refusalInWords(refusal: InviteRefusal): readonly (readonly [string, string])[] {
  switch (refusal.kind) {
    case 'wrong-answers':
      return [['email', 'Enter an e-mail address, like name@example.org']]
    case 'not-theirs-to-ask':
      return [['organisation', 'You do not work for that organisation any more: choose another']]
    case 'too-many':
      return [['email', 'You have sent as many invitations as we take in a day: try again tomorrow']]
  }
}
