import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'

export async function markDeleted(db: Db, personId: string, pieceId: string, at: Date): Promise<void> {
  await db
    .updateTable('piece')
    .set({ deletedAt: at })
    .where('personId', '=', personId)
    .where('pieceId', '=', pieceId)
    .execute()
}

/** False where there is no such deleted piece. */
export async function unmarkDeleted(db: Db, personId: string, pieceId: string): Promise<boolean> {
  const restored = await db
    .updateTable('piece')
    .set({ deletedAt: null })
    .where('personId', '=', personId)
    .where('pieceId', '=', pieceId)
    .where('deletedAt', 'is not', null)
    .returning('pieceId')
    .executeTakeFirst()
  return restored !== undefined
}

export interface DeletedDraft {
  readonly pieceId: string
  readonly title: string
  readonly deletedAt: Date
}

/** Newest first. */
export async function listDeletedDrafts(db: Db, personId: string): Promise<DeletedDraft[]> {
  const { rows } = await sql<DeletedDraft>`
    select piece_id, coalesce(draft_title, '') as title, deleted_at from piece
    where person_id = ${personId} and deleted_at is not null order by deleted_at desc`.execute(db)
  return rows
}

/** Deletes for good what was deleted before `before`; returns how many. */
export async function purgeDeletedDrafts(db: Db, before: Date): Promise<number> {
  const purged = await db.deleteFrom('piece').where('deletedAt', '<', before).executeTakeFirst()
  return Number(purged.numDeletedRows)
}
