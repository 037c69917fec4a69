import type { RelationshipKind } from '../supervision/relationship.ts'
import type { OrganisationRole } from './organisation.ts'

/** What somebody is asked to be in a relationship that begins when they accept. */
export type AskedPart = 'supervisor' | 'supervisee'

/** Asks one person for one answer. Nothing is so before they accept. */
export interface Invitation {
  readonly invitationId: string
  readonly invitedBy: string
  readonly organisationId: string | null
  readonly teamId: string | null
  /** Set where they are asked to become a member. */
  readonly jobRole: string | null
  readonly role: OrganisationRole | null
  readonly part: AskedPart | null
  readonly relationshipKind: RelationshipKind | null
  /** The group that they are asked to join, where it is there already. */
  readonly relationshipId: string | null
}

/** With what the page that asks says of it. */
export interface AskedInvitation extends Invitation {
  readonly organisationName: string | null
  readonly teamName: string | null
  /** How whoever asks is known; null where they have not said. */
  readonly invitedByKnownAs: string | null
}

export type InvitationState = 'waiting' | 'accepted' | 'declined' | 'taken-back' | 'expired'

export interface InvitationAnswer {
  readonly expiresAt: Date
  readonly answeredAt: Date | null
  /** Null with an answer: whoever asked has taken it back. */
  readonly wasAccepted: boolean | null
}

/** An invitation as whoever made it sees it. The address is what they typed; whether anybody has it, it does not say. */
export interface SentInvitation extends Invitation, InvitationAnswer {
  readonly email: string
  readonly teamName: string | null
  readonly createdAt: Date
}

export function stateOfInvitation(
  { expiresAt, answeredAt, wasAccepted }: InvitationAnswer,
  now: Date,
): InvitationState {
  if (answeredAt !== null) return wasAccepted === null ? 'taken-back' : wasAccepted ? 'accepted' : 'declined'
  return expiresAt <= now ? 'expired' : 'waiting'
}

const day = 24 * 60 * 60_000

export const invitationDays = 14
export const invitationLifetimeMs = invitationDays * day

/** Ours to bound: enough for a council to ask everybody of a large service in one day, and no more than that. */
export const mostInvitationsADay = 500
/** However many ask for them: no crowd puts more of these mails into a mailbox. */
export const mostMailsToAnAddressADay = 5
/** An answered or expired invitation holds an address that nobody needs any more. */
export const keptAfterwardsMs = 30 * day
export const aDayMs = day

/** Whether a form that somebody sent has the secret of an invitation in it: only a hash of that is kept. */
export function carriesInvitation({
  path,
  fields,
}: {
  readonly path: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}): boolean {
  const addresses = [path, ...fields.filter(([name]) => name === 'next').map(([, value]) => value)]
  return addresses.some(address => /\/invitations\/[\w-]{16}/.test(address.replaceAll(/%2f/gi, '/')))
}

/** The token in the address of an invitation, where that is what `address` is. */
export function invitationTokenIn(address: string): string | null {
  return /^\/invitations\/([\w-]{16,100})$/.exec(address)?.[1] ?? null
}
