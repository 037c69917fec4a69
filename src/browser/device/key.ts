import { isTooLate, ofPerson, type Database, type KeptKey, type Transaction } from './database.ts'
import { makeKey } from './seal.ts'

const day = 86_400_000

export interface Confirmation {
  readonly person: string
  readonly session: string
  readonly keepsDays: number
  readonly now: number
}

type KeysAndCopies = Transaction<readonly ['keys', 'copies'], 'readwrite'>

/**
 * A signed-in page was seen: the person's key serves from now on, and is made if this device has none. Nobody else's does
 * until they are seen here again.
 */
export async function confirmKey(database: Database, seen: Confirmation): Promise<KeptKey> {
  // Made whether or not it is needed, because a transaction closes by itself while a key is being made.
  const spare = { keyId: newId(), key: await makeKey() }
  return database.change(['keys', 'copies'], 'strict', async transaction => {
    const keys = transaction.objectStore('keys')
    const before = await keys.get(seen.person)
    const last = await keys.index('byTurn').openKeyCursor(null, 'prev')
    await lockAllBut(transaction, seen.person)
    // Written back it would be lost for good.
    if (before && !isUsable(before)) return before
    const { keyId, key } = before ?? spare
    const kept: KeptKey = {
      keyId,
      key,
      person: seen.person,
      session: seen.session,
      // As the clock has it now, even if that is earlier than before: a clock that was once a year ahead is forgotten
      // with the next page.
      confirmedAt: seen.now,
      keepsDays: seen.keepsDays,
      turn: (last?.key ?? 0) + 1,
      locked: false,
    }
    await keys.put(kept)
    return kept
  })
}

/** Somebody was seen who leaves nothing here themselves: what others left is not to be opened from now on. */
export async function lockOthers(database: Database, person: string): Promise<void> {
  await database.change(['keys', 'copies'], 'strict', transaction => lockAllBut(transaction, person))
}

async function lockAllBut(transaction: KeysAndCopies, person: string): Promise<void> {
  for (const other of await transaction.objectStore('keys').getAllKeys())
    if (other !== person) await lockKey(transaction, other)
}

/** What was not sent stays sealed for its owner's next sign-in; the server has what the copies say. */
export async function lockKey(transaction: KeysAndCopies, person: string): Promise<void> {
  const keys = transaction.objectStore('keys')
  const kept = await keys.get(person)
  if (kept === undefined || kept.locked) return
  await transaction.objectStore('copies').delete(ofPerson(person))
  // Written back without its key, a record that the browser cannot bring back today would be lost for good.
  if (isUsable(kept)) await keys.put({ ...kept, locked: true })
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

/** Everybody's, locked or not; whoever was here last comes last. */
export async function listKeys(database: Database): Promise<KeptKey[]> {
  const people = await database.read(['keys'], async tx =>
    tx.objectStore('keys').index('byTurn').getAllKeys(),
  )
  const keys: KeptKey[] = []
  // Each by itself: a record that the browser fails to read spoils the transaction it is read in.
  for (const person of people) {
    const key = await findKey(database, person).catch((error: unknown) => {
      if (isTooLate(error)) throw error
      return null
    })
    if (key && isUsable(key)) keys.push(key)
  }
  return keys
}

/** A browser that cannot bring a key back may give nothing in its place. Another is not made: this one may return. */
export function isUsable({ key }: KeptKey): boolean {
  return key instanceof CryptoKey
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
