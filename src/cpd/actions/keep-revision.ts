import type { Db } from '../../platform/db/connect.ts'
import { addRevision, deleteRevisions, listRevisions, repackRevision } from '../revisions/revisions-store.ts'
import { keepInChain, type TextToKeep } from './keep-in-chain.ts'

interface KeepRevisionInput extends TextToKeep {
  readonly personId: string
  readonly pieceId: string
}

/** Among the earlier versions of a piece. The caller holds the piece's lock. Returns the number that it is kept under. */
export async function keepRevision(
  db: Db,
  { personId, pieceId, ...kept }: KeepRevisionInput,
): Promise<number> {
  return keepInChain(
    {
      list: () => listRevisions(db, personId, pieceId),
      add: revision => addRevision(db, personId, pieceId, revision),
      repack: revision => repackRevision(db, personId, pieceId, revision),
      remove: numbers => deleteRevisions(db, personId, pieceId, numbers),
    },
    kept,
  )
}
