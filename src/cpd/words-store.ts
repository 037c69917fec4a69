import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { KeptWords } from './kept-words.ts'

/** What a person keeps in one piece of theirs. */
export async function findKeptWords(db: Db, personId: string, pieceId: string): Promise<KeptWords> {
  const { rows } = await sql<{ secret: Buffer; hashes: readonly string[] }>`
    select secret, array(
      select encode(word_hash, 'hex') from kept_word where person_id = ${personId} and piece_id = ${pieceId}
    ) as hashes
    from word_secret where person_id = ${personId}`.execute(db)
  const [row] = rows
  return { secret: row?.secret ?? null, hashes: new Set(row?.hashes) }
}

/** The person's secret; the one that is given, where there is none yet. Two requests at once agree on one. */
export async function ensureWordSecret(db: Db, personId: string, fresh: Buffer): Promise<Buffer> {
  const added = await db
    .insertInto('wordSecret')
    .values({ personId, secret: fresh })
    // Sets it to what it is, so that the row comes back.
    .onConflict(conflict =>
      conflict.column('personId').doUpdateSet(row => ({ secret: row.ref('wordSecret.secret') })),
    )
    .returning('secret')
    .executeTakeFirstOrThrow()
  return added.secret
}

/** How many words a piece remembers as kept. Who keeps more is asked again. */
const mostKept = 500

export async function addKeptWord(db: Db, personId: string, pieceId: string, hash: string): Promise<void> {
  await sql`
    insert into kept_word (person_id, piece_id, word_hash)
    select ${personId}, ${pieceId}, decode(${hash}, 'hex')
    where (select count(*) from kept_word where person_id = ${personId} and piece_id = ${pieceId}) < ${mostKept}
    on conflict do nothing`.execute(db)
}

export async function deleteKeptWord(db: Db, personId: string, pieceId: string, hash: string): Promise<void> {
  await db
    .deleteFrom('keptWord')
    .where('personId', '=', personId)
    .where('pieceId', '=', pieceId)
    .where('wordHash', '=', Buffer.from(hash, 'hex'))
    .execute()
}
