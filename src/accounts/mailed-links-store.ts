import type { Db } from '../platform/db/connect.ts'
import { linkLifetimeMs, type LinkPurpose } from './time-limits.ts'

export async function insertMailedLink(
  db: Db,
  link: { tokenHash: string; personId: string; purpose: LinkPurpose },
  now: Date,
): Promise<void> {
  const expiresAt = new Date(now.getTime() + linkLifetimeMs[link.purpose])
  await db
    .insertInto('mailedLink')
    .values({ ...link, createdAt: now, expiresAt })
    .execute()
}

/** Whose link it is, or `null` when it was used, is too old or never was. */
export async function findMailedLink(
  db: Db,
  tokenHash: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<string | null> {
  const found = await validLink(db, tokenHash, purpose, now).executeTakeFirst()
  return found?.personId ?? null
}

/** As `findMailedLink`, but waits for whoever else is using the link at this moment. */
export async function lockMailedLink(
  db: Db,
  tokenHash: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<string | null> {
  const found = await validLink(db, tokenHash, purpose, now).forUpdate().executeTakeFirst()
  return found?.personId ?? null
}

function validLink(db: Db, tokenHash: string, purpose: LinkPurpose, now: Date) {
  return db
    .selectFrom('mailedLink')
    .select('personId')
    .where('tokenHash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', now)
}

/** Every link that would let somebody in: once one is used, the others are a risk and no help. */
export async function deleteLinksToSignIn(db: Db, personId: string): Promise<void> {
  await db
    .deleteFrom('mailedLink')
    .where('personId', '=', personId)
    .where('purpose', 'in', ['sign-in', 'reset-password'])
    .execute()
}

export async function deleteExpiredLinks(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('mailedLink').where('expiresAt', '<=', now).execute()
}
