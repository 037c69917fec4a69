import { randomUUID } from 'node:crypto'
import { dayIn } from '../platform/day.ts'
import { isId } from '../platform/id.ts'
import { notFoundPage } from '../platform/web/error-pages.ts'
import { redirect } from '../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../platform/web/route.ts'
import { listUnfinished } from '../supervision/unfinished-store.ts'
import { endMembership } from './actions/end-membership.ts'
import { foundOrganisation } from './actions/found-organisation.ts'
import { addTeam, nameOrganisation, nameTeam } from './actions/name-organisation.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { memberRoutes } from './member-routes.ts'
import { listRoleHolders } from './members-store.ts'
import { openOrganisation, type OpenedOrganisation } from './open-organisation.ts'
import { listMyOrganisations, listTeams } from './organisations-store.ts'
import {
  leavePath,
  newOrganisationPath,
  organisationNamePath,
  organisationPath,
  organisationsPath,
  teamPath,
  teamsPath,
} from './paths.ts'
import { policyRoutes } from './policy-routes.ts'
import { profileRoutes } from './profile-routes.ts'
import { findProfile } from './profiles-store.ts'
import { endForm, leavePage } from './screens/members-screen.ts'
import {
  namingForm,
  newTeamForm,
  organisationNamePage,
  teamNamePage,
  teamsPage,
} from './screens/naming-screen.ts'
import {
  backToOrganisations,
  emptyFounding,
  foundingForm,
  foundOrganisationPage,
  organisationPage,
  organisationsPage,
  profileFirstPage,
} from './screens/organisations-screen.ts'
import type { OrganisationSettings } from './settings.ts'

/** Organisations, who is in them and by which policy they supervise; and how each person is known there. */
export function organisationRoutes(settings: OrganisationSettings): Route[] {
  return [
    ...foundingRoutes(settings),
    ...namingRoutes(settings),
    ...memberRoutes(settings),
    ...invitationRoutes(settings),
    ...policyRoutes(settings),
    ...profileRoutes(settings),
  ]
}

function foundingRoutes(settings: OrganisationSettings): Route[] {
  const profileFirst = () =>
    profileFirstPage({ back: backToOrganisations }, 'Set up an organisation', newOrganisationPath.url({}))
  /** What they supervise there and have not done with. */
  const showUnfinished = async (
    visit: SignedInVisit<{ readonly organisationId: string }>,
    { today }: OpenedOrganisation,
  ) => {
    const asker = { personId: visit.actor.personId, today, now: visit.now }
    const items = await listUnfinished(visit.db, asker, visit.params)
    return items.map(item => ({ ...item, day: dayIn(settings.timeZone, item.startsAt) }))
  }
  return [
    get(organisationsPath, signedIn, async visit =>
      organisationsPage(visit, await listMyOrganisations(visit.db, visit.actor.personId)),
    ),
    get(newOrganisationPath, signedIn, async visit => {
      const profile = await findProfile(visit.db, visit.actor.personId)
      return profile === null ? profileFirst() : foundOrganisationPage(visit, randomUUID(), emptyFounding)
    }),
    post(newOrganisationPath, signedIn, foundingForm, async visit => {
      const { form, db, now, actor } = visit
      const typed = { name: form.text('name'), jobRole: form.text('jobRole') }
      const organisationId = form.text('newId')
      if (!isId(organisationId)) return notFoundPage(form)
      const today = dayIn(settings.timeZone, now)
      const founded = await foundOrganisation(db, typed, {
        organisationId,
        personId: actor.personId,
        now,
        today,
      })
      if (founded.ok)
        return redirect(organisationPath.url({ organisationId: founded.value }, { done: 'founded' }))
      switch (founded.refusal.kind) {
        case 'has-no-profile':
          return profileFirst()
        case 'wrong-answers':
          return foundOrganisationPage(visit, organisationId, typed, founded.refusal)
      }
    }),
    get(organisationPath, signedIn, async visit => {
      const { organisationId } = visit.params
      const opened = await openOrganisation(settings, visit, organisationId, 'see')
      if (opened === null) return notFoundPage()
      const { teamId } = opened.membership
      const teams = teamId === null ? [] : await listTeams(visit.db, organisationId)
      return organisationPage(visit, {
        opened,
        teamName: teams.find(team => team.teamId === teamId)?.name ?? null,
        roleHolders: await listRoleHolders(visit.db, organisationId),
      })
    }),
    get(leavePath, signedIn, async visit => {
      const opened = await openOrganisation(settings, visit, visit.params.organisationId, 'see')
      if (opened === null) return notFoundPage()
      return leavePage(visit, opened.organisation, await showUnfinished(visit, opened))
    }),
    post(leavePath, signedIn, endForm, async visit => {
      const { organisationId } = visit.params
      const opened = await openOrganisation(settings, visit, organisationId, 'see')
      if (opened === null) return notFoundPage()
      const { personId } = visit.actor
      const { today } = opened
      const left = await endMembership(visit.db, settings, {
        organisationId,
        personId,
        by: personId,
        now: visit.now,
        today,
      })
      if (left.ok) return redirect(organisationsPath.url({}, { done: 'left' }))
      switch (left.refusal) {
        case 'not-found':
          return notFoundPage()
        case 'last-administrator':
          return leavePage(visit, opened.organisation, await showUnfinished(visit, opened), true)
      }
    }),
  ]
}

function namingRoutes(settings: OrganisationSettings): Route[] {
  return [
    get(organisationNamePath, signedIn, async visit => {
      const opened = await openOrganisation(settings, visit, visit.params.organisationId, 'administer')
      if (opened === null) return notFoundPage()
      return organisationNamePage(visit, opened.organisation, opened.organisation.name)
    }),
    post(organisationNamePath, signedIn, namingForm, async visit => {
      const { organisationId } = visit.params
      const opened = await openOrganisation(settings, visit, organisationId, 'administer')
      if (opened === null) return notFoundPage(visit.form)
      const name = visit.form.text('name')
      const toName = { organisationId, name, by: visit.actor.personId, now: visit.now }
      const named = await nameOrganisation(visit.db, toName, visit.form.text('version'))
      if (named.ok) return redirect(organisationPath.url({ organisationId }, { done: 'named' }))
      if (named.refusal.kind === 'not-found') return notFoundPage(visit.form)
      return organisationNamePage(visit, opened.organisation, name, named.refusal)
    }),
    get(teamsPath, signedIn, async visit => {
      const { organisationId } = visit.params
      const opened = await openOrganisation(settings, visit, organisationId, 'administer')
      if (opened === null) return notFoundPage()
      return teamsPage(visit, opened.organisation, await listTeams(visit.db, organisationId))
    }),
    post(teamsPath, signedIn, newTeamForm, async visit => {
      const { organisationId } = visit.params
      const opened = await openOrganisation(settings, visit, organisationId, 'administer')
      if (opened === null) return notFoundPage(visit.form)
      const name = visit.form.text('name')
      const { personId } = visit.actor
      const added = await addTeam(visit.db, { organisationId, name, by: personId, now: visit.now })
      if (added.ok) return redirect(teamsPath.url({ organisationId }, { done: 'team-added' }))
      if (added.refusal.kind === 'not-found') return notFoundPage(visit.form)
      const teams = await listTeams(visit.db, organisationId)
      return teamsPage(visit, opened.organisation, teams, name, added.refusal)
    }),
    get(teamPath, signedIn, async visit => {
      const { organisationId, teamId } = visit.params
      const opened = await openOrganisation(settings, visit, organisationId, 'administer')
      if (opened === null) return notFoundPage()
      const team = (await listTeams(visit.db, organisationId)).find(team => team.teamId === teamId)
      return team === undefined ? notFoundPage() : teamNamePage(visit, organisationId, team, team.name)
    }),
    post(teamPath, signedIn, namingForm, async visit => {
      const { organisationId, teamId } = visit.params
      const opened = await openOrganisation(settings, visit, organisationId, 'administer')
      if (opened === null) return notFoundPage(visit.form)
      const name = visit.form.text('name')
      const toName = { organisationId, teamId, name, by: visit.actor.personId, now: visit.now }
      const named = await nameTeam(visit.db, toName, visit.form.text('version'))
      if (named.ok) return redirect(teamsPath.url({ organisationId }, { done: 'named' }))
      if (named.refusal.kind === 'not-found') return notFoundPage(visit.form)
      const team = (await listTeams(visit.db, organisationId)).find(team => team.teamId === teamId)
      return team === undefined
        ? notFoundPage(visit.form)
        : teamNamePage(visit, organisationId, team, name, named.refusal)
    }),
  ]
}
