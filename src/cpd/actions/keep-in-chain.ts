import { isDeepStrictEqual } from 'node:util'
import type { Answers } from '../answers.ts'
import { pack, unpackAll } from '../revisions/pack.ts'
import type { PackedRevision } from '../revisions/revisions-store.ts'
import { keptMoments } from '../revisions/which-to-keep.ts'

/** Where the revisions of one text are: of a piece of CPD, of what several people write, of somebody's own notes. */
export interface RevisionChain {
  /** Oldest first: each is packed against the one before it. */
  readonly list: () => Promise<readonly PackedRevision[]>
  readonly add: (revision: PackedRevision) => Promise<void>
  readonly repack: (revision: Pick<PackedRevision, 'number' | 'packed'>) => Promise<void>
  readonly remove: (numbers: readonly number[]) => Promise<void>
}

export interface TextToKeep {
  /** What is about to be replaced, and when it was saved. */
  readonly answers: Answers
  readonly savedAt: Date
  /** Whether another text replaced it instead of continuing it: then it is kept for as long as what it is a revision of. */
  readonly wasReplaced: boolean
  readonly now: Date
}

/**
 * Keeps a text that is about to be replaced, and thins out what was kept before. The caller holds the lock of what it is a
 * revision of. Returns the number that it is kept under.
 */
export async function keepInChain(
  chain: RevisionChain,
  { answers, savedAt, wasReplaced, now }: TextToKeep,
): Promise<number> {
  const rows = await chain.list()
  const kept = [...unpackAll(rows.map(row => row.packed)), answers]
  // It is among them already, for good: sent once more, or chosen when it clashed and replaced only now.
  const there = rows.find((row, index) => row.wasReplaced && isDeepStrictEqual(kept[index], answers))
  if (there) return there.number
  const isKept = keptMoments([...rows, { savedAt, wasReplaced }], now)

  const gone = rows.filter((_, index) => isKept[index] === false).map(({ number }) => number)
  if (gone.length > 0) await chain.remove(gone)
  let before: Answers | null = null
  for (const [index, row] of rows.entries()) {
    if (isKept[index] === false) continue
    const text: Answers | undefined = kept[index]
    // Only where the one before has gone is the difference to it no use any more.
    const lostItsBase = index > 0 && isKept[index - 1] === false
    if (text && lostItsBase) await chain.repack({ number: row.number, packed: pack(text, before) })
    before = text ?? before
  }
  const number = (rows.at(-1)?.number ?? 0) + 1
  await chain.add({ number, savedAt, wasReplaced, packed: pack(answers, before) })
  return number
}
