import { notFoundPage } from '../platform/web/error-pages.ts'
import { redirect } from '../platform/web/reply.ts'
import { get, post, signedIn, type Route, type SignedInVisit } from '../platform/web/route.ts'
import { isId } from '../platform/id.ts'
import { changeMember } from './actions/change-member.ts'
import { endMembership } from './actions/end-membership.ts'
import { countMembers, findMember, listMembers } from './members-store.ts'
import { openOrganisation, type OpenedOrganisation } from './open-organisation.ts'
import type { Member } from './organisation.ts'
import { listTeams } from './organisations-store.ts'
import { endMembershipPath, memberPath, membersPath } from './paths.ts'
import {
  endForm,
  endMembershipPage,
  memberForm,
  memberPage,
  membersOnAPage,
  membersPage,
  readMembersShown,
  readTypedMember,
  typedMemberOf,
} from './screens/members-screen.ts'
import type { OrganisationSettings } from './settings.ts'

/** Who is in an organisation, for its administrators. */
export function memberRoutes(settings: OrganisationSettings): Route[] {
  const find = async (
    visit: SignedInVisit<{ readonly organisationId: string; readonly personId: string }>,
  ): Promise<{ readonly opened: OpenedOrganisation; readonly member: Member } | null> => {
    const { organisationId, personId } = visit.params
    const opened = await openOrganisation(settings, visit, organisationId, 'administer')
    const member = opened && isId(personId) ? await findMember(visit.db, organisationId, personId) : null
    return opened === null || member === null || member.during.to !== null ? null : { opened, member }
  }
  return [
    get(membersPath, signedIn, async visit => {
      const { organisationId } = visit.params
      const opened = await openOrganisation(settings, visit, organisationId, 'administer')
      if (opened === null) return notFoundPage()
      const teams = await listTeams(visit.db, organisationId)
      const asked = readMembersShown(visit.query)
      const isTeam = asked.team === 'none' || teams.some(({ teamId }) => teamId === asked.team)
      const shown = isTeam ? asked : { ...asked, team: '' }
      const which = {
        ...(shown.team !== '' && { teamId: shown.team === 'none' ? null : shown.team }),
        withFormer: shown.former,
      }
      const offset = (shown.page - 1) * membersOnAPage
      const members = await listMembers(visit.db, organisationId, { ...which, limit: membersOnAPage, offset })
      const count = await countMembers(visit.db, organisationId, which)
      return membersPage(visit, { organisation: opened.organisation, teams, members, count, shown })
    }),

    get(memberPath, signedIn, async visit => {
      const found = await find(visit)
      if (found === null) return notFoundPage()
      const { member } = found
      const teams = await listTeams(visit.db, member.organisationId)
      return memberPage(visit, { member, teams, typed: typedMemberOf(member), refusal: null })
    }),
    post(memberPath, signedIn, memberForm, async visit => {
      const found = await find(visit)
      if (found === null) return notFoundPage(visit.form)
      const { organisationId, personId } = visit.params
      const typed = readTypedMember(visit.form)
      const shown = visit.form.text('version')
      const by = visit.actor.personId
      const changed = await changeMember(visit.db, {
        organisationId,
        personId,
        typed,
        shown,
        by,
        now: visit.now,
      })
      if (changed.ok) return redirect(membersPath.url({ organisationId }, { done: 'member-changed' }))
      const { refusal } = changed
      const member = await findMember(visit.db, organisationId, personId)
      if (refusal.kind === 'not-found' || member === null) return notFoundPage(visit.form)
      const teams = await listTeams(visit.db, organisationId)
      return memberPage(visit, { member, teams, typed, refusal })
    }),

    get(endMembershipPath, signedIn, async visit => {
      const found = await find(visit)
      return found === null ? notFoundPage() : endMembershipPage(visit, found.member)
    }),
    post(endMembershipPath, signedIn, endForm, async visit => {
      const found = await find(visit)
      if (found === null) return notFoundPage()
      const { organisationId, personId } = visit.params
      const { today } = found.opened
      const by = visit.actor.personId
      const ended = await endMembership(visit.db, settings, {
        organisationId,
        personId,
        by,
        now: visit.now,
        today,
      })
      if (ended.ok) return redirect(membersPath.url({ organisationId }, { done: 'membership-ended' }))
      switch (ended.refusal) {
        case 'not-found':
          return notFoundPage()
        case 'last-administrator':
          return endMembershipPage(visit, found.member, true)
      }
    }),
  ]
}
