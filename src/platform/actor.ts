/** Who is asking. Roles beyond a practitioner come with the features that need them. */
export type Actor = Nobody | Practitioner

export interface Nobody {
  readonly kind: 'nobody'
}

export interface Practitioner {
  readonly kind: 'practitioner'
  readonly personId: string
  /** SHA-256 of the session's token, in hex: names the session row, and cannot be used to sign in. */
  readonly sessionId: string
}

export const nobody: Nobody = { kind: 'nobody' }
