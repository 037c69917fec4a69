import type { NeverWrite } from '../../anonymisation/finding.ts'
import { seal, unseal, type Sealed } from './seal.ts'

/**
 * A database of its own: it outlasts signing out, when all else of a person goes. What seals it is with the server, for
 * whoever is signed in; what it seals is here only. Neither is of use without the other. Without the library that the
 * drafts use: that would be a quarter of what a form fetches to be checked.
 */
const name = 'confer-never-write'

interface SealedList extends Sealed {
  readonly person: string
}

/** Empty where there is none, null where it cannot be unsealed. Rejects when the device cannot be read. */
export async function findNeverWriteList(
  key: CryptoKey,
  person: string,
): Promise<readonly NeverWrite[] | null> {
  const sealed = await findSealed(person)
  return sealed ? ((await unseal(key, ['never-write', person, 'list'], sealed)) as NeverWrite[] | null) : []
}

/** Whether there is a list of theirs here, so that nobody's key is asked for in vain. Rejects as above. */
export async function hasNeverWriteList(person: string): Promise<boolean> {
  return (await findSealed(person)) !== undefined
}

/**
 * Changes the list as it is by now, which another tab may have changed since it was shown, and returns what it became. An
 * empty list leaves nothing behind. Rejects when it could not be kept, and when there is one that cannot be unsealed: that
 * is not overwritten.
 */
export async function changeNeverWriteList(
  key: CryptoKey,
  person: string,
  change: (list: readonly NeverWrite[]) => readonly NeverWrite[],
): Promise<readonly NeverWrite[]> {
  for (;;) {
    const before = await findSealed(person)
    const list = before ? await unseal(key, ['never-write', person, 'list'], before) : []
    if (list === null) throw new Error('There is a list that this key does not open')
    const changed = change(list as readonly NeverWrite[])
    const sealed = await seal(key, ['never-write', person, 'list'], changed)
    let isUnchanged = false
    await inLists('make', 'readwrite', lists => {
      // A transaction does not last while something is sealed, so another tab may have been faster: then once more.
      const now: IDBRequest<SealedList | undefined> = lists.get(person)
      now.addEventListener('success', () => {
        isUnchanged = sealedAs(now.result) === sealedAs(before)
        if (!isUnchanged) return
        if (changed.length === 0) lists.delete(person)
        else lists.put({ person, ...sealed })
      })
      return now
    })
    if (isUnchanged) return changed
  }
}

/** No two seals have the same: see `seal`. */
function sealedAs(record: Sealed | undefined): string {
  return record ? record.iv.join(' ') : ''
}

export async function forgetNeverWriteList(person: string): Promise<void> {
  await inLists('only-if-there', 'readwrite', lists => lists.delete(person))
}

function findSealed(person: string): Promise<SealedList | undefined> {
  return inLists('only-if-there', 'readonly', (lists): IDBRequest<SealedList | undefined> =>
    lists.get(person),
  )
}

type Making = 'make' | 'only-if-there'

/** What one transaction of the lists asks for, once it is done; nothing where there are none. */
async function inLists<Found>(
  making: Making,
  mode: IDBTransactionMode,
  act: (lists: IDBObjectStore) => IDBRequest<Found>,
): Promise<Found | undefined> {
  const database = await open(making)
  if (database === null) return undefined
  try {
    const transaction = database.transaction('lists', mode)
    const asked = act(transaction.objectStore('lists'))
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve())
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('Not kept')))
    })
    return asked.result
  } finally {
    database.close()
  }
}

/** To look makes no database: on a shared computer not even a name of one is left. */
function open(making: Making): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    let isThere = true
    const opening = indexedDB.open(name, 1)
    opening.addEventListener('upgradeneeded', () => {
      isThere = making === 'make'
      if (isThere) opening.result.createObjectStore('lists', { keyPath: 'person' })
      else opening.transaction?.abort()
    })
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => {
      if (isThere) reject(opening.error ?? new Error('The database does not open'))
      else resolve(null)
    })
  })
}
