import { recordEvent } from '../../../audit/record-event.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import { addAgendaItem, deleteAgendaItem } from '../agenda-store.ts'
import { takesAgendaItems } from '../session.ts'
import { lockSession } from '../sessions-store.ts'

interface ChangeAgendaInput {
  readonly relationshipId: string
  readonly sessionId: string
  readonly personId: string
  readonly change:
    | { readonly kind: 'add'; readonly itemId: string; readonly text: string }
    /** Of one's own items only. */
    | { readonly kind: 'remove'; readonly itemId: string }
  readonly now: Date
}

/** `closed`: it was held or cancelled meanwhile, and what was on its agenda stays as it is. */
export type AgendaRefusal = 'not-found' | 'closed'

export async function changeAgenda(
  db: Db,
  { relationshipId, sessionId, personId, change, now }: ChangeAgendaInput,
): Promise<Result<null, AgendaRefusal>> {
  const session = await lockSession(db, relationshipId, sessionId)
  if (session === null) return refuse('not-found')
  if (!takesAgendaItems(session)) return refuse('closed')
  const { itemId } = change
  const isChanged =
    change.kind === 'add'
      ? await addAgendaItem(db, sessionId, { itemId, personId, text: change.text, addedAt: now })
      : await deleteAgendaItem(db, { sessionId, itemId, personId })
  if (isChanged)
    await recordEvent(db, { personId, at: now, event: 'supervision-agenda-changed', aboutId: sessionId })
  // Pressed twice, an item is added once. One that is not theirs to remove is as one that is not there.
  return isChanged || change.kind === 'add' ? ok(null) : refuse('not-found')
}
