import type { Practitioner } from '../platform/actor.ts'
import type { Visit } from '../platform/web/route.ts'

/** Where a request comes from, as far as signing in cares. */
export interface Caller {
  readonly address: string
  /** The token of a browser that has signed in before, to whichever account. */
  readonly device: string | null
  readonly userAgent: string
  /** Who is signed in there already, if anybody. */
  readonly signedIn?: Practitioner
}

export function callerOf(visit: Visit): Caller {
  const { address, device, userAgent, actor } = visit
  return { address, device, userAgent, ...(actor.kind === 'practitioner' ? { signedIn: actor } : {}) }
}
