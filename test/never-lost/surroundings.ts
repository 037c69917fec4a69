import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks'
import * as fakeIndexedDb from 'fake-indexeddb'

/**
 * What a script of ours finds around it in a page: the device's database and locks, the network, the form's token. All
 * pages live in this one process; each sees its own.
 */
export interface Surroundings {
  readonly indexedDB: IDBFactory
  /** Sets one device's locks apart from another's. */
  readonly deviceId: string
  readonly fetch: typeof fetch
  readonly formToken: { value: string }
  /** Whether the device refuses to keep any more. */
  isFull(): boolean
  /** Settles when the page is gone. The browser then lets go of its locks. */
  readonly end: Promise<void>
  /** Called when something begins that a test has to wait for; gives what to call when it is over. */
  begin(what: string): () => void
}

const current = new AsyncLocalStorage<Surroundings>()

/** Runs `act`, and whatever comes of it, as a script of one page. */
export function inPage<Outcome>(surroundings: Surroundings, act: () => Outcome): Outcome {
  return current.run(surroundings, act)
}

const realFetch = globalThis.fetch
const realLocks = navigator.locks

/** Puts a page's surroundings where a browser has them. */
export function surroundPages(): void {
  Object.assign(globalThis, fakeIndexedDb)
  define(globalThis, 'indexedDB', () => current.getStore()?.indexedDB)
  define(globalThis, 'fetch', () => current.getStore()?.fetch ?? realFetch)
  define(globalThis, 'document', () => {
    const token = current.getStore()?.formToken
    return token && { querySelector: () => token, querySelectorAll: () => [token] }
  })
  define(navigator, 'locks', () => ({ request: requestLock }))
  const put = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = function (value, key) {
    if (current.getStore()?.isFull() === true) throw new DOMException('Full', 'QuotaExceededError')
    return put.call(this, value, key)
  }
}

type Act = (lock: Lock | null) => unknown

/** The real Web Locks, each device's under names of their own. */
function requestLock(name: string, ...rest: readonly [Act] | readonly [LockOptions, Act]): Promise<unknown> {
  const page = current.getStore()
  if (!page) throw new Error('Only a page asks for locks')
  const [options, act] = rest.length === 1 ? [{}, rest[0]] : rest
  const granted = page.begin(`lock ${name}`)
  const bound = AsyncResource.bind((lock: Lock | null) => {
    granted()
    return Promise.race([act(lock), page.end])
  })
  return realLocks.request(`${page.deviceId} ${name}`, options, bound)
}

function define(on: object, name: string, get: () => unknown): void {
  Object.defineProperty(on, name, { get, configurable: true })
}
