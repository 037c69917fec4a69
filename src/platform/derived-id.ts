import { hash } from 'node:crypto'

/** The same id for the same parts, and another for any others: what a form makes twice is made once. */
export function derivedId(...parts: readonly (string | null)[]): string {
  const digest = hash('sha256', JSON.stringify(parts))
  // As a random UUID is marked (RFC 9562, version 8: of one's own making).
  return digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}
