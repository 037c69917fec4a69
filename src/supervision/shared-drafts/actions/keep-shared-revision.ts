import { keepInChain, type TextToKeep } from '../../../cpd/actions/keep-in-chain.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { asAnswers, type Texts } from '../shared-draft.ts'
import {
  addSharedRevision,
  deleteSharedRevisions,
  listSharedRevisions,
  repackSharedRevision,
  type About,
} from '../shared-drafts-store.ts'

interface KeepSharedRevisionInput extends Omit<TextToKeep, 'answers'> {
  readonly texts: Texts
}

/** Among the earlier versions of a shared draft. The caller holds the draft's lock. */
export async function keepSharedRevision(
  db: Db,
  { kind, aboutId }: About,
  { texts, ...kept }: KeepSharedRevisionInput,
): Promise<void> {
  const about = { kind, aboutId }
  await keepInChain(
    {
      list: () => listSharedRevisions(db, about),
      add: revision => addSharedRevision(db, about, revision),
      repack: revision => repackSharedRevision(db, about, revision),
      remove: numbers => deleteSharedRevisions(db, about, numbers),
    },
    { ...kept, answers: asAnswers(texts) },
  )
}
