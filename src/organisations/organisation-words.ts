import { counted } from '../platform/ui/words.ts'
import type { RelationshipKind } from '../supervision/relationship.ts'
import type { InvitationState } from './invitation.ts'
import type { OrganisationRole } from './organisation.ts'
import type { LineProblem } from './read-line.ts'

export const rolesInWords: Readonly<Record<OrganisationRole, string>> = {
  administrator: 'Administrator',
  'principal-social-worker': 'Principal social worker',
  auditor: 'Auditor',
}

export const rolesExplained: Readonly<Record<OrganisationRole, string>> = {
  administrator: 'Looks after teams, members, roles and the policy. Opens no supervision record',
  'principal-social-worker': 'Sets the supervision policy. Opens no supervision record',
  auditor:
    'Can open what two people share in supervision, for a reason and a time that both of them are shown',
}

export const kindsInWords: Readonly<Record<RelationshipKind, string>> = {
  'line-management': 'line management',
  professional: 'professional supervision',
  group: 'group supervision',
}

export const invitationStatesInWords: Readonly<Record<InvitationState, string>> = {
  waiting: 'Waiting for an answer',
  accepted: 'Accepted',
  declined: 'Declined',
  'taken-back': 'Taken back',
  expired: 'Expired',
}

/** `what` as a sentence begins: "Name of the team". `ask` as an order: "Enter the team’s name". */
export function lineProblemInWords(problem: LineProblem, what: string, ask: string): string {
  return problem.code === 'missing'
    ? ask
    : `${what} must be ${counted(problem.limit, 'character', 'characters')} or fewer; it has ${problem.length}`
}
