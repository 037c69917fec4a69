import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb'
import type { Sealed } from './seal.ts'

const name = 'confer'
const version = 1
/**
 * How long a browser may take to open the database, and for each transaction, in milliseconds. Some never answer while
 * another tab is asleep; and a page that waits for ever neither keeps what is typed nor says so.
 */
const patience = 5_000

export interface Schema extends DBSchema {
  keys: { key: string; value: KeptKey; indexes: { byId: string; byTurn: number } }
  writings: { key: string; value: SealedWriting; indexes: { inOrder: [string, number] } }
  copies: { key: [string, string]; value: SealedCopy }
}

/** One for each person who may be kept on this device. */
export interface KeptKey {
  readonly person: string
  /** So that a page can tell whether the key it holds is still the one of this device. */
  readonly keyId: string
  readonly key: CryptoKey
  /** Of the session that was seen last, the opaque tag. */
  readonly session: string
  readonly confirmedAt: number
  readonly keepsDays: number
  /** Grows with every confirmation on this device, whoever's: who was here last, whatever the clock says. */
  readonly turn: number
  /** Opens nothing until its owner has signed in again. A key that was kept before there were locked ones is none. */
  readonly locked?: boolean
}

interface SealedWriting extends Sealed {
  readonly writingId: string
  readonly person: string
  readonly order: number
}

interface SealedCopy extends Sealed {
  readonly person: string
  readonly pieceId: string
}

type Stores = readonly StoreNames<Schema>[]
export type Transaction<Names extends Stores, Mode extends IDBTransactionMode> = IDBPTransaction<
  Schema,
  Names,
  Mode
>

export interface Database {
  /** Rejects when nothing can be read, or not in time. `act` may run twice, and awaits nothing but its own transaction's requests. */
  read<const Names extends Stores, Found>(
    stores: Names,
    act: (transaction: Transaction<Names, 'readonly'>) => Promise<Found>,
  ): Promise<Found>
  /** Resolves once it is on the disk, as far as `durability` asks. Rejects when nothing was changed, or it took too long. */
  change<const Names extends Stores, Found>(
    stores: Names,
    durability: IDBTransactionDurability,
    act: (transaction: Transaction<Names, 'readwrite'>) => Promise<Found>,
  ): Promise<Found>
}

/**
 * Opens the database when it is first used. A browser may close it at any time (a page asleep on a telephone, a cleared
 * history, another tab that brings a newer version): then it is opened again, once for each thing asked. `only-if-there`
 * makes none where there is none: everything asked of it then rejects.
 */
export function connectDatabase(making: 'make' | 'only-if-there'): Database {
  let current: Promise<IDBPDatabase<Schema>> | null = null
  const connect = (): Promise<IDBPDatabase<Schema>> => {
    if (current) return current
    const opening: Promise<IDBPDatabase<Schema>> = open(making, () => leave(opening))
    opening.catch(() => leave(opening))
    current = opening
    return opening
  }
  const leave = (connection: Promise<IDBPDatabase<Schema>>) => {
    if (current === connection) current = null
  }
  const again = async <Found>(act: (database: IDBPDatabase<Schema>) => Promise<Found>): Promise<Found> => {
    const connection = connect()
    const database = await connection
    try {
      return await act(database)
    } catch (error) {
      if (error instanceof DOMException && error.name === 'QuotaExceededError') throw error
      // Which error says that the connection is gone differs between browsers, so any of them is reason to try anew.
      database.close()
      leave(connection)
      // To try again would take as long again.
      if (isTooLate(error)) throw error
      return act(await connect())
    }
  }
  return {
    read: (stores, act) => again(database => finish(database.transaction(stores, 'readonly'), act)),
    change: (stores, durability, act) =>
      again(database => finish(database.transaction(stores, 'readwrite', { durability }), act)),
  }
}

async function finish<Names extends Stores, Mode extends IDBTransactionMode, Found>(
  transaction: Transaction<Names, Mode>,
  act: (transaction: Transaction<Names, Mode>) => Promise<Found>,
): Promise<Found> {
  // All or nothing, also when it is our own act that fails and not a request of the transaction.
  const acted = act(transaction).catch((error: unknown) => {
    abort(transaction)
    throw error
  })
  // `done` is awaited with the act: a full disk often says so only when the transaction commits.
  try {
    const [found] = await inTime(Promise.all([acted, transaction.done]), 'A transaction does not end')
    return found
  } catch (error) {
    // What was not done in time is not to be done later, when its caller has told somebody that it was not.
    if (isTooLate(error)) abort(transaction)
    throw error
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort()
  } catch {
    // Aborted already, by the request that failed; or just committed.
  }
}

/** Whether the browser took too long, and would if it were asked again. */
export function isTooLate(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError'
}

async function inTime<Outcome>(work: Promise<Outcome>, otherwise: string): Promise<Outcome> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DOMException(otherwise, 'TimeoutError')), patience)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

type Making = Parameters<typeof connectDatabase>[0]

async function open(making: Making, closed: () => void): Promise<IDBPDatabase<Schema>> {
  const opening = openNewest(making, closed)
  try {
    return await inTime(opening, 'The database of this device does not open')
  } catch (error) {
    // Should it open after all, nobody would ever close it.
    if (isTooLate(error))
      opening.then(
        late => late.close(),
        () => {},
      )
    throw error
  }
}

async function openNewest(making: Making, closed: () => void): Promise<IDBPDatabase<Schema>> {
  try {
    return await openAs(version, making, closed)
  } catch (error) {
    // A newer Confer was here, in another tab. A form that has been open since before must go on keeping what is typed,
    // so later versions only ever add to the stores, and this one takes the database as it is.
    if (error instanceof DOMException && error.name === 'VersionError')
      return openAs(undefined, making, closed)
    throw error
  }
}

function openAs(
  version: number | undefined,
  making: Making,
  closed: () => void,
): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, version, {
    upgrade(database, _before, _now, transaction) {
      if (making === 'only-if-there') {
        // Undoes the making of it, so that nothing is left, not even a name.
        transaction.done.catch(() => {})
        transaction.abort()
        return
      }
      const keys = database.createObjectStore('keys', { keyPath: 'person' })
      keys.createIndex('byId', 'keyId')
      keys.createIndex('byTurn', 'turn')
      database
        .createObjectStore('writings', { keyPath: 'writingId' })
        .createIndex('inOrder', ['person', 'order'])
      database.createObjectStore('copies', { keyPath: ['person', 'pieceId'] })
    },
    // Another tab brings a newer version, or the browser clears the site: this connection would keep it waiting.
    blocking(_current, _blocked, event) {
      closed()
      if (event.target instanceof IDBDatabase) event.target.close()
    },
    terminated: closed,
  })
}

/** Every record whose key begins with this person. An array sorts after every string and number. */
export function ofPerson(person: string): IDBKeyRange {
  return IDBKeyRange.bound([person], [person, []])
}
