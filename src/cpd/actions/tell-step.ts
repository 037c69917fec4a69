import { recordEvent } from '../../audit/record-event.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import { deleteStepTold, saveStepTold } from '../renewal-steps-store.ts'

interface TellStepInput {
  readonly personId: string
  readonly closingYear: number
  readonly step: string
  /** `null` takes it back. */
  readonly doneOn: Day | null
  readonly now: Date
}

/** Keeps what the practitioner says of a step that they took elsewhere. */
export async function tellStep(
  db: Db,
  { personId, closingYear, step, doneOn, now }: TellStepInput,
): Promise<void> {
  if (doneOn === null) await deleteStepTold(db, personId, { closingYear, step })
  else await saveStepTold(db, personId, { closingYear, step, doneOn }, now)
  const event = doneOn === null ? 'renewal-step-taken-back' : 'renewal-step-told'
  await recordEvent(db, { personId, at: now, event, detail: closingYear })
}
