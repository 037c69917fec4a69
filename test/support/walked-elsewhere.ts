/**
 * Supervision and organisations have more people in them than an owner and a stranger. Who is answered at which of their
 * addresses is asserted in `test/supervision-access.test.ts`, which fails for a route that it does not list; how their pages
 * look is checked in `test/supervision/*-pages.test.ts` and the journeys of supervision.
 */
const prefixes = ['/supervision', '/organisations', '/invitations']

export function isOfSupervision(pattern: string): boolean {
  return prefixes.some(prefix => pattern === prefix || pattern.startsWith(`${prefix}/`))
}
