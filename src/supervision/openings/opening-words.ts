import { counted } from '../../platform/ui/words.ts'
import type { Compartment } from '../doors.ts'
import type { RelationshipKind } from '../relationship.ts'
import { longestReason, type DoorProblem, type OpenedAs } from './door.ts'

export const openedAsWords: Readonly<Record<OpenedAs, string>> = {
  manager: 'the supervisor’s line manager',
  auditor: 'an auditor of the organisation',
}

export const kindWords: Readonly<Record<RelationshipKind, string>> = {
  'line-management': 'Line management',
  professional: 'Professional supervision',
  group: 'Group supervision',
}

/** What was read, as it stands in a sentence. */
export const compartmentWords: Readonly<Record<Compartment, string>> = {
  agreement: 'the agreement',
  sessions: 'which sessions there were',
  agenda: 'the agenda',
  'case-decisions': 'the case decisions',
  'joint-record': 'the joint record',
  actions: 'the agreed actions',
  'own-action': 'an action of their own',
  'time-spent': 'how the time went',
  'shared-piece': 'a shared piece of CPD',
  openings: 'this page',
}

export const doorProblemWords: Readonly<Record<DoorProblem, string>> = {
  'reason-missing': 'Enter why you need to open it',
  'reason-too-long': `The reason must be ${longestReason} characters or fewer`,
  'hours-missing': 'Select for how long you need it',
}

/** 1 hour, 4 hours, 1 day, 14 days */
export function hoursInWords(hours: number): string {
  return hours < 24 ? counted(hours, 'hour', 'hours') : counted(hours / 24, 'day', 'days')
}
