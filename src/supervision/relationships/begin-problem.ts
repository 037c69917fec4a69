import type { WhoMaySupervise } from '../policy/policy.ts'
import type { RelationshipKind } from '../relationship.ts'

/** A relationship that is to begin, with what must be known of those in it. */
export interface ToBegin {
  readonly kind: RelationshipKind
  readonly supervisor: Party
  readonly supervisees: readonly Party[]
  readonly whoMaySupervise: WhoMaySupervise
  /** Whom this supervisor supervises like that already, in the same organisation or without one. */
  readonly superviseeIdsAlready: readonly string[]
}

export interface Party {
  readonly personId: string
  /** What they say of themselves; null where they have not said how they are known in supervision. */
  readonly isRegistered: boolean | null
  /** True where there is no organisation. */
  readonly isMember: boolean
}

export type BeginProblem =
  | 'nobody-supervised'
  /** More than one, and not a group. */
  | 'several-supervised'
  | 'supervises-themselves'
  | 'has-no-profile'
  | 'is-not-a-member'
  | 'supervisor-not-registered'
  /** The professional part goes to somebody who is on the register, whoever manages. */
  | 'professional-part-not-registered'
  | 'is-so-already'

/** Why a relationship may not begin, or null. */
export function beginProblem(toBegin: ToBegin): BeginProblem | null {
  const { kind, supervisor, supervisees, whoMaySupervise, superviseeIdsAlready } = toBegin
  const ids = new Set(supervisees.map(({ personId }) => personId))
  if (ids.size === 0) return 'nobody-supervised'
  if (ids.has(supervisor.personId)) return 'supervises-themselves'
  if (supervisees.length > 1 && kind !== 'group') return 'several-supervised'
  const everybody = [supervisor, ...supervisees]
  if (everybody.some(({ isRegistered }) => isRegistered === null)) return 'has-no-profile'
  if (everybody.some(({ isMember }) => !isMember)) return 'is-not-a-member'
  const problem = supervisor.isRegistered === false ? registrationProblem(kind, whoMaySupervise) : null
  if (problem !== null) return problem
  // A group is another one each time; of the others a second would be the same again.
  if (kind !== 'group' && superviseeIdsAlready.some(personId => ids.has(personId))) return 'is-so-already'
  return null
}

/** Why somebody who is not registered may not supervise like that, or null. */
export function registrationProblem(
  kind: RelationshipKind,
  whoMaySupervise: WhoMaySupervise,
): 'supervisor-not-registered' | 'professional-part-not-registered' | null {
  if (whoMaySupervise === 'registered-social-worker') return 'supervisor-not-registered'
  return whoMaySupervise === 'anybody-with-professional-part-shared' && kind === 'professional'
    ? 'professional-part-not-registered'
    : null
}
