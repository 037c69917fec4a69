import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { NeverWrite } from '../../anonymisation/finding.ts'
import { seal, unseal, type Sealed } from './seal.ts'

/**
 * A database of its own: it outlasts signing out, when all else of a person goes. What seals it is with the server, for
 * whoever is signed in; what it seals is here only. Neither is of use without the other.
 */
const name = 'confer-never-write'

interface Schema extends DBSchema {
  lists: { key: string; value: Sealed & { readonly person: string } }
}

/** Empty where there is none, null where it cannot be unsealed. Rejects when the device cannot be read. */
export async function findNeverWriteList(
  key: CryptoKey,
  person: string,
): Promise<readonly NeverWrite[] | null> {
  const sealed = await whereThereIsOne(database => database.get('lists', person))
  return sealed ? ((await unseal(key, ['never-write', person, 'list'], sealed)) as NeverWrite[] | null) : []
}

/** Whether there is a list of theirs here, so that nobody's key is asked for in vain. Rejects as above. */
export async function hasNeverWriteList(person: string): Promise<boolean> {
  return (await whereThereIsOne(database => database.getKey('lists', person))) !== undefined
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
  const database = await openDB<Schema>(name, 1, {
    upgrade: fresh => void fresh.createObjectStore('lists', { keyPath: 'person' }),
  })
  return finish(database, async () => {
    for (;;) {
      const before = await database.get('lists', person)
      const list = before ? await unseal(key, ['never-write', person, 'list'], before) : []
      if (list === null) throw new Error('There is a list that this key does not open')
      const changed = change(list as readonly NeverWrite[])
      const sealed = await seal(key, ['never-write', person, 'list'], changed)
      // A transaction does not last while something is sealed, so another tab may have been faster: then once more.
      const transaction = database.transaction('lists', 'readwrite')
      const now = await transaction.store.get(person)
      const isUnchanged = sealedAs(now) === sealedAs(before)
      if (isUnchanged)
        await (changed.length === 0
          ? transaction.store.delete(person)
          : transaction.store.put({ person, ...sealed }))
      await transaction.done
      if (isUnchanged) return changed
    }
  })
}

/** No two seals have the same: see `seal`. */
function sealedAs(record: Sealed | undefined): string {
  return record ? record.iv.join(' ') : ''
}

export async function forgetNeverWriteList(person: string): Promise<void> {
  await whereThereIsOne(database => database.delete('lists', person))
}

/** To look makes no database: on a shared computer not even a name of one is left. */
async function whereThereIsOne<Found>(
  act: (database: IDBPDatabase<Schema>) => Promise<Found>,
): Promise<Found | undefined> {
  let isThere = true
  try {
    const database = await openDB<Schema>(name, 1, {
      upgrade(_database, _before, _now, transaction) {
        isThere = false
        transaction.done.catch(() => {})
        transaction.abort()
      },
    })
    return await finish(database, () => act(database))
  } catch (error) {
    if (!isThere) return undefined
    throw error
  }
}

async function finish<Found>(database: IDBPDatabase<Schema>, act: () => Promise<Found>): Promise<Found> {
  try {
    return await act()
  } finally {
    database.close()
  }
}
