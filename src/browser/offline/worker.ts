/**
 * Confer where there is no network: the one page `/offline` with its stylesheet and scripts, for whichever address was
 * asked for. Nothing else is ever kept here: no page and no reply of anybody, so that there is nothing for whoever
 * comes next to this device. Drafts are kept elsewhere, sealed (`device/`).
 */

/** Put in when this file is compiled: see `platform/web/assets.ts`. */
declare const SHELL_VERSION: string
declare const SHELL_FILES: readonly string[]

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface WorkerFetchEvent extends WorkerEvent {
  readonly request: Request
  readonly preloadResponse: Promise<Response | undefined>
  respondWith(response: Promise<Response>): void
}

/** What we use of a service worker's world. TypeScript cannot have its types and a page's in one project. */
interface Worker {
  readonly clients: { claim(): Promise<void> }
  readonly registration: { readonly navigationPreload?: { enable(): Promise<void> } }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: WorkerFetchEvent) => void): void
}

const worker = globalThis as unknown as Worker
const ours = 'confer-shell-'
const cacheName = `${ours}${SHELL_VERSION}`
const offlineUrl = '/offline'
const oneDay = 24 * 60 * 60 * 1000

worker.addEventListener('install', event => {
  event.waitUntil(keepShell())
})

worker.addEventListener('activate', event => {
  event.waitUntil(Promise.all([forgetOldShells(), preloadPages(), worker.clients.claim()]))
})

worker.addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(answerPage(event))
  else if (isShellFile(request.url)) event.respondWith(answerShellFile(request))
})

async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.addAll([anonymous(offlineUrl), ...SHELL_FILES])
  // Without waiting for every tab of the version before to be closed, which for an installed Confer may be weeks: its
  // offline page would meet a database on the device that newer pages have changed.
  await worker.skipWaiting()
}

/** Without the cookies of whoever is signed in: the page as nobody sees it. */
function anonymous(url: string): Request {
  return new Request(url, { credentials: 'omit', cache: 'no-store' })
}

/**
 * All but the newest of the others. A page of the version before may just be on its way, or come from the one server of
 * several that is not renewed yet; its files may be gone from the server that is asked for them, and are found here.
 * Pages older than that have long had all their files: none is loaded later.
 */
async function forgetOldShells(): Promise<void> {
  const others = (await caches.keys()).filter(name => name.startsWith(ours) && name !== cacheName)
  await Promise.all(others.slice(0, -1).map(name => caches.delete(name)))
}

/** The browser asks for a page while it wakes this worker, rather than after. */
async function preloadPages(): Promise<void> {
  await worker.registration.navigationPreload?.enable()
}

/** Only where nobody answers is the page for want of a network shown: whatever a server or a proxy says is passed on. */
async function answerPage(event: WorkerFetchEvent): Promise<Response> {
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request))
    event.waitUntil(renewOfflinePage(response))
    return response
  } catch (error) {
    const cache = await caches.open(cacheName)
    const offline = await cache.match(offlineUrl)
    if (offline === undefined) throw error
    return offline
  }
}

function isShellFile(url: string): boolean {
  const { origin, pathname } = new URL(url)
  return (
    origin === location.origin && (pathname.startsWith('/assets/confer-') || SHELL_FILES.includes(pathname))
  )
}

async function answerShellFile(request: Request): Promise<Response> {
  const current = await caches.open(cacheName)
  return (await current.match(request)) ?? (await caches.match(request)) ?? fetch(request)
}

/**
 * The questions on it are those of the day it was fetched, and may be others in a new registration year although no
 * file has changed: once a day it is fetched again. Not where the server is of another version already, whose page
 * would want files that are not here: then a new worker is on its way, and brings its own.
 */
async function renewOfflinePage(justCame: Response): Promise<void> {
  try {
    const cache = await caches.open(cacheName)
    // Both by the server's clock: the device's may be wrong.
    const age = sentAt(justCame) - sentAt(await cache.match(offlineUrl))
    if (!(age > oneDay)) return
    const fresh = await fetch(anonymous(offlineUrl))
    if (!fresh.ok) return
    const markup = await fresh.clone().text()
    const files = markup.match(/\/assets\/confer-\w+\.\w+/g) ?? []
    if (files.every(file => SHELL_FILES.includes(file))) await cache.put(offlineUrl, fresh)
  } catch {
    // The network went away again: the next page tries.
  }
}

/** In milliseconds; not a number where the reply does not say. */
function sentAt(response: Response | undefined): number {
  return Date.parse(response?.headers.get('date') ?? '')
}
