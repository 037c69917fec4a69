import { randomUUID } from 'node:crypto'
import { findRecipient } from '../accounts/people-store.ts'
import { dayIn } from '../platform/day.ts'
import { notFoundPage, unexpectedFieldPage } from '../platform/web/error-pages.ts'
import { redirect } from '../platform/web/reply.ts'
import { anyone, get, post, signedIn, type Route, type Visit } from '../platform/web/route.ts'
import { hashToken } from '../platform/web/token.ts'
import { isId } from '../platform/id.ts'
import { supervisionPath } from '../supervision/paths.ts'
import { readPage } from '../platform/web/read-page.ts'
import {
  acceptInvitation,
  declineInvitation,
  type AnswerInvitationRefusal,
} from './actions/answer-invitation.ts'
import { invite } from './actions/invite.ts'
import { takeBackInvitation } from './actions/take-back-invitation.ts'
import {
  countInvitations,
  findInvitation,
  findSentInvitation,
  listInvitations,
  wasMailedTo,
} from './invitations-store.ts'
import { openOrganisation } from './open-organisation.ts'
import { isOrganisationRole } from './organisation.ts'
import { listTeams } from './organisations-store.ts'
import {
  invitationPath,
  invitationsPath,
  newInvitationPath,
  organisationPath,
  takeBackInvitationPath,
} from './paths.ts'
import { findProfile } from './profiles-store.ts'
import { answerForm, askedPage, invitationNotValidPage } from './screens/asked-screen.ts'
import {
  emptyInvitation,
  invitationsOnAPage,
  invitationsPage,
  newInvitationForm,
  newInvitationPage,
  readTypedInvitation,
  takeBackForm,
} from './screens/invitations-screen.ts'
import type { OrganisationSettings } from './settings.ts'

/** Asking somebody to join, and the page behind the link in the mail. */
export function invitationRoutes(settings: OrganisationSettings): Route[] {
  return [...askingRoutes(settings), ...answeringRoutes(settings)]
}

function askingRoutes(settings: OrganisationSettings): Route[] {
  return [
    get(invitationsPath, signedIn, async visit => {
      const { organisationId } = visit.params
      const opened = await openOrganisation(settings, visit, organisationId, 'administer')
      if (opened === null) return notFoundPage()
      const page = readPage(visit.query.get('page'))
      const offset = (page - 1) * invitationsOnAPage
      return invitationsPage(visit, {
        organisation: opened.organisation,
        invitations: await listInvitations(visit.db, organisationId, { limit: invitationsOnAPage, offset }),
        count: await countInvitations(visit.db, organisationId),
        page,
        timeZone: settings.timeZone,
      })
    }),
    get(newInvitationPath, signedIn, async visit => {
      const { organisationId } = visit.params
      const opened = await openOrganisation(settings, visit, organisationId, 'administer')
      if (opened === null) return notFoundPage()
      const teams = await listTeams(visit.db, organisationId)
      const { organisation } = opened
      const newId = randomUUID()
      return newInvitationPage(visit, { newId, organisation, teams, typed: emptyInvitation, refusal: null })
    }),
    post(newInvitationPath, signedIn, newInvitationForm, async visit => {
      const { organisationId } = visit.params
      const opened = await openOrganisation(settings, visit, organisationId, 'administer')
      if (opened === null) return notFoundPage(visit.form)
      const newId = visit.form.text('newId')
      if (!isId(newId)) return unexpectedFieldPage('The form did not say which invitation it is.', visit.form)
      const typed = readTypedInvitation(visit.form)
      const invited = await invite(visit.db, settings.queue, {
        email: typed.email,
        organisationId,
        join: {
          teamId: typed.teamId === '' ? null : typed.teamId,
          jobRole: typed.jobRole,
          role: isOrganisationRole(typed.role) ? typed.role : null,
        },
        relationship: null,
        by: visit.actor.personId,
        formId: newId,
        now: visit.now,
      })
      if (invited.ok) return redirect(invitationsPath.url({ organisationId }, { done: 'invited' }))
      const { refusal } = invited
      if (refusal.kind === 'not-theirs-to-ask') return notFoundPage(visit.form)
      const teams = await listTeams(visit.db, organisationId)
      return newInvitationPage(visit, { newId, organisation: opened.organisation, teams, typed, refusal })
    }),
    post(takeBackInvitationPath, signedIn, takeBackForm, async visit => {
      const { organisationId } = visit.params
      const opened = await openOrganisation(settings, visit, organisationId, 'administer')
      const invitationId = visit.form.text('invitation')
      const sent = opened && isId(invitationId) ? await findSentInvitation(visit.db, invitationId) : null
      if (sent?.organisationId !== organisationId) return notFoundPage()
      const by = visit.actor.personId
      const taken = await takeBackInvitation(visit.db, { invitationId, by, now: visit.now })
      if (!taken.ok && taken.refusal === 'not-found') return notFoundPage()
      // The list says what became of one that was answered first.
      return redirect(invitationsPath.url({ organisationId }, taken.ok ? { done: 'taken-back' } : {}))
    }),
  ]
}

type AskedVisit = Visit<Visit['actor'], { readonly token: string }>

function answeringRoutes({ timeZone }: OrganisationSettings): Route[] {
  const show = async (
    visit: AskedVisit,
    refusal: Exclude<AnswerInvitationRefusal, 'not-valid'> | 'nothing-chosen' | null,
  ) => {
    const invitation = await findInvitation(visit.db, hashToken(visit.params.token), visit.now)
    if (invitation === null) return invitationNotValidPage()
    if (visit.actor.kind === 'nobody') return askedPage(visit, { invitation, me: null, refusal })
    const { personId } = visit.actor
    const person = await findRecipient(visit.db, personId)
    const profile = await findProfile(visit.db, personId)
    const isTheirs = await wasMailedTo(visit.db, invitation.invitationId, personId)
    return askedPage(visit, { invitation, me: person && { email: person.email, profile, isTheirs }, refusal })
  }
  return [
    get(invitationPath, anyone, visit => show(visit, null)),
    post(invitationPath, signedIn, answerForm, async visit => {
      const { db, now, params, form } = visit
      const { personId } = visit.actor
      const answer = { token: params.token, personId, now }
      switch (form.text('answer')) {
        case 'accept': {
          const accepted = await acceptInvitation(db, { ...answer, today: dayIn(timeZone, now) })
          if (!accepted.ok)
            return accepted.refusal === 'not-valid' ? invitationNotValidPage() : show(visit, accepted.refusal)
          const { organisationId, relationshipId } = accepted.value
          const done = { done: 'accepted' }
          return redirect(
            organisationId === null || relationshipId !== null
              ? supervisionPath.url({}, done)
              : organisationPath.url({ organisationId }, done),
          )
        }
        case 'decline': {
          const declined = await declineInvitation(db, answer)
          return declined.ok
            ? redirect(supervisionPath.url({}, { done: 'declined' }))
            : invitationNotValidPage()
        }
        default:
          return show(visit, 'nothing-chosen')
      }
    }),
  ]
}
