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

/** Null where there is none, or it cannot be unsealed. Rejects when the device cannot be read. */
export async function findNeverWriteList(
  key: CryptoKey,
  person: string,
): Promise<readonly NeverWrite[] | null> {
  const sealed = await whereThereIsOne(database => database.get('lists', person))
  return sealed ? ((await unseal(key, ['never-write', person, 'list'], sealed)) as NeverWrite[] | null) : null
}

/** Whether there is a list of theirs here, so that nobody's key is asked for in vain. Rejects as above. */
export async function hasNeverWriteList(person: string): Promise<boolean> {
  return (await whereThereIsOne(database => database.getKey('lists', person))) !== undefined
}

/** Rejects when it could not be kept. An empty list leaves nothing behind. */
export async function keepNeverWriteList(
  key: CryptoKey,
  person: string,
  list: readonly NeverWrite[],
): Promise<void> {
  if (list.length === 0) return forgetNeverWriteList(person)
  const sealed = await seal(key, ['never-write', person, 'list'], list)
  const database = await openDB<Schema>(name, 1, {
    upgrade: fresh => void fresh.createObjectStore('lists', { keyPath: 'person' }),
  })
  await finish(database, () => database.put('lists', { person, ...sealed }))
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
