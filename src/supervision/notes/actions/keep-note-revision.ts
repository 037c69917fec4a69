import { keepInChain, type TextToKeep } from '../../../cpd/actions/keep-in-chain.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { asAnswers } from '../../shared-drafts/shared-draft.ts'
import { noteQuestion } from '../personal-note.ts'
import {
  addNoteRevision,
  deleteNoteRevisions,
  listNoteRevisions,
  repackNoteRevision,
  type RememberingNote,
} from '../personal-notes-store.ts'

interface KeepNoteRevisionInput extends Omit<TextToKeep, 'answers' | 'savedAt'> {
  readonly personId: string
  readonly sessionId: string
  /** What is about to be replaced. */
  readonly note: Pick<RememberingNote, 'text' | 'changedAt'>
}

/** Among the earlier versions of somebody's own notes, unless there was nothing. The caller holds the notes' lock. */
export async function keepNoteRevision(
  db: Db,
  { personId, sessionId, note, ...kept }: KeepNoteRevisionInput,
): Promise<void> {
  if (note.text === '') return
  await keepInChain(
    {
      list: () => listNoteRevisions(db, personId, sessionId),
      add: revision => addNoteRevision(db, personId, sessionId, revision),
      repack: revision => repackNoteRevision(db, personId, sessionId, revision),
      remove: numbers => deleteNoteRevisions(db, personId, sessionId, numbers),
    },
    { ...kept, savedAt: note.changedAt, answers: asAnswers({ [noteQuestion.id]: note.text }) },
  )
}
