import type { Db } from '../../platform/db/connect.ts'
import { deleteSetAsideFor } from '../set-aside-store.ts'

/** Throws away whatever anybody had set aside for these addresses: for what is to be kept here no longer. */
export async function discardFormsSentTo(db: Db, paths: readonly string[]): Promise<void> {
  await deleteSetAsideFor(db, paths)
}
