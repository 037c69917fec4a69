import { recordEvent } from '../../../audit/record-event.ts'
import type { Day } from '../../../platform/day.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import { discardFormsSentTo } from '../../../set-aside/actions/discard-forms-sent-to.ts'
import { caseDecisionPath, caseDecisionsPath } from '../paths.ts'
import { caseDecisionsDocument } from '../case-decisions-document.ts'
import { emptyDecisions, listDecisions } from '../case-decisions-store.ts'

interface TakeOutInput {
  readonly personId: string
  readonly relationshipId: string
  readonly sessionId: string
  readonly day: Day
  /** Of the document that was filed. */
  readonly sha256: string
  readonly now: Date
}

/**
 * Empties here what was filed in the case system: only if it is what was filed, to the letter. A form about it that was set
 * aside when somebody's session had ended goes too. The caller holds the session's lock.
 */
export async function takeOutDecisions(
  db: Db,
  { personId, relationshipId, sessionId, day, sha256, now }: TakeOutInput,
): Promise<Result<null, 'changed-elsewhere' | 'nothing-to-take-out'>> {
  const { waiting } = await listDecisions(db, sessionId)
  if (waiting.length === 0) return refuse('nothing-to-take-out')
  if (caseDecisionsDocument(day, waiting).sha256 !== sha256) return refuse('changed-elsewhere')
  await emptyDecisions(db, sessionId, now)
  await discardFormsSentTo(db, [
    caseDecisionsPath.url({ relationshipId, sessionId }),
    ...waiting.map(({ decisionId }) => caseDecisionPath.url({ relationshipId, sessionId, decisionId })),
  ])
  await recordEvent(db, {
    personId,
    at: now,
    event: 'case-decisions-taken-out',
    aboutId: sessionId,
    detail: waiting.length,
  })
  return ok(null)
}
