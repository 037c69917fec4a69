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
    .select(['version', 'text', 'recentSaves'])
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
