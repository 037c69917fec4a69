import type { Db } from '../../platform/db/connect.ts'

export interface AgendaItem {
  readonly itemId: string
  readonly personId: string
  readonly text: string
  readonly addedAt: Date
}

export async function listAgendaItems(db: Db, sessionId: string): Promise<AgendaItem[]> {
  return db
    .selectFrom('agendaItem')
    .select(['itemId', 'personId', 'text', 'addedAt'])
    .where('sessionId', '=', sessionId)
    .orderBy('addedAt')
    .orderBy('itemId')
    .execute()
}

/** False where it is there already: the same press came twice. */
export async function addAgendaItem(db: Db, sessionId: string, item: AgendaItem): Promise<boolean> {
  const added = await db
    .insertInto('agendaItem')
    .values({ sessionId, ...item })
    .onConflict(conflict => conflict.columns(['sessionId', 'itemId']).doNothing())
    .returning('itemId')
    .executeTakeFirst()
  return added !== undefined
}

/** One's own items only. False where there is no such item of theirs. */
export async function deleteAgendaItem(
  db: Db,
  { sessionId, itemId, personId }: { sessionId: string; itemId: string; personId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('agendaItem')
    .where('sessionId', '=', sessionId)
    .where('itemId', '=', itemId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
