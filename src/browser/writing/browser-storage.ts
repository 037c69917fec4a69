/** A browser may forbid storage, or have none left: then it is as if nothing had been remembered. */
export function recall(area: 'localStorage' | 'sessionStorage', name: string): string | null {
  try {
    return window[area].getItem(name)
  } catch {
    return null
  }
}

/** `null` forgets it. */
export function remember(area: 'localStorage' | 'sessionStorage', name: string, value: string | null): void {
  try {
    if (value === null) window[area].removeItem(name)
    else window[area].setItem(name, value)
  } catch {
    // As above.
  }
}
