import type { Db } from '../platform/db/connect.ts'
import type { AuditEvent } from './events.ts'

/** Adds the event in the caller's transaction: there is no change without its trace, and no trace without its change. */
export async function recordEvent(
  db: Db,
  { personId, at, event, pieceId, aboutId, detail }: AuditEvent,
): Promise<void> {
  await db
    .insertInto('auditEvent')
    .values({
      personId,
      at,
      event,
      pieceId: pieceId ?? null,
      aboutId: aboutId ?? null,
      detail: detail ?? null,
    })
    .execute()
}
