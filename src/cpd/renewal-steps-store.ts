import type { Db } from '../platform/db/connect.ts'
import type { StepTold } from './practitioner-record.ts'

export async function saveStepTold(db: Db, personId: string, told: StepTold, at: Date): Promise<void> {
  await db
    .insertInto('renewalStep')
    .values({ personId, ...told, toldAt: at })
    .onConflict(conflict =>
      conflict.columns(['personId', 'closingYear', 'step']).doUpdateSet({ doneOn: told.doneOn, toldAt: at }),
    )
    .execute()
}

export async function deleteStepTold(
  db: Db,
  personId: string,
  { closingYear, step }: Pick<StepTold, 'closingYear' | 'step'>,
): Promise<void> {
  await db
    .deleteFrom('renewalStep')
    .where('personId', '=', personId)
    .where('closingYear', '=', closingYear)
    .where('step', '=', step)
    .execute()
}
