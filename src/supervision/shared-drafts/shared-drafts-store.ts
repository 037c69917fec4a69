import type { PackedRevision } from '../../cpd/revisions/revisions-store.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { SharedDraft, SharedDraftKind, Texts } from './shared-draft.ts'

/** Which draft: everything of it is found by these two. */
export interface About {
  readonly kind: SharedDraftKind
  readonly aboutId: string
}

interface RememberingDraft extends SharedDraft {
  /** The last saves, by their keys. */
  readonly recentSaves: readonly string[]
}

/** How many saves a draft remembers. Two people write it, each with a page that may send its last save again. */
const savesRemembered = 32

export async function findSharedDraft(db: Db, about: About): Promise<SharedDraft | null> {
  return (await select(db, about).executeTakeFirst().then(draftOf)) ?? null
}

/** Like `findSharedDraft`, and nobody else can change it until the transaction ends. */
export async function lockSharedDraft(db: Db, about: About): Promise<RememberingDraft | null> {
  return (await select(db, about).forUpdate().executeTakeFirst().then(draftOf)) ?? null
}

function select(db: Db, { kind, aboutId }: About) {
  return db.selectFrom('sharedDraft').selectAll().where('kind', '=', kind).where('aboutId', '=', aboutId)
}

function draftOf(row: Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>) {
  // Written by this file alone.
  return row && { ...row, kind: row.kind as SharedDraftKind, texts: row.draft as Texts }
}

export interface SharedDraftRow extends SharedDraft {
  readonly saves: readonly string[]
}

/** False where it is there already: two people may have begun it at once. */
export async function addSharedDraft(db: Db, row: SharedDraftRow): Promise<boolean> {
  const { kind, aboutId, relationshipId } = row
  const added = await db
    .insertInto('sharedDraft')
    .values({ kind, aboutId, relationshipId, ...columnsOf(row) })
    .onConflict(conflict => conflict.columns(['kind', 'aboutId']).doNothing())
    .returning('aboutId')
    .executeTakeFirst()
  return added !== undefined
}

export async function updateSharedDraft(db: Db, row: SharedDraftRow): Promise<void> {
  await db
    .updateTable('sharedDraft')
    .set(columnsOf(row))
    .where('kind', '=', row.kind)
    .where('aboutId', '=', row.aboutId)
    .execute()
}

function columnsOf({ version, texts, changedAt, changedBy, saves }: SharedDraftRow) {
  return {
    version,
    draft: JSON.stringify(texts),
    changedAt,
    changedBy,
    recentSaves: saves.slice(-savesRemembered),
  }
}

/** Oldest first: each is packed against the one before it. */
export async function listSharedRevisions(db: Db, { kind, aboutId }: About): Promise<PackedRevision[]> {
  return db
    .selectFrom('sharedRevision')
    .select(['number', 'savedAt', 'wasReplaced', 'packed'])
    .where('kind', '=', kind)
    .where('aboutId', '=', aboutId)
    .orderBy('number')
    .execute()
}

export async function addSharedRevision(db: Db, about: About, revision: PackedRevision): Promise<void> {
  await db
    .insertInto('sharedRevision')
    .values({ ...about, ...revision })
    .execute()
}

export async function repackSharedRevision(
  db: Db,
  { kind, aboutId }: About,
  { number, packed }: Pick<PackedRevision, 'number' | 'packed'>,
): Promise<void> {
  await db
    .updateTable('sharedRevision')
    .set({ packed })
    .where('kind', '=', kind)
    .where('aboutId', '=', aboutId)
    .where('number', '=', number)
    .execute()
}

export async function deleteSharedRevisions(
  db: Db,
  { kind, aboutId }: About,
  numbers: readonly number[],
): Promise<void> {
  await db
    .deleteFrom('sharedRevision')
    .where('kind', '=', kind)
    .where('aboutId', '=', aboutId)
    .where('number', 'in', numbers)
    .execute()
}
