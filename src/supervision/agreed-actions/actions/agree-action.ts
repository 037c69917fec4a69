import { recordEvent } from '../../../audit/record-event.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import { findIsSigned } from '../../record/record-store.ts'
import { mayBeReopened, type ReadAction } from '../agreed-action.ts'
import { addAction, closeOpenAction, listAgreedActions, reopenClosedAction } from '../agreed-actions-store.ts'

interface ActionInput {
  readonly personId: string
  readonly relationshipId: string
  /** In which it is agreed, closed or reopened. The caller holds its lock. */
  readonly sessionId: string
  readonly actionId: string
  readonly now: Date
}

/** Part of the joint record: nothing is agreed in a session any more once its supervisor has signed that. */
export async function agreeAction(
  db: Db,
  { personId, relationshipId, sessionId, actionId, now, read }: ActionInput & { readonly read: ReadAction },
): Promise<Result<null, 'record-is-signed'>> {
  if (await findIsSigned(db, sessionId)) return refuse('record-is-signed')
  // The same press twice agrees one action.
  const isAdded = await addAction(db, { ...read, relationshipId, sessionId, actionId })
  if (isAdded)
    await recordEvent(db, { personId, at: now, event: 'supervision-action-agreed', aboutId: actionId })
  return ok(null)
}

export async function closeAction(
  db: Db,
  { personId, relationshipId, sessionId, actionId, now, outcome }: ActionInput & { readonly outcome: string },
): Promise<Result<null, 'closed-already'>> {
  const closed = { at: now, sessionId, outcome }
  if (!(await closeOpenAction(db, { relationshipId, actionId }, closed))) return refuse('closed-already')
  await recordEvent(db, { personId, at: now, event: 'supervision-action-closed', aboutId: actionId })
  return ok(null)
}

export async function reopenAction(
  db: Db,
  { personId, relationshipId, actionId, now }: ActionInput,
): Promise<Result<null, 'open-already' | 'settled'>> {
  const actions = await listAgreedActions(db, relationshipId)
  const action = actions.find(one => one.actionId === actionId)
  if (action === undefined || action.closed === null) return refuse('open-already')
  if (!mayBeReopened(action)) return refuse('settled')
  await reopenClosedAction(db, relationshipId, actionId)
  await recordEvent(db, { personId, at: now, event: 'supervision-action-reopened', aboutId: actionId })
  return ok(null)
}
