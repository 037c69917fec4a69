import { isDeepStrictEqual } from 'node:util'
import { pack, unpackAll } from '../../../cpd/revisions/pack.ts'
import { keptMoments } from '../../../cpd/revisions/which-to-keep.ts'
import type { Answers } from '../../../cpd/answers.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { asAnswers, type Texts } from '../shared-draft.ts'
import {
  addSharedRevision,
  deleteSharedRevisions,
  listSharedRevisions,
  repackSharedRevision,
  type About,
} from '../shared-drafts-store.ts'

interface KeepSharedRevisionInput {
  /** What is about to be replaced, and when it was saved. */
  readonly texts: Texts
  readonly savedAt: Date
  /** Whether another text replaced it instead of continuing it. */
  readonly wasReplaced: boolean
  readonly now: Date
}

/** As `keepRevision` does for a piece of CPD. The caller holds the draft's lock. */
export async function keepSharedRevision(
  db: Db,
  { kind, aboutId }: About,
  { texts, savedAt, wasReplaced, now }: KeepSharedRevisionInput,
): Promise<void> {
  const about = { kind, aboutId }
  const answers = asAnswers(texts)
  const rows = await listSharedRevisions(db, about)
  const kept = [...unpackAll(rows.map(row => row.packed)), answers]
  const isThere = rows.some((row, index) => row.wasReplaced && isDeepStrictEqual(kept[index], answers))
  if (isThere) return
  const isKept = keptMoments([...rows, { savedAt, wasReplaced }], now)

  const gone = rows.filter((_, index) => isKept[index] === false).map(({ number }) => number)
  if (gone.length > 0) await deleteSharedRevisions(db, about, gone)
  let before: Answers | null = null
  for (const [index, row] of rows.entries()) {
    if (isKept[index] === false) continue
    const text: Answers | undefined = kept[index]
    // Only where the one before has gone is the difference to it no use any more.
    const lostItsBase = index > 0 && isKept[index - 1] === false
    if (text && lostItsBase)
      await repackSharedRevision(db, about, { number: row.number, packed: pack(text, before) })
    before = text ?? before
  }
  const number = (rows.at(-1)?.number ?? 0) + 1
  await addSharedRevision(db, about, { number, savedAt, wasReplaced, packed: pack(answers, before) })
}
