import type { Day } from '../platform/day.ts'
import { isWithin, type Days } from './policy/working-days.ts'

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
  readonly hasHold: boolean
}

export interface Supervisee {
  readonly personId: string
  readonly during: Days
}

/** Who is supervised on a day, each once. */
export function superviseesOn({ supervisees }: Relationship, day: Day): readonly string[] {
  return [...new Set(supervisees.filter(one => isWithin(day, one.during)).map(one => one.personId))]
}

/**
 * When somebody's part in it ends, as far as that is known: with the relationship or, of a supervisee, before it. Null where
 * no day is set.
 */
export function endOfPart({ during, supervisees }: Relationship, personId: string, today: Day): Day | null {
  const own = supervisees.find(one => one.personId === personId && isWithin(today, one.during))
  const ends = [during.to, own?.during.to ?? null].filter(end => end !== null)
  return ends.toSorted()[0] ?? null
}

/** What somebody is to a relationship on a day. Nobody is two of these: whoever supervises is not supervised in it. */
export type Standing =
  | 'supervisor'
  | 'supervisee'
  | 'former-supervisor'
  /** Supervised until it ended, and still has the days to finish what was held: of one session that is not finished. */
  | 'finishing-supervisor'
  | 'former-supervisee'
  /** Supervises the supervisor by line management, in the same organisation. */
  | 'manager'
  /** Was made an auditor by the organisation. */
  | 'auditor'
  | 'none'

/** Whoever supervises, or finishes what they supervised. */
export function isSupervising(standing: Standing): boolean {
  return standing === 'supervisor' || standing === 'finishing-supervisor'
}

/** What is known of somebody beside the relationship itself. */
export interface Around {
  /** Works for the organisation at present, where there is one. */
  readonly isPresent: boolean
  readonly managesSupervisor: boolean
  readonly isAuditor: boolean
}

export function standingIn(
  { supervisorId, during, supervisees }: Relationship,
  personId: string,
  today: Day,
  { isPresent, managesSupervisor, isAuditor }: Around,
): Standing {
  // The relationship lasts until the end of the day on which its supervisor leaves; what it holds is shut to them at once.
  if (personId === supervisorId)
    return isWithin(today, during) && isPresent ? 'supervisor' : 'former-supervisor'
  const times = supervisees.filter(supervisee => supervisee.personId === personId)
  const isNow = isWithin(today, during) && times.some(supervisee => isWithin(today, supervisee.during))
  if (isNow) return 'supervisee'
  if (times.length > 0) return 'former-supervisee'
  if (managesSupervisor) return 'manager'
  return isAuditor ? 'auditor' : 'none'
}
