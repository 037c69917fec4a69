import type { Db } from '../../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import { lockNote, saveNote } from '../personal-notes-store.ts'
import { keepNoteRevision } from './keep-note-revision.ts'

interface NoteToRestore {
  readonly personId: string
  readonly sessionId: string
  /** What an earlier version said. */
  readonly text: string
  /** Of the notes, as the page showed them. */
  readonly version: number
  readonly now: Date
}

/** Brings an earlier version back; what it replaces is an earlier version from now on. Pressed twice, it is done once. */
export async function restorePersonalNote(
  db: Db,
  { personId, sessionId, text, version, now }: NoteToRestore,
): Promise<Result<null, 'changed-meanwhile'>> {
  const stored = await lockNote(db, personId, sessionId, now)
  if (stored.text === text) return ok(null)
  if (stored.version !== version) return refuse('changed-meanwhile')
  await keepNoteRevision(db, { personId, sessionId, note: stored, wasReplaced: true, now })
  await saveNote(db, {
    personId,
    sessionId,
    version: version + 1,
    text,
    saves: stored.recentSaves,
    at: now,
  })
  return ok(null)
}
