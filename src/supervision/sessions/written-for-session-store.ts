import { saysSomething } from '../../cpd/answers.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import { findSessionSummary } from '../record/session-summary-store.ts'
import { findSharedDraft } from '../shared-drafts/shared-drafts-store.ts'
import type { WrittenForSession } from './written-for-session.ts'

/** Whoever holds the session's lock while they ask can rely on it: every writing about a session waits for that lock. */
export async function findWrittenForSession(
  db: Db,
  session: { readonly relationshipId: string; readonly sessionId: string; readonly today: Day },
): Promise<WrittenForSession> {
  const { decisionsWaiting, actionsAgreed } = await findSessionSummary(db, session)
  const draft = await findSharedDraft(db, { kind: 'joint-record', aboutId: session.sessionId })
  return { hasDraft: Object.values(draft?.texts ?? {}).some(saysSomething), decisionsWaiting, actionsAgreed }
}
