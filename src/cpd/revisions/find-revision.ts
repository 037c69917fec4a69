import type { Db } from '../../platform/db/connect.ts'
import type { Answers } from '../answers.ts'
import { unpackAll } from './pack.ts'
import { listRevisions } from './revisions-store.ts'

/** What a piece said in the earlier version with this number. */
export async function findRevision(
  db: Db,
  personId: string,
  pieceId: string,
  number: number,
): Promise<Answers | null> {
  const chain = await listRevisions(db, personId, pieceId)
  const at = chain.findIndex(one => one.number === number)
  return unpackAll(chain.slice(0, at + 1).map(({ packed }) => packed)).at(-1) ?? null
}
