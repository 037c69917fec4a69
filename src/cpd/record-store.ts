import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connect.ts'
import type { FormLayout } from './form-layout.ts'
import { pieceAsJson, pieceOf, type PieceJson } from './piece-row-store.ts'
import type { PractitionerRecord, StepTold } from './practitioner-record.ts'
import type { RegisterPeriod } from './registration.ts'

/** One statement: this is what most pages wait for. */
export async function findRecord(db: Db, personId: string): Promise<PractitionerRecord | null> {
  const [record] = await listRecords(db, [personId])
  return record?.record ?? null
}

/** Several people's records at once, for jobs. People with no registration are left out. */
export async function listRecords(
  db: Db,
  personIds: readonly string[],
): Promise<{ readonly personId: string; readonly record: PractitionerRecord }[]> {
  const { rows } = await sql<RecordRow>`
    select person.person_id, person.reminders_on, person.created_at,
      (select layout from form_preference where form_preference.person_id = person.person_id) as form_layout,
      registration.scheme, registration.periods, registration.voluntary_removal_on,
      (
        select coalesce(json_agg(json_build_object(
          'closingYear', closing_year, 'step', step, 'doneOn', done_on)), '[]')
        from renewal_step where renewal_step.person_id = person.person_id
      ) as steps_told,
      (
        select coalesce(json_agg(${pieceAsJson} order by piece.created_at, piece.piece_id), '[]')
        from piece where piece.person_id = person.person_id and deleted_at is null
      ) as pieces
    from person join registration using (person_id)
    where person.person_id = any(${personIds}::uuid[])`.execute(db)
  return rows.map(row => ({ personId: row.personId, record: recordOf(row) }))
}

interface RecordRow {
  readonly personId: string
  readonly formLayout: FormLayout | null
  readonly remindersOn: boolean
  readonly createdAt: Date
  readonly scheme: string
  readonly periods: readonly RegisterPeriod[]
  readonly voluntaryRemovalOn: Day | null
  readonly stepsTold: readonly StepTold[]
  readonly pieces: readonly PieceJson[]
}

function recordOf(row: RecordRow): PractitionerRecord {
  return {
    scheme: row.scheme,
    registration: { periods: row.periods, voluntaryRemovalAppliedOn: row.voluntaryRemovalOn },
    formLayout: row.formLayout ?? 'one-page',
    remindersOn: row.remindersOn,
    keptSince: row.createdAt,
    pieces: row.pieces.map(pieceOf),
    stepsTold: row.stepsTold,
  }
}
