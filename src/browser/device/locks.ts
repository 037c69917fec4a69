/**
 * Which pages are alive, and which of them sends what dead pages left. Safari before 15.4 has no Web Locks: there a page
 * knows of itself only, takes every other page's writing for left over, and may send at the same time as another. Nothing
 * is doubled by it, because a save carries an id and the server remembers it; at worst two open tabs of one piece meet as a
 * clash, where both texts are shown.
 */
/** How often this page holds or has claimed each. */
const ours = new Map<string, number>()
let isSending = false

/**
 * Says that this page is alive for as long as it is, or until the function given is called. A writing that this page has
 * claimed is held from there on without a gap: the request waits in the browser for the claim to be released.
 */
export async function holdWriting(writingId: string): Promise<() => void> {
  const locks = findLocks()
  const isOursAlready = ours.has(writingId)
  const leave = enter(writingId)
  const { release, released } = untilReleased()
  if (locks) {
    const granted = new Promise<void>(resolve => {
      locks
        .request(lockName(writingId), () => {
          resolve()
          return released
        })
        // Refused to a page that is just going: there is nothing left for it to hold.
        .catch(() => resolve())
    })
    if (!isOursAlready) await granted
  }
  return () => {
    leave()
    release()
  }
}

/**
 * Takes a writing that was left over, so that no other page takes it too, until the function given is called. Null when the
 * page that it was typed in lives, another has claimed it, or this one holds or has claimed it. What it says may have
 * changed since it was listed: `findWriting` has it as it is now.
 */
export async function claimWriting(writingId: string): Promise<(() => void) | null> {
  if (ours.has(writingId)) return null
  const locks = findLocks()
  const leave = enter(writingId)
  const { release, released } = untilReleased()
  const isClaimed =
    locks === null ||
    (await new Promise<boolean>(resolve => {
      locks
        .request(lockName(writingId), { ifAvailable: true }, lock => {
          resolve(lock !== null)
          return lock ? released : undefined
        })
        .catch(() => resolve(false))
    }))
  if (!isClaimed) {
    leave()
    return null
  }
  return () => {
    leave()
    release()
  }
}

/** Whether the page that this was typed in is gone. Goes as soon as every caller claims it instead. */
export async function isAbandoned(writingId: string): Promise<boolean> {
  if (ours.has(writingId)) return false
  const locks = findLocks()
  if (!locks) return true
  try {
    // Shared, so that two pages that ask at once do not take each other for the one that is asked about.
    return await locks.request(
      lockName(writingId),
      { mode: 'shared', ifAvailable: true },
      async lock => lock !== null,
    )
  } catch {
    return false
  }
}

/** Runs `act` unless another page (or this one) is sending already: then false, and it was not run. */
export async function asOnlySender(act: () => Promise<void>): Promise<boolean> {
  const locks = findLocks()
  if (locks)
    return await locks.request('confer-outbox', { ifAvailable: true }, async lock => {
      if (lock) await act()
      return lock !== null
    })
  if (isSending) return false
  isSending = true
  try {
    await act()
    return true
  } finally {
    isSending = false
  }
}

/** The function given leaves once, however often it is called. */
function enter(writingId: string): () => void {
  ours.set(writingId, (ours.get(writingId) ?? 0) + 1)
  let isIn = true
  return () => {
    if (!isIn) return
    isIn = false
    const left = (ours.get(writingId) ?? 1) - 1
    if (left > 0) ours.set(writingId, left)
    else ours.delete(writingId)
  }
}

function untilReleased(): { release: () => void; released: Promise<void> } {
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  return { release, released }
}

function findLocks(): LockManager | null {
  return 'locks' in navigator ? (navigator.locks ?? null) : null
}

function lockName(writingId: string): string {
  return `confer-writing-${writingId}`
}
