import { createHmac } from 'node:crypto'
import { keptForm } from '../anonymisation/kept-form.ts'
import type { FoundInPiece } from './piece-check.ts'

/** What is known of the words that the author of a piece keeps: enough to know one again, and no more. */
export interface KeptWords {
  /** Of the person; `null` where they never kept anything. */
  readonly secret: Buffer | null
  /** In hex. */
  readonly hashes: ReadonlySet<string>
}

/** What a secret is used for; the key for one use tells nothing of another. */
export type KeyUse = 'kept words' | 'never-write list'

/** The key that a person's own browser may have. */
export function keyFor(secret: Buffer, use: KeyUse): Buffer {
  return createHmac('sha256', secret).update(use).digest()
}

/** In hex. Of another piece the same word has another hash, so that nothing is known of a word across pieces. */
export function hashKept(secret: Buffer, pieceId: string, { finding, text }: FoundInPiece): string {
  return createHmac('sha256', keyFor(secret, 'kept words'))
    .update(`${pieceId} ${keptForm(finding, text)}`)
    .digest('hex')
}

export function isKept({ secret, hashes }: KeptWords, pieceId: string, found: FoundInPiece): boolean {
  return secret !== null && hashes.size > 0 && hashes.has(hashKept(secret, pieceId, found))
}
