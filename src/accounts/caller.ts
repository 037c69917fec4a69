import type { Practitioner } from '../platform/actor.ts'
import type { Visit } from '../platform/web/route.ts'

/** The box on every page that signs in. */
export const sharedComputerField = 'sharedComputer'

/** Where a request comes from, as far as signing in cares. */
export interface Caller {
  readonly address: string
  /** The token of a browser that has signed in before, to whichever account. */
  readonly device: string | null
  readonly userAgent: string
  /** Whether the person said that others use that computer. */
  readonly isSharedComputer?: boolean
  /** Who is signed in there already, if anybody. */
  readonly signedIn?: Practitioner
}

export function callerOf(visit: Visit): Caller {
  const { address, device, userAgent, actor, form } = visit
  const isSharedComputer = form.text(sharedComputerField) !== ''
  return {
    address,
    device,
    userAgent,
    isSharedComputer,
    ...(actor.kind === 'practitioner' ? { signedIn: actor } : {}),
  }
}
