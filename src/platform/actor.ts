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
  /** False on a computer that others use: then its pages leave nothing on it. */
  readonly keepsOnDevice: boolean
}

export const nobody: Nobody = { kind: 'nobody' }

/** A session that has ended, where nobody is signed in. */
export interface FormerSession {
  readonly personId: string
  /** `expired`: it ran out by itself. `revoked`: it was signed out, in another browser or by a new password. */
  readonly ended: 'expired' | 'revoked'
}
