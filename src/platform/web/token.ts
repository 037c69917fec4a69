import { createHash, randomBytes } from 'node:crypto'

/** A secret for a cookie or a mailed link: 256 random bits. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token. No salt: the token is random and long already. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Names a session to a browser's scripts, which are not to know the id that its row has. */
export function deviceTag(sessionId: string): string {
  return createHash('sha256').update(`${sessionId}:device`).digest('base64url').slice(0, 22)
}
