import type { PackedRevision } from '../../cpd/revisions/revisions-store.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { PersonalNote } from './personal-note.ts'

/** How many saves a note remembers, by the ids that the browser gave them. */
const savesRemembered = 16

/** Whoever asks is part of the key: there is nobody else's to be found. */
export async function findNote(db: Db, personId: string, sessionId: string): Promise<PersonalNote | null> {
  const row = await db
    .selectFrom('personalNote')
    .select(['version', 'text'])
    .where('personId', '=', personId)
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
  return row ?? null
}

export interface RememberingNote extends PersonalNote {
  readonly changedAt: Date
  readonly recentSaves: readonly string[]
}

/** Creates it where there is none, and locks it: nobody else changes it until the transaction ends. */
export async function lockNote(
  db: Db,
  personId: string,
  sessionId: string,
  now: Date,
): Promise<RememberingNote> {
  await db
    .insertInto('personalNote')
    .values({ personId, sessionId, version: 0, text: '', changedAt: now })
    .onConflict(conflict => conflict.columns(['personId', 'sessionId']).doNothing())
    .execute()
  return db
    .selectFrom('personalNote')
    .select(['version', 'text', 'changedAt', 'recentSaves'])
    .where('personId', '=', personId)
    .where('sessionId', '=', sessionId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function saveNote(
  db: Db,
  {
    personId,
    sessionId,
    version,
    text,
    saves,
    at,
  }: PersonalNote & {
    readonly personId: string
    readonly sessionId: string
    readonly saves: readonly string[]
    readonly at: Date
  },
): Promise<void> {
  await db
    .updateTable('personalNote')
    .set({ version, text, changedAt: at, recentSaves: saves.slice(-savesRemembered) })
    .where('personId', '=', personId)
    .where('sessionId', '=', sessionId)
    .execute()
}

/** Oldest first: each is packed against the one before it. */
export async function listNoteRevisions(
  db: Db,
  personId: string,
  sessionId: string,
): Promise<PackedRevision[]> {
  return db
    .selectFrom('personalNoteRevision')
    .select(['number', 'savedAt', 'wasReplaced', 'packed'])
    .where('personId', '=', personId)
    .where('sessionId', '=', sessionId)
    .orderBy('number')
    .execute()
}

export async function addNoteRevision(
  db: Db,
  personId: string,
  sessionId: string,
  revision: PackedRevision,
): Promise<void> {
  await db
    .insertInto('personalNoteRevision')
    .values({ personId, sessionId, ...revision })
    .execute()
}

export async function repackNoteRevision(
  db: Db,
  personId: string,
  sessionId: string,
  { number, packed }: Pick<PackedRevision, 'number' | 'packed'>,
): Promise<void> {
  await db
    .updateTable('personalNoteRevision')
    .set({ packed })
    .where('personId', '=', personId)
    .where('sessionId', '=', sessionId)
    .where('number', '=', number)
    .execute()
}

export async function deleteNoteRevisions(
  db: Db,
  personId: string,
  sessionId: string,
  which: readonly number[] | 'all',
): Promise<void> {
  await db
    .deleteFrom('personalNoteRevision')
    .where('personId', '=', personId)
    .where('sessionId', '=', sessionId)
    .$if(which !== 'all', query => query.where('number', 'in', which === 'all' ? [] : which))
    .execute()
}
