import type { Db } from '../../platform/db/connect.ts'
import { addReading, type Reading } from '../readings-store.ts'

/** Leaves the trace of a reading, committed by the time this returns: there is no reading without one. */
export async function commitReading(db: Db, reading: Reading): Promise<void> {
  await addReading(db, reading)
}
