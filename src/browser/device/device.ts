import { connectDatabase, isTooLate, ofPerson, type Database, type KeptKey } from './database.ts'
import {
  confirmKey,
  findKey,
  findLastKey,
  isUsable,
  listKeys,
  lockKey,
  lockOthers,
  serves,
  type Confirmation,
} from './key.ts'
import { takeTurns } from './take-turns.ts'
import { seal, unseal } from './seal.ts'

/** As `FormData` has them, without the form's token. */
type Fields = readonly (readonly [name: string, value: string])[]

/**
 * Everything typed in one form page that the server has not acknowledged. It may have been sealed by an older Confer, on
 * a device that was away for weeks: whoever adds a property gives it a value where it is read.
 */
export interface Writing {
  readonly writingId: string
  readonly pieceId: string
  readonly title: string
  /** By the device's clock, in milliseconds: to be shown. In which order to send is for `listWritings` to say. */
  readonly changedAt: number
  /** Where the form posts to, and the form's own address for showing it again. */
  readonly action: string
  readonly formUrl: string
  readonly fields: Fields
  readonly seen: string
  readonly version: string
  /** A save under way that no answer came to: sent again exactly as it was. */
  readonly pending: { readonly saveId: string; readonly fields: Fields } | null
  readonly caret: { readonly name: string; readonly start: number; readonly end: number } | null
  /** Never read. Goes as soon as nothing writes it. */
}

/** A draft as the server last had it. */
export interface DraftCopy {
  readonly pieceId: string
  readonly title: string
  readonly changedAt: number
  readonly version: string
  readonly seen: string
  readonly formUrl: string
  readonly fields: Fields
  readonly state: string
}

/** What this browser keeps for one person. Opened once in a page. */
export interface Device {
  readonly person: string
  /**
   * True once it would survive a crash of the browser; false when the device refused or took too long, or the key was
   * destroyed in another tab. Never throws. Of several calls for one writing the newest is what is kept: one that waits is passed over for it.
   */
  keepWriting(writing: Writing): Promise<boolean>
  /** Never throws. What could not be forgotten is sent once more, and the server knows its save again. */
  forgetWriting(writingId: string): Promise<void>
  /**
   * In the order in which they were begun, which is the order to send them in. One that cannot be unsealed is left out.
   * Rejects when the device cannot be read: that is not the same as having nothing to send.
   */
  listWritings(): Promise<Writing[]>
  /**
   * As it is now: whoever has claimed one asks for it again, because what was listed before may have been sent, or typed
   * on, in the meantime. Null when there is none or it cannot be unsealed. Rejects when the device cannot be read.
   */
  findWriting(writingId: string): Promise<Writing | null>
  /** Puts these in the place of all copies. False when the device refused, or the key is locked. Never throws. */
  keepCopies(copies: readonly DraftCopy[]): Promise<boolean>
  keepCopy(copy: DraftCopy): Promise<boolean>
  /** By piece. Rejects when the device cannot be read. */
  listCopies(): Promise<DraftCopy[]>
  /** Null when there is none or it cannot be unsealed. Rejects when the device cannot be read. */
  findCopy(pieceId: string): Promise<DraftCopy | null>
  /**
   * Forgets the copies, and lets nobody open this without a network any more. What was not sent stays sealed until its
   * owner has signed in here again; a page of theirs that is still open goes on keeping what is typed in it. Rejects when it
   * could not.
   */
  lock(): Promise<void>
  /** On signing out and on revocation: the key and everything else of this person goes. Rejects when it could not. */
  destroy(): Promise<void>
}

/**
 * What this browser keeps for whoever is signed in. Nobody else's is opened from now on without a network, until they have
 * signed in again. Null when it may or can keep nothing: no days to keep for, a page that came without encryption, a
 * browser that refuses. Never throws.
 */
export async function openDevice(who: {
  person: string
  session: string
  keepsDays: number
  now?: number
}): Promise<Device | null> {
  if (who.person === '' || !canSeal()) return null
  if (!(who.keepsDays > 0)) {
    await lockOthers(connectDatabase('only-if-there'), who.person).catch(() => {})
    return null
  }
  const database = connectDatabase('make')
  const key = await confirmOrFind(database, { ...who, now: who.now ?? Date.now() })
  return key && deviceOf(database, key)
}

/**
 * With no network no page says who is signed in: the person who was signed in last, if their key still serves. Never
 * somebody who was here before them. When it serves no longer nothing is destroyed; the next sign-in on this device sends
 * what was not sent. Never throws.
 */
export async function openDeviceOffline(now: number = Date.now()): Promise<Device | null> {
  if (!canSeal()) return null
  const database = connectDatabase('only-if-there')
  const key = await findLastKey(database).catch(() => null)
  return key && !key.locked && isUsable(key) && serves(key, now) ? deviceOf(database, key) : null
}

/**
 * What is here of anybody, locked or not, with the tag of the session in which they were seen last: to be settled with the
 * server, and not to be shown. Whoever was here last comes last. Empty when nothing can be read. Never throws.
 */
export async function listDevices(): Promise<readonly { device: Device; session: string }[]> {
  if (!canSeal()) return []
  const database = connectDatabase('only-if-there')
  const keys = await listKeys(database).catch(() => [])
  return keys.map(key => ({ device: deviceOf(database, key), session: key.session }))
}

async function confirmOrFind(database: Database, seen: Confirmation): Promise<KeptKey | null> {
  try {
    const key = await confirmKey(database, seen)
    return isUsable(key) ? key : null
  } catch (error) {
    if (isTooLate(error)) return null
    // A full disk may refuse a new key and still let others be locked.
    await lockOthers(database, seen.person).catch(() => {})
    // What it holds must still be found, to be sent.
    const key = await findKey(database, seen.person).catch(() => null)
    return key && isUsable(key) ? key : null
  }
}

/** Only a page that came over an encrypted connection, or from this machine, has the means. */
function canSeal(): boolean {
  return 'indexedDB' in globalThis && 'crypto' in globalThis && 'subtle' in crypto && Boolean(crypto.subtle)
}

function deviceOf(database: Database, { person, keyId, key }: KeptKey): Device {
  const turns = takeTurns()

  // In the same transaction as what it guards: another tab may have signed out since this page was opened. Asked for
  // without reading it, because to bring a key back costs some browsers a visit to the system's own store.
  const isStillOurs = async (keys: {
    index(name: 'byId'): { getKey(keyId: string): Promise<string | undefined> }
  }) => (await keys.index('byId').getKey(keyId)) === person

  const writeWriting = async (writing: Writing): Promise<boolean> => {
    const { writingId } = writing
    const sealed = await seal(key, ['writing', person, writingId], writing)
    return database.change(['keys', 'writings'], 'strict', async transaction => {
      if (!(await isStillOurs(transaction.objectStore('keys')))) return false
      const writings = transaction.objectStore('writings')
      const before = await writings.get(writingId)
      if (before && before.person !== person) return false
      const last = await writings.index('inOrder').openKeyCursor(ofPerson(person), 'prev')
      const order = before?.order ?? (last?.key[1] ?? 0) + 1
      await writings.put({ writingId, person, order, ...sealed })
      return true
    })
  }

  const writeCopies = async (copies: readonly DraftCopy[], replacing: boolean): Promise<boolean> => {
    const sealed = await Promise.all(
      copies.map(async copy => ({
        person,
        pieceId: copy.pieceId,
        ...(await seal(key, ['copy', person, copy.pieceId], copy)),
      })),
    )
    // The server has these too, so the disk need not be waited for.
    return database.change(['keys', 'copies'], 'relaxed', async transaction => {
      const kept = await transaction.objectStore('keys').get(person)
      if (kept?.keyId !== keyId || kept.locked) return false
      const store = transaction.objectStore('copies')
      if (replacing) await store.delete(ofPerson(person))
      for (const copy of sealed) await store.put(copy)
      return true
    })
  }

  const findWriting = async (writingId: string): Promise<Writing | null> => {
    const record = await database.read(['writings'], async transaction =>
      transaction.objectStore('writings').get(writingId),
    )
    return record ? ((await unseal(key, ['writing', person, writingId], record)) as Writing | null) : null
  }

  const findCopy = async (pieceId: string): Promise<DraftCopy | null> => {
    const record = await database.read(['copies'], async transaction =>
      transaction.objectStore('copies').get([person, pieceId]),
    )
    return record ? ((await unseal(key, ['copy', person, pieceId], record)) as DraftCopy | null) : null
  }

  return {
    person,
    keepWriting: writing =>
      turns.newest(`writing ${writing.writingId}`, () => writeWriting(writing)).catch(() => false),
    forgetWriting: writingId =>
      turns
        .next(`writing ${writingId}`, () =>
          database.change(['writings'], 'strict', async transaction => {
            const writings = transaction.objectStore('writings')
            if ((await writings.get(writingId))?.person === person) await writings.delete(writingId)
          }),
        )
        .catch(() => {}),
    async listWritings() {
      const ids = await database.read(['writings'], async transaction =>
        transaction.objectStore('writings').index('inOrder').getAllKeys(ofPerson(person)),
      )
      return eachFound(ids, findWriting)
    },
    findWriting,
    keepCopies: copies => turns.next('copies', () => writeCopies(copies, true)).catch(() => false),
    keepCopy: copy => turns.next('copies', () => writeCopies([copy], false)).catch(() => false),
    async listCopies() {
      const ids = await database.read(['copies'], async transaction =>
        transaction.objectStore('copies').getAllKeys(ofPerson(person)),
      )
      return eachFound(ids, ([, pieceId]) => findCopy(pieceId))
    },
    findCopy,
    lock: () =>
      database.change(['keys', 'copies'], 'strict', async transaction => {
        if (await isStillOurs(transaction.objectStore('keys'))) await lockKey(transaction, person)
      }),
    destroy: () =>
      database.change(['keys', 'writings', 'copies'], 'strict', async transaction => {
        // Somebody who signed out and in again in another tab has a new key, and what it sealed is not this page's.
        if (!(await isStillOurs(transaction.objectStore('keys')))) return
        const writings = transaction.objectStore('writings')
        await transaction.objectStore('keys').delete(person)
        for (const id of await writings.index('inOrder').getAllKeys(ofPerson(person)))
          await writings.delete(id)
        await transaction.objectStore('copies').delete(ofPerson(person))
      }),
  }
}

/** Each by itself: a record that the browser fails to read spoils the transaction it is read in, and is left out. */
async function eachFound<Id, Found>(
  ids: readonly Id[],
  find: (id: Id) => Promise<Found | null>,
): Promise<Found[]> {
  const all: Found[] = []
  for (const id of ids) {
    const found = await find(id).catch((error: unknown) => {
      // A device that no longer answers is not one that has nothing.
      if (isTooLate(error)) throw error
      return null
    })
    if (found !== null) all.push(found)
  }
  return all
}
