import { recordEvent } from '../../../audit/record-event.ts'
import type { Day } from '../../../platform/day.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import { discardFormsSentTo } from '../../../set-aside/actions/discard-forms-sent-to.ts'
import { lookForSetAside } from '../../../set-aside/actions/look-for-set-aside.ts'
import { caseDecisionPath, caseDecisionsPath } from '../paths.ts'
import { caseDocuments } from '../case-decisions-document.ts'
import type { CaseDecision } from '../case-decision.ts'
import { emptyDecisions, listDecisions } from '../case-decisions-store.ts'

interface TakeOutInput {
  readonly personId: string
  readonly relationshipId: string
  readonly sessionId: string
  readonly day: Day
  readonly timeZone: string
  /** Of the document that was filed: it tells which case it is. */
  readonly sha256: string
  readonly now: Date
}

/**
 * Empties here what was filed with one case in the case system: only if it is what was filed, to the letter, and not while a form about it is
 * set aside, which its sender may never have filed. The caller holds the session's lock.
 */
export async function takeOutDecisions(
  db: Db,
  { personId, relationshipId, sessionId, day, timeZone, sha256, now }: TakeOutInput,
): Promise<
  Result<{ readonly stillWaiting: number }, 'changed-elsewhere' | 'nothing-to-take-out' | 'set-aside'>
> {
  const { waiting } = await listDecisions(db, sessionId)
  if (waiting.length === 0) return refuse('nothing-to-take-out')
  const filed = caseDocuments({ day, timeZone }, waiting).find(one => one.sha256 === sha256)?.decisions
  if (filed === undefined) return refuse('changed-elsewhere')
  const addresses = addressesOf({ relationshipId, sessionId }, filed)
  // Somebody may have sent one since they filed.
  if (await lookForSetAside(db, personId, addresses)) return refuse('set-aside')
  await emptyDecisions(
    db,
    sessionId,
    filed.map(({ decisionId }) => decisionId),
    now,
  )
  // Nobody else's can ever be taken: they may not write any.
  await discardFormsSentTo(db, addresses)
  await recordEvent(db, {
    personId,
    at: now,
    event: 'case-decisions-taken-out',
    aboutId: sessionId,
    detail: filed.length,
  })
  return ok({ stillWaiting: waiting.length - filed.length })
}

/** Where forms about these decisions are sent to. */
export function addressesOf(
  params: { readonly relationshipId: string; readonly sessionId: string },
  waiting: readonly CaseDecision[],
): readonly string[] {
  return [
    caseDecisionsPath.url(params),
    ...waiting.map(({ decisionId }) => caseDecisionPath.url({ ...params, decisionId })),
  ]
}
