/**
 * Which pages are alive, and which of them sends what dead pages left. Safari before 15.4 has no Web Locks: there a page
 * knows of itself only, takes every other page's writing for left over, and may send at the same time as another. Nothing
 * is doubled by it, because a save carries an id and the server remembers it; at worst two open tabs of one piece meet as a
 * clash, where both texts are shown.
 */
const ours = new Set<string>()
let isSending = false

/** Says that this page is alive for as long as it is, or until the function given is called. */
export async function holdWriting(writingId: string): Promise<() => void> {
  const locks = findLocks()
  ours.add(writingId)
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  if (locks) {
    await new Promise<void>(granted => {
      locks
        .request(lockName(writingId), () => {
          granted()
          return released
        })
        // Refused to a page that is just going: there is nothing left for it to hold.
        .catch(() => granted())
    })
  }
  return () => {
    ours.delete(writingId)
    release()
  }
}

/** Whether the page that this was typed in is gone. */
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

function findLocks(): LockManager | null {
  return 'locks' in navigator ? (navigator.locks ?? null) : null
}

function lockName(writingId: string): string {
  return `confer-writing-${writingId}`
}
