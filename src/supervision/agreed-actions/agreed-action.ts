import { readDate, type DateParts, type DatePart, type DateProblem, type Day } from '../../platform/day.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import type { Relationship } from '../relationship.ts'
import { longestText, textProblem, type TextProblem } from '../typed-words.ts'

/** What somebody is to do, agreed in a session. It comes back in every session until it is closed. */
export interface AgreedAction {
  readonly actionId: string
  /** The session in which it was agreed, and when that began. */
  readonly sessionId: string
  readonly agreedAt: Date
  readonly what: string
  /** Does it: the supervisor or a supervisee. */
  readonly ownerId: string
  readonly byDay: Day
  readonly closed: Closed | null
}

export interface Closed {
  readonly at: Date
  /** The session in which it was closed; null where that is gone. */
  readonly sessionId: string | null
  /** What was done. */
  readonly outcome: string
  /** Whether a session was held after the one in which it was closed. */
  readonly isSettled: boolean
}

export function isOverdue({ byDay, closed }: Pick<AgreedAction, 'byDay' | 'closed'>, today: Day): boolean {
  return closed === null && byDay < today
}

/** Whoever is to do it says that it is done, or the supervisor does. */
export function mayClose(
  { ownerId }: Pick<AgreedAction, 'ownerId'>,
  { supervisorId }: Pick<Relationship, 'supervisorId'>,
  personId: string,
): boolean {
  return personId === ownerId || personId === supervisorId
}

/** What was closed stays closed once a later session has been held without it. */
export function mayBeReopened({ closed }: Pick<AgreedAction, 'closed'>): boolean {
  return closed !== null && closed.sessionId !== null && !closed.isSettled
}

/** As typed, verbatim. */
export interface TypedAction {
  readonly what: string
  readonly ownerId: string
  readonly byDay: DateParts
}

export type ReadAction = Pick<AgreedAction, 'what' | 'ownerId' | 'byDay'>

export type ActionProblem =
  | { readonly field: 'what'; readonly problem: TextProblem }
  | { readonly field: 'owner'; readonly problem: 'missing' }
  | {
      readonly field: 'byDay'
      readonly problem: DateProblem | 'before-the-session'
      readonly parts: readonly DatePart[]
    }

export function readAction(
  { what, ownerId, byDay }: TypedAction,
  { owners, day }: { readonly owners: readonly string[]; readonly day: Day },
): Result<ReadAction, readonly ActionProblem[]> {
  const problems: ActionProblem[] = []
  const wrongText = textProblem(what, { required: true, longest: longestText })
  if (wrongText !== null) problems.push({ field: 'what', problem: wrongText })
  if (!owners.includes(ownerId)) problems.push({ field: 'owner', problem: 'missing' })
  const read = readDate(byDay)
  if (!read.ok) problems.push({ field: 'byDay', problem: read.problem, parts: read.parts })
  else if (read.day < day)
    problems.push({ field: 'byDay', problem: 'before-the-session', parts: ['day', 'month', 'year'] })
  return problems.length > 0 || !read.ok ? refuse(problems) : ok({ what, ownerId, byDay: read.day })
}

/** The actions of a relationship as one session has them. */
export interface ActionsOfSession {
  /** Agreed in other sessions and still open: they come first. */
  readonly open: readonly AgreedAction[]
  readonly agreedHere: readonly AgreedAction[]
  /** Agreed in other sessions and closed in this one. */
  readonly closedHere: readonly AgreedAction[]
}

export function actionsOfSession(actions: readonly AgreedAction[], sessionId: string): ActionsOfSession {
  const others = actions.filter(action => action.sessionId !== sessionId)
  return {
    open: others.filter(({ closed }) => closed === null),
    agreedHere: actions.filter(action => action.sessionId === sessionId),
    closedHere: others.filter(({ closed }) => closed?.sessionId === sessionId),
  }
}
