import type { Database, KeptKey } from './database.ts'
import { makeKey } from './seal.ts'

const day = 86_400_000

export interface Confirmation {
  readonly person: string
  readonly session: string
  readonly keepsDays: number
  readonly now: number
}

/** A signed-in page was seen: the person's key serves from now on, and is made if this device has none. */
export async function confirmKey(database: Database, seen: Confirmation): Promise<KeptKey> {
  // Made whether or not it is needed, because a transaction closes by itself while a key is being made.
  const spare = { keyId: newId(), key: await makeKey() }
  return database.change(['keys'], 'strict', async transaction => {
    const keys = transaction.objectStore('keys')
    const before = await keys.get(seen.person)
    const last = await keys.index('byTurn').openKeyCursor(null, 'prev')
    const kept: KeptKey = {
      ...(before ?? spare),
      person: seen.person,
      session: seen.session,
      since: before?.session === seen.session ? before.since : seen.now,
      // As the clock has it now, even if that is earlier than before: a clock that was once a year ahead is forgotten
      // with the next page.
      confirmedAt: seen.now,
      keepsDays: seen.keepsDays,
      turn: (last?.key ?? 0) + 1,
    }
    await keys.put(kept)
    return kept
  })
}

export async function findKey(database: Database, person: string): Promise<KeptKey | null> {
  return (await database.read(['keys'], async tx => tx.objectStore('keys').get(person))) ?? null
}

/** Of the person who was signed in last. By turn and not by time: a clock may have been wrong in between. */
export async function findLastKey(database: Database): Promise<KeptKey | null> {
  return database.read(['keys'], async transaction => {
    const cursor = await transaction.objectStore('keys').index('byTurn').openCursor(null, 'prev')
    return cursor?.value ?? null
  })
}

/**
 * Whether a key serves with no server to ask. Time is what the device's clock says now, and nothing is remembered of what
 * it said before:
 * - set back, the key seems to have been confirmed in the future. It serves; it was confirmed, after all.
 * - set forward by some days, it stops serving that much sooner, and serves again when the clock is put right. Keeping
 *   the latest time ever seen would lock somebody out for good who once had the wrong year.
 * So whoever holds the device and sets its clock can make a key serve longer. The limit is for devices that were
 * forgotten; against one that was stolen stand its own lock, and signing out once it is online.
 */
export function serves({ confirmedAt, keepsDays }: KeptKey, now: number): boolean {
  return now - confirmedAt <= keepsDays * day
}

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
