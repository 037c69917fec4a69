import { counted, inAList } from '../../platform/ui/words.ts'

/** What is written for a session while it is planned. */
export interface WrittenForSession {
  /** Whether a draft of its record has words in it. */
  readonly hasDraft: boolean
  readonly decisionsWaiting: number
  readonly actionsAgreed: number
}

export function isAnythingWritten({ hasDraft, decisionsWaiting, actionsAgreed }: WrittenForSession): boolean {
  return hasDraft || decisionsWaiting > 0 || actionsAgreed > 0
}

/** Why a session cannot be left unrecorded: everything that would have no page any more. */
export function whyNotUnrecorded({ hasDraft, decisionsWaiting, actionsAgreed }: WrittenForSession): string {
  const there = [
    ...(hasDraft ? ['a draft of its record'] : []),
    ...(decisionsWaiting > 0
      ? [counted(decisionsWaiting, 'case decision to be filed', 'case decisions to be filed')]
      : []),
    ...(actionsAgreed > 0 ? [counted(actionsAgreed, 'agreed action', 'agreed actions')] : []),
  ]
  return `The session cannot be left unrecorded, because this is already written for it: ${inAList(there)}`
}
