import { saveDraftOfPiece } from '../../../cpd/actions/save-draft.ts'
import type { Day } from '../../../platform/day.ts'
import type { Db } from '../../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../../platform/result.ts'
import type { RulePack } from '../../../schemes/rule-pack.ts'
import type { WhichIsItAnswers } from '../../../which-is-it/which-is-it.ts'
import { answersToStartFrom, type Carried } from '../what-is-carried.ts'

interface MakeDraftInput {
  readonly personId: string
  readonly pieceId: string
  readonly pack: RulePack
  readonly answers: WhichIsItAnswers
  readonly day: Day
  readonly carried: readonly Carried[]
  readonly now: Date
}

/**
 * A draft like any other, kept by the same action. Neither it nor anything that is kept with it says that it came from a session:
 * whoever takes out the one gets nothing of the other.
 */
export async function makeCpdDraft(
  db: Db,
  { personId, pieceId, pack, answers, day, carried, now }: MakeDraftInput,
): Promise<Result<null, 'not-found'>> {
  const start = answersToStartFrom(pack, { answers, day, carried })
  const saved = await saveDraftOfPiece(db, {
    personId,
    pieceId,
    pack,
    shown: { version: 0, marks: null },
    answer: () => start,
    now,
  })
  if (saved.ok) return ok(null)
  // The same press again, after the draft was written on: it is there, and stands as it is.
  return saved.refusal.kind === 'changed-elsewhere' ? ok(null) : refuse('not-found')
}
