import { hash } from 'node:crypto'
import { recordEvent } from '../../../audit/record-event.ts'
import { isLastOfItsSlot, losesMuch } from '../../../cpd/revisions/which-to-keep.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { mergeNotes, type PersonalNote } from '../personal-note.ts'
import { lockNote, saveNote } from '../personal-notes-store.ts'
import { keepNoteRevision } from './keep-note-revision.ts'

interface SaveNoteInput {
  readonly personId: string
  readonly sessionId: string
  readonly text: string
  /** The mark of the text that the form showed, as the form posts it. */
  readonly seen: string
  /** The id that the browser gave this save. */
  readonly saveId: string | null
  readonly now: Date
}

export interface SavedNote extends PersonalNote {
  /** Another window wrote as well, and both texts stand. */
  readonly isJoined: boolean
}

/**
 * Keeps what was typed, verbatim, and what it said before as an earlier version. Saving the same twice is saving it once, and
 * no window writes over another.
 */
export async function savePersonalNote(
  db: Db,
  { personId, sessionId, text, seen, saveId, now }: SaveNoteInput,
): Promise<SavedNote> {
  const stored = await lockNote(db, personId, sessionId, now)
  const key = saveId === null ? null : keyOf(saveId, text)
  // It came already, and its reply was lost. What was saved since then stands.
  if (key !== null && stored.recentSaves.includes(key)) return { ...stored, isJoined: false }
  const merged = mergeNotes({ stored: stored.text, mine: text, seen })
  if (merged.text === stored.text) return { ...stored, isJoined: false }
  // An empty box is where everything went, however little there was.
  const isEmptied = merged.text === ''
  if (isEmptied || isLastOfItsSlot(stored.changedAt, now) || losesMuch(stored.text, merged.text))
    await keepNoteRevision(db, { personId, sessionId, note: stored, wasReplaced: false, now })
  const version = stored.version + 1
  const saves = key === null ? stored.recentSaves : [...stored.recentSaves, key]
  await saveNote(db, { personId, sessionId, version, text: merged.text, saves, at: now })
  if (stored.version === 0)
    await recordEvent(db, { personId, at: now, event: 'supervision-notes-started', aboutId: sessionId })
  return { version, text: merged.text, isJoined: merged.isJoined }
}

/** A page that the browser shows again may come with an old id and new text. */
function keyOf(saveId: string, text: string): string {
  const digest = hash('sha256', saveId + text)
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
