import { path } from '../platform/web/path.ts'

export const organisationsPath = path('/organisations')
export const newOrganisationPath = path('/organisations/new')
export const organisationPath = path('/organisations/:organisationId')
export const organisationNamePath = path('/organisations/:organisationId/name')
export const teamsPath = path('/organisations/:organisationId/teams')
export const teamPath = path('/organisations/:organisationId/teams/:teamId')
export const membersPath = path('/organisations/:organisationId/members')
export const memberPath = path('/organisations/:organisationId/members/:personId')
export const endMembershipPath = path('/organisations/:organisationId/members/:personId/end')
export const leavePath = path('/organisations/:organisationId/leave')
export const invitationsPath = path('/organisations/:organisationId/invitations')
export const newInvitationPath = path('/organisations/:organisationId/invitations/new')
export const takeBackInvitationPath = path('/organisations/:organisationId/invitations/take-back')
export const policyPath = path('/organisations/:organisationId/policy')
export const newPolicyPath = path('/organisations/:organisationId/policy/new')
export const policyVersionPath = path('/organisations/:organisationId/policy/versions/:version')

/** The secret address of an invitation: see also `invitationTokenIn`. */
export const invitationPath = path('/invitations/:token')

export const profilePath = path('/supervision/profile')
export const absencesPath = path('/supervision/profile/absences')
export const removeAbsencePath = path('/supervision/profile/absences/remove')
