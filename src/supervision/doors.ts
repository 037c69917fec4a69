import { isSupervising, type Standing } from './relationship.ts'

/** What a relationship holds that has a door of its own. */
export type Compartment =
  | 'agreement'
  /** That sessions are planned, held, moved or cancelled, and when. */
  | 'sessions'
  | 'agenda'
  | 'case-decisions'
  | 'joint-record'
  | 'actions'
  /** One that whoever asks has agreed to do: to be closed, also after the end. */
  | 'own-action'
  | 'time-spent'
  /** A version of a piece of CPD that a supervisee takes to a session. */
  | 'shared-piece'
  /** Who else opened what, when and why. */
  | 'openings'

export type Use =
  | 'read'
  | 'write'
  /** Of case decisions: to read them in order to file them where they belong, and then to empty them here. */
  | 'take-out'
  /** Of a session: to say that it was held. */
  | 'say-held'

/**
 * Who may do what with which compartment. A supervisee's personal notes are not here: they are found by their owner's id
 * alone, so that there is nothing to open. A manager or an auditor reads through a door that they opened for a reason and
 * a time. Whoever was supervised keeps reading what was theirs; whoever supervised and no longer does reads nothing, but
 * can still take case decisions to the case, which nobody else can, and for some days finish the sessions whose record they
 * have yet to sign.
 */
export function mayUse(standing: Standing, compartment: Compartment, use: Use, hasDoor: boolean): boolean {
  if (use === 'take-out')
    return compartment === 'case-decisions' && (isSupervising(standing) || standing === 'former-supervisor')
  if (use === 'say-held')
    return compartment === 'sessions' && (isSupervising(standing) || standing === 'supervisee')
  switch (standing) {
    case 'supervisor':
      return use === 'read' || !readOnlyForSupervisor.has(compartment)
    case 'supervisee':
      return use === 'read' || !readOnlyForSupervisee.has(compartment)
    case 'former-supervisee':
      return use === 'read' || compartment === 'own-action'
    case 'finishing-supervisor':
      return (use === 'read' ? readToFinish : writtenToFinish).has(compartment)
    case 'manager':
    case 'auditor':
      return use === 'read' && hasDoor && !neverThroughDoors.has(compartment)
    case 'former-supervisor':
    case 'none':
      return false
  }
}

const readOnlyForSupervisor: ReadonlySet<Compartment> = new Set(['shared-piece', 'openings'])
/** Of a session that is not finished: what a record is written from, and what belongs to it. */
const readToFinish: ReadonlySet<Compartment> = new Set([
  'sessions',
  'agenda',
  'case-decisions',
  'joint-record',
  'actions',
])
const writtenToFinish: ReadonlySet<Compartment> = new Set(['case-decisions', 'joint-record', 'actions'])
/** The supervisor writes the record; its supervisees answer it, which is not writing it. */
const readOnlyForSupervisee: ReadonlySet<Compartment> = new Set([
  'case-decisions',
  'joint-record',
  'openings',
])
/** What a supervisee shared with one person for one session was not shared with anybody else. */
const neverThroughDoors: ReadonlySet<Compartment> = new Set(['shared-piece'])
