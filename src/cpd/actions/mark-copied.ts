import { recordEvent } from '../../audit/record-event.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { Copied } from '../piece.ts'
import { saveCopied } from '../store.ts'

interface MarkCopiedInput {
  readonly personId: string
  readonly pieceId: string
  /** `null` takes the mark away. */
  readonly copied: Copied | null
  readonly now: Date
}

/** Keeps the practitioner's own mark that a submission is copied to the regulator's account. */
export async function markCopied(db: Db, { personId, pieceId, copied, now }: MarkCopiedInput): Promise<void> {
  await saveCopied(db, personId, pieceId, copied)
  const base = { personId, at: now, pieceId }
  if (copied === null) await recordEvent(db, { ...base, event: 'piece-not-copied' })
  else await recordEvent(db, { ...base, event: 'piece-copied', detail: copied.number })
}
