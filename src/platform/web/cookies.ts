import type { CookieChanges } from './reply.ts'

/** The cookies we set, all strictly necessary; the cookies page describes each. */
const names = { session: 'confer_session', device: 'confer_device', visit: 'confer_visit' } as const

export interface Cookies {
  readonly session: string | null
  readonly device: string | null
  /** Held by a browser that is not signed in, so that its forms have a secret too. */
  readonly visit: string | null
}

const tokenShape = /^[\w-]{43}$/

export function readCookies(header: string | undefined): Cookies {
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
