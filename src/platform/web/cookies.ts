import type { CookieChanges } from './reply.ts'

/** The cookies we set, all strictly necessary; the cookies page describes each. */
const plainNames = { session: 'confer_session', device: 'confer_device', visit: 'confer_visit' } as const

/**
 * Under `https:` with a prefix that browsers take from this very host only: no other host of the same domain, and nobody
 * on the way to one without `https:`, can put a cookie of their choice in its place.
 */
const hostNames = {
  session: '__Host-confer_session',
  device: '__Host-confer_device',
  visit: '__Host-confer_visit',
} as const

function cookieNames(secure: boolean) {
  return secure ? hostNames : plainNames
}

export interface Cookies {
  readonly session: string | null
  readonly device: string | null
  /** Held by a browser that is not signed in, so that its forms have a secret too. */
  readonly visit: string | null
}

const tokenShape = /^[\w-]{43}$/

/** `secure`: whether people come to us by `https:`. */
export function readCookies(header: string | undefined, secure: boolean): Cookies {
  const names = cookieNames(secure)
  const given = new Map<string, string>()
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at > 0) given.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim())
  }
  const token = (name: string) => {
    const value = given.get(name)
    return value !== undefined && tokenShape.test(value) ? value : null
  }
  return { session: token(names.session), device: token(names.device), visit: token(names.visit) }
}

const yearInSeconds = 365 * 24 * 60 * 60

export function writeCookies(
  changes: CookieChanges & { readonly visit?: string },
  secure: boolean,
): string[] {
  const names = cookieNames(secure)
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  const lines: string[] = []
  if (changes.session === null) lines.push(`${names.session}=; Max-Age=0; ${attributes}`)
  // No expiry of its own: the browser forgets it when it closes, and the session's row says when it ends.
  else if (changes.session !== undefined) lines.push(`${names.session}=${changes.session}; ${attributes}`)
  if (changes.device !== undefined) {
    lines.push(`${names.device}=${changes.device}; Max-Age=${yearInSeconds}; ${attributes}`)
  }
  if (changes.visit !== undefined) lines.push(`${names.visit}=${changes.visit}; ${attributes}`)
  return lines
}
