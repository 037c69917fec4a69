import { ok, refuse, type Result } from '../../platform/result.ts'
import type { Standing } from '../relationship.ts'

/** Who may open what two others share. Everybody else finds nothing to open. */
export type OpenedAs = Extract<Standing, 'manager' | 'auditor'>

export interface NewDoor {
  readonly reason: string
  readonly hours: number
}

/** For how long it can be opened, from an hour to a fortnight. */
export const hoursOffered: readonly number[] = [1, 4, 24, 72, 168, 336]
export const usualHours = 24

/** Both of those whose records they are read the reason: it is to be one, and not a document. */
export const longestReason = 1000

/** A form as it was typed. */
export interface TypedDoor {
  readonly reason: string
  readonly hours: string
}

export type DoorProblem = 'reason-missing' | 'reason-too-long' | 'hours-missing'

export function readDoor({ reason, hours }: TypedDoor): Result<NewDoor, readonly DoorProblem[]> {
  const said = reason.trim()
  const offered = hoursOffered.find(one => String(one) === hours)
  const problems: DoorProblem[] = []
  if (said === '') problems.push('reason-missing')
  if (said.length > longestReason) problems.push('reason-too-long')
  if (offered === undefined) problems.push('hours-missing')
  return offered === undefined || problems.length > 0
    ? refuse(problems)
    : ok({ reason: said, hours: offered })
}

export function openedAs(standing: Standing): OpenedAs | null {
  return standing === 'manager' || standing === 'auditor' ? standing : null
}
