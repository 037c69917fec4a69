import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Answers } from './answers.ts'
import { pieceAsJson, pieceOf, type PieceJson } from './piece-row-store.ts'
import type { Piece } from './piece.ts'

export interface Draft {
  readonly piece: Piece
  readonly answers: Answers
}

/** Everything a person is writing at the moment, the latest first. */
export async function listDrafts(db: Db, personId: string): Promise<Draft[]> {
  const { rows } = await sql<{ readonly piece: PieceJson; readonly draft: Answers }>`
    select ${pieceAsJson} as piece, draft from piece
    where person_id = ${personId} and draft is not null and deleted_at is null
    order by changed_at desc, piece_id`.execute(db)
  return rows.map(({ piece, draft }) => ({ piece: pieceOf(piece), answers: draft }))
}
