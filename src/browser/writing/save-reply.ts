import type { Fields } from './fields.ts'

/** What came of a save in the background. */
export type SaveReply =
  | Saved
  | Clash
  | { readonly outcome: 'not-found' }
  | SignedOut
  | { readonly outcome: 'other-account' }
  /** A form that this Confer does not take, such as one of long ago; `because`, in words of the server's, where it says why. */
  | { readonly outcome: 'refused'; readonly because?: string }
  /** Confer's disk is full. */
  | { readonly outcome: 'full' }
  /** Something is wrong at Confer, and may be with this very form. */
  | { readonly outcome: 'fault' }
  | { readonly outcome: 'out-of-reach' }

export interface Saved {
  readonly outcome: 'saved'
  readonly version: number
  readonly formUrl: string
  /** Marks of every answer of the form, as the server has them now. */
  readonly seen: string
  /** Answers that may differ from what was sent, because they were changed elsewhere. */
  readonly merged: readonly { readonly id: string; readonly label: string; readonly fields: Fields }[]
  /** Of a piece: what it is by now, and what a save means for what counts. */
  readonly state?: string
  readonly savedInWords?: string
  /** How many characters that no screen can show were left out of what was sent. */
  readonly removed?: number
}

/** The same answers were changed elsewhere: the writer must choose. */
export interface Clash {
  readonly outcome: 'clash'
  /** A Confer of before this was told does not say. */
  readonly clashes?: readonly { readonly id: string; readonly label: string }[]
  /** Somebody else did, and not the same person in another window. */
  readonly isByOther?: boolean
}

export interface SignedOut {
  readonly outcome: 'signed-out'
  readonly ended: 'expired' | 'revoked' | 'unknown'
  /** The form that the server has set aside for its writer; '' where it has not. */
  readonly setAside: string
}

/** Reads a reply of the server's. Whatever is not one of ours, such as a proxy's page, means that it is out of reach. */
export async function readSaveReply(reply: Response): Promise<SaveReply> {
  const isOurs = reply.headers.get('content-type')?.includes('application/json') === true
  if (!isOurs) return { outcome: 'out-of-reach' }
  const told = (await reply.json()) as SaveReply
  switch (told.outcome) {
    case 'saved':
    case 'clash':
    case 'not-found':
    case 'signed-out':
    case 'refused':
    case 'full':
    case 'fault':
      return told
    default:
      return { outcome: reply.status === 400 || reply.status === 413 ? 'refused' : 'out-of-reach' }
  }
}
