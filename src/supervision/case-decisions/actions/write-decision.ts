import { recordEvent } from '../../../audit/record-event.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import { markOfDecision, type ReadDecision } from '../case-decision.ts'
import { addDecision, changeDecision, deleteDecision, listDecisions } from '../case-decisions-store.ts'

interface DecisionInput {
  readonly personId: string
  readonly sessionId: string
  readonly decisionId: string
  readonly now: Date
}

/** The caller holds the session's lock. */
export async function writeDecision(
  db: Db,
  { personId, sessionId, decisionId, now, read }: DecisionInput & { readonly read: ReadDecision },
): Promise<Result<null, 'changed-elsewhere'>> {
  const decision = { ...read, sessionId, decisionId, writtenBy: personId, writtenAt: now }
  if (!(await addDecision(db, decision))) {
    // The same press twice is one decision.
    const there = await findWaiting(db, sessionId, decisionId)
    return there !== null && markOfDecision(there) === markOfDecision(read)
      ? ok(null)
      : refuse('changed-elsewhere')
  }
  await recordEvent(db, { personId, at: now, event: 'case-decision-written', aboutId: sessionId })
  return ok(null)
}

type OvertakenDecision = 'not-found' | 'changed-elsewhere'

/** `seen` is the mark of the decision as the form showed it. The caller holds the session's lock. */
export async function rewriteDecision(
  db: Db,
  {
    personId,
    sessionId,
    decisionId,
    now,
    seen,
    read,
  }: DecisionInput & {
    readonly seen: string
    /** Null to take it off the list. */
    readonly read: ReadDecision | null
  },
): Promise<Result<null, OvertakenDecision>> {
  const there = await findWaiting(db, sessionId, decisionId)
  if (there === null) return refuse('not-found')
  if (markOfDecision(there) !== seen) return refuse('changed-elsewhere')
  if (read === null) {
    await deleteDecision(db, sessionId, decisionId)
    await recordEvent(db, { personId, at: now, event: 'case-decision-removed', aboutId: sessionId })
    return ok(null)
  }
  await changeDecision(db, sessionId, { ...read, decisionId })
  await recordEvent(db, { personId, at: now, event: 'case-decision-changed', aboutId: sessionId })
  return ok(null)
}

async function findWaiting(db: Db, sessionId: string, decisionId: string) {
  const { waiting } = await listDecisions(db, sessionId)
  return waiting.find(one => one.decisionId === decisionId) ?? null
}
