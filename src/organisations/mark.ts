import { hash } from 'node:crypto'

/** A short hash of what a form last showed, sent with it: where it no longer fits, somebody has changed it meanwhile. */
export function mark(shown: readonly (string | number | boolean | null)[]): string {
  return hash('sha256', JSON.stringify(shown), 'base64url').slice(0, 12)
}
