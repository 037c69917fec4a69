import { unpackAll } from '../../src/cpd/revisions/pack.ts'
import { answersOf, readContent } from '../../src/cpd/submission-content.ts'
import type { Answers } from '../../src/cpd/answers.ts'
import type { Db } from '../../src/platform/db/connect.ts'

/** Everything that a person wrote, as the database has it: past every screen, and past the product's own reading. */
export interface Kept {
  readonly pieces: readonly KeptPiece[]
  readonly setAside: readonly { readonly path: string; readonly fields: unknown }[]
}

export interface KeptPiece {
  readonly pieceId: string
  readonly version: number
  readonly draft: Answers | null
  /** In the order they were submitted. */
  readonly submissions: readonly Answers[]
  /** Earlier versions, oldest first. */
  readonly earlier: readonly Answers[]
}

export async function whatIsKept(db: Db, personId: string): Promise<Kept> {
  const pieces = await db
    .selectFrom('piece')
    .select(['pieceId', 'version', 'draft'])
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .execute()
  const setAside = await db
    .selectFrom('setAsideForm')
    .select(['path', 'fields'])
    .where('personId', '=', personId)
    .orderBy('setAsideAt')
    .execute()
  return {
    pieces: await Promise.all(
      pieces.map(async ({ pieceId, version, draft }) => ({
        pieceId,
        version,
        // Outside data: what the product stored is of this shape, or the test fails.
        draft: draft as Answers | null,
        submissions: await submissionsOf(db, personId, pieceId),
        earlier: await earlierOf(db, personId, pieceId),
      })),
    ),
    setAside,
  }
}

async function submissionsOf(db: Db, personId: string, pieceId: string): Promise<Answers[]> {
  const rows = await db
    .selectFrom('submission')
    .select('content')
    .where('personId', '=', personId)
    .where('pieceId', '=', pieceId)
    .orderBy('number')
    .execute()
  return rows.map(({ content }) => answersOf(readContent(content)))
}

async function earlierOf(db: Db, personId: string, pieceId: string): Promise<Answers[]> {
  const rows = await db
    .selectFrom('revision')
    .select('packed')
    .where('personId', '=', personId)
    .where('pieceId', '=', pieceId)
    .orderBy('number')
    .execute()
  return unpackAll(rows.map(({ packed }) => packed))
}
