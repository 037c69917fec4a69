import type { Day } from '../platform/day.ts'
import { isWithin, type Days } from './working-days.ts'

export type RelationshipKind = 'line-management' | 'professional' | 'group'

/** Who supervises whom, from a day to a day. A person can have several supervisors at once. */
export interface Relationship {
  readonly relationshipId: string
  /** Null for two people who supervise without an organisation: their policy is theirs to choose. */
  readonly organisationId: string | null
  readonly kind: RelationshipKind
  readonly supervisorId: string
  readonly during: Days
  readonly supervisees: readonly Supervisee[]
  /** Whether a hold stands: then nothing of it is deleted, however long ago it ended. */
  readonly isHeld: boolean
}

export interface Supervisee {
  readonly personId: string
  readonly during: Days
}

/** What somebody is to a relationship on a day. Nobody is two of these: whoever supervises is not supervised in it. */
export type Standing =
  | 'supervisor'
  | 'supervisee'
  | 'former-supervisor'
  | 'former-supervisee'
  /** Supervises the supervisor by line management, in the same organisation. */
  | 'manager'
  /** Was made an auditor by the organisation. */
  | 'auditor'
  | 'none'

/** What is known of somebody beside the relationship itself. */
export interface Around {
  readonly managesSupervisor: boolean
  readonly isAuditor: boolean
}

export function standingIn(
  { supervisorId, during, supervisees }: Relationship,
  personId: string,
  today: Day,
  { managesSupervisor, isAuditor }: Around,
): Standing {
  if (personId === supervisorId) return isWithin(today, during) ? 'supervisor' : 'former-supervisor'
  const times = supervisees.filter(supervisee => supervisee.personId === personId)
  const isNow = isWithin(today, during) && times.some(supervisee => isWithin(today, supervisee.during))
  if (isNow) return 'supervisee'
  if (times.length > 0) return 'former-supervisee'
  if (managesSupervisor) return 'manager'
  return isAuditor ? 'auditor' : 'none'
}
