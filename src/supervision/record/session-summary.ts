import type { Day } from '../../platform/day.ts'
import type { Answered } from './joint-record.ts'

/** What there is of a session, compartment by compartment, without a word of what it says. */
export interface SessionSummary {
  readonly hasDraft: boolean
  readonly signed: Answered | null
  readonly decisionsWaiting: number
  readonly decisionsTakenOut: number
  /** In this session. */
  readonly actionsAgreed: number
  /** In the whole relationship. */
  readonly actionsOpen: number
  readonly actionsOverdue: number
  readonly haveNotes: readonly string[]
  readonly haveTicked: readonly string[]
  readonly shared: readonly { readonly personId: string; readonly pieceId: string; readonly untilDay: Day }[]
}
