import type { Visit } from '../platform/web/route.ts'

/** Where a request comes from, as far as signing in cares. */
export interface Caller {
  readonly address: string
  /** The token of a browser that has signed in before, to whichever account. */
  readonly device: string | null
  readonly userAgent: string
}

export function callerOf(visit: Visit): Caller {
  return { address: visit.address, device: visit.device, userAgent: visit.userAgent }
}
