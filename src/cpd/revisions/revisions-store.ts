import type { Db } from '../../platform/db/connect.ts'

export interface PackedRevision {
  readonly number: number
  readonly savedAt: Date
  /** Another text replaced it instead of continuing it. */
  readonly wasReplaced: boolean
  readonly packed: Buffer
}

/** Oldest first: each is packed against the one before it. */
export async function listRevisions(db: Db, personId: string, pieceId: string): Promise<PackedRevision[]> {
  return db
    .selectFrom('revision')
    .select(['number', 'savedAt', 'wasReplaced', 'packed'])
    .where('personId', '=', personId)
    .where('pieceId', '=', pieceId)
    .orderBy('number')
    .execute()
}

export async function addRevision(
  db: Db,
  personId: string,
  pieceId: string,
  revision: PackedRevision,
): Promise<void> {
  await db
    .insertInto('revision')
    .values({ personId, pieceId, ...revision })
    .execute()
}

export async function repackRevision(
  db: Db,
  personId: string,
  pieceId: string,
  { number, packed }: Pick<PackedRevision, 'number' | 'packed'>,
): Promise<void> {
  await db
    .updateTable('revision')
    .set({ packed })
    .where('personId', '=', personId)
    .where('pieceId', '=', pieceId)
    .where('number', '=', number)
    .execute()
}

export async function deleteRevisions(
  db: Db,
  personId: string,
  pieceId: string,
  numbers: readonly number[],
): Promise<void> {
  await db
    .deleteFrom('revision')
    .where('personId', '=', personId)
    .where('pieceId', '=', pieceId)
    .where('number', 'in', numbers)
    .execute()
}
