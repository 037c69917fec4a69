import { recordEvent } from '../../../audit/record-event.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import { deleteNoteRevisions, listNoteRevisions, lockNote, saveNote } from '../personal-notes-store.ts'

interface NoteToDelete {
  readonly personId: string
  readonly sessionId: string
  /** Of the notes, as the page that asked knew them: what was written since then is not deleted unseen. */
  readonly version: number
  readonly now: Date
}

/**
 * Deletes notes and their earlier versions for good. An empty row stays, with the hashes of the last saves: a save whose reply
 * was lost comes again, and would bring back what was deleted. A second press changes nothing.
 */
export async function deletePersonalNote(
  db: Db,
  { personId, sessionId, version, now }: NoteToDelete,
): Promise<Result<null, 'changed-meanwhile'>> {
  const stored = await lockNote(db, personId, sessionId, now)
  const isGone = stored.text === '' && (await listNoteRevisions(db, personId, sessionId)).length === 0
  if (isGone) return ok(null)
  if (stored.version !== version) return refuse('changed-meanwhile')
  await deleteNoteRevisions(db, personId, sessionId, 'all')
  await saveNote(db, {
    personId,
    sessionId,
    version: stored.version + 1,
    text: '',
    saves: stored.recentSaves,
    at: now,
  })
  await recordEvent(db, { personId, at: now, event: 'supervision-notes-deleted', aboutId: sessionId })
  return ok(null)
}
