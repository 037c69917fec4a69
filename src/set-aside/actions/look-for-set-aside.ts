import type { Db } from '../../platform/db/connect.ts'
import { findAnySetAsideFor, lockOwner } from '../set-aside-store.ts'

/**
 * Whether any form of somebody's that was sent to one of these addresses is set aside. None can be until the caller's
 * transaction ends.
 */
export async function lookForSetAside(db: Db, personId: string, paths: readonly string[]): Promise<boolean> {
  await lockOwner(db, personId)
  return findAnySetAsideFor(db, personId, paths)
}
