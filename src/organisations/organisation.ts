import { mark } from './mark.ts'
import type { Days } from '../supervision/policy/working-days.ts'

/** An employer, or whoever else arranges supervision for several people. */
export interface Organisation {
  readonly organisationId: string
  readonly name: string
}

export interface Team {
  readonly teamId: string
  readonly name: string
}

/** Somebody's work for an organisation, as it is or was. */
export interface Membership {
  readonly organisationId: string
  readonly personId: string
  readonly during: Days
  readonly teamId: string | null
  readonly jobRole: string
}

/** A member as an administrator sees them: how they are known, and nothing of what they record. */
export interface Member extends Membership {
  readonly knownAs: string
  readonly isRegistered: boolean
  readonly teamName: string | null
  readonly roles: readonly OrganisationRole[]
}

/** In the order in which traces number them, from 1: add to the end only. */
export const organisationRoles = ['administrator', 'principal-social-worker', 'auditor'] as const

export type OrganisationRole = (typeof organisationRoles)[number]

export function isOrganisationRole(text: string): text is OrganisationRole {
  return organisationRoles.some(role => role === text)
}

export type AuditorProblem = 'auditor-by-themselves' | 'administrator-and-auditor'

/**
 * An auditor opens what others share. So nobody makes themselves one, and whoever makes auditors is none: it takes two.
 * `roles` are all that somebody is to have.
 */
export function auditorProblem(
  roles: readonly OrganisationRole[],
  isByThemselves: boolean,
): AuditorProblem | null {
  if (isByThemselves) return 'auditor-by-themselves'
  const isBoth = roles.includes('administrator') && roles.includes('auditor')
  return isBoth ? 'administrator-and-auditor' : null
}

/** What a trace calls a role. */
export function numberOfRole(role: OrganisationRole): number {
  return organisationRoles.indexOf(role) + 1
}

export type OrganisationUse =
  | 'see'
  /** Name, teams, members, roles, invitations, and what is not to be deleted. */
  | 'administer'
  | 'set-policy'
  /** That supervision happens, team by team, and never what is said. */
  | 'see-figures'

/** What somebody may do in an organisation that they are a member of today. An auditor sees what every member sees here. */
export function mayInOrganisation(roles: readonly OrganisationRole[], use: OrganisationUse): boolean {
  switch (use) {
    case 'see':
      return true
    case 'administer':
      return roles.includes('administrator')
    case 'set-policy':
    case 'see-figures':
      return roles.includes('administrator') || roles.includes('principal-social-worker')
  }
}

/** For a form that changes a member: see `mark`. */
export function markOfMember({ teamId, jobRole, roles, during }: Member): string {
  const inOrder = organisationRoles.filter(role => roles.includes(role))
  return mark([teamId, jobRole, during.from, ...inOrder])
}
