import type { Db } from '../../platform/db/connect.ts'
import { addReading, type Reading } from '../readings-store.ts'
import type { SupervisionSettings } from '../settings.ts'

/**
 * Leaves the trace of a reading before anything is shown. A form has a transaction, which commits before its answer is sent:
 * to ask the same pool for a second connection would let a few forms at once wait for each other until they fail.
 */
export async function traceReading(
  { commitReading }: Pick<SupervisionSettings, 'commitReading'>,
  { db }: { readonly db: Db },
  reading: Reading,
): Promise<void> {
  await (db.isTransaction ? addReading(db, reading) : commitReading(reading))
}
