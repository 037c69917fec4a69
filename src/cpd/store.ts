import { sql } from 'kysely'
import { parseDay, type Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Answers } from './answers.ts'
import type { Copied, Piece, Submission } from './piece.ts'
import type { RegisterPeriod, Registration } from './registration.ts'
import type { FormLayout } from './form-layout.ts'

/** Everything that a verdict and a list of pieces need, and nothing that was written but the titles. */
export interface PractitionerRecord {
  readonly scheme: string
  readonly registration: Registration
  readonly formLayout: FormLayout
  readonly remindersOn: boolean
  /** When the account was made: of the years before, nothing is known unless something was submitted for them. */
  readonly keptSince: Date
  /** In the order they were started. */
  readonly pieces: readonly Piece[]
  readonly stepsTold: readonly StepTold[]
}

/** A renewal step that the practitioner says they did elsewhere. */
export interface StepTold {
  readonly closingYear: number
  readonly step: string
  readonly doneOn: Day
}

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

/** A piece with its answers: those typed last, and those submitted last. */
export interface PieceInFull {
  readonly piece: Piece
  readonly draftAnswers: Answers | null
  /** The last submission's `content`, as kept. */
  readonly latestContent: string | null
}

export async function findPiece(db: Db, personId: string, pieceId: string): Promise<PieceInFull | null> {
  return readPiece(db, personId, pieceId)
}

/** Like `findPiece`, and nobody else can change the piece until the transaction ends. */
export async function lockPiece(db: Db, personId: string, pieceId: string): Promise<PieceInFull | null> {
  // Two statements: one that waited for the lock would still see the submissions as they were before it waited.
  await sql`select from piece where person_id = ${personId} and piece_id = ${pieceId} and deleted_at is null for update`.execute(
    db,
  )
  return readPiece(db, personId, pieceId)
}

async function readPiece(db: Db, personId: string, pieceId: string): Promise<PieceInFull | null> {
  const { rows } = await sql<{ piece: PieceJson; draft: Answers | null; latestContent: string | null }>`
    select ${pieceAsJson} as piece, draft,
      (
        select content from submission
        where submission.person_id = piece.person_id and submission.piece_id = piece.piece_id
        order by number desc limit 1
      ) as latest_content
    from piece where person_id = ${personId} and piece_id = ${pieceId} and deleted_at is null`.execute(db)
  const [row] = rows
  return row ? { piece: pieceOf(row.piece), draftAnswers: row.draft, latestContent: row.latestContent } : null
}

/** One submission's `content`, as kept. */
export async function findSubmissionContent(
  db: Db,
  personId: string,
  pieceId: string,
  number: number,
): Promise<string | null> {
  const row = await db
    .selectFrom('submission')
    .select('content')
    .where('personId', '=', personId)
    .where('pieceId', '=', pieceId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.content ?? null
}

export interface Receipt {
  readonly receipt: string
  readonly sha256: string
  readonly submittedAt: Date
}

export async function findReceipt(
  db: Db,
  personId: string,
  pieceId: string,
  number: number,
): Promise<Receipt | null> {
  const row = await db
    .selectFrom('submission')
    .select(['receipt', 'sha256', 'submittedAt'])
    .where('personId', '=', personId)
    .where('pieceId', '=', pieceId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ?? null
}

export interface DraftRow {
  readonly personId: string
  readonly pieceId: string
  readonly version: number
  readonly answers: Answers | null
  readonly title: string | null
  readonly date: Day | null
  readonly at: Date
}

/** Adds a piece with its first draft. False where the piece is there already: two requests may have begun it at once. */
export async function addPiece(db: Db, row: DraftRow): Promise<boolean> {
  const added = await db
    .insertInto('piece')
    .values({ personId: row.personId, pieceId: row.pieceId, createdAt: row.at, ...draftColumns(row) })
    .onConflict(conflict => conflict.columns(['personId', 'pieceId']).doNothing())
    .returning('pieceId')
    .executeTakeFirst()
  return added !== undefined
}

/** Replaces a piece's draft. `answers: null` leaves the piece with nothing waiting to be submitted. */
export async function saveDraft(db: Db, row: DraftRow): Promise<void> {
  await db
    .updateTable('piece')
    .set(draftColumns(row))
    .where('personId', '=', row.personId)
    .where('pieceId', '=', row.pieceId)
    .execute()
}

function draftColumns({ version, answers, title, date, at }: DraftRow) {
  return {
    changedAt: at,
    version,
    draft: answers === null ? null : JSON.stringify(answers),
    draftTitle: title,
    draftDate: date,
  }
}

interface SubmissionRow {
  readonly personId: string
  readonly pieceId: string
  readonly submission: Omit<Submission, 'withdrawnAt'>
  readonly content: string
}

/** Adds the submission and takes the draft off the piece, in one statement. */
export async function saveSubmission(
  db: Db,
  { personId, pieceId, submission, content }: SubmissionRow,
): Promise<void> {
  await sql`
    with submitted as (
      update piece
      set draft = null, draft_title = null, draft_date = null, version = version + 1, changed_at = ${submission.submittedAt}
      where person_id = ${personId} and piece_id = ${pieceId}
    )
    insert into submission (
      person_id, piece_id, number, submitted_at, piece_version, receipt, sha256, content,
      title, activity_date, has_peer_reflection, fingerprint, likeness)
    values (
      ${personId}, ${pieceId}, ${submission.number}, ${submission.submittedAt}, ${submission.pieceVersion},
      ${submission.receipt}, ${submission.sha256}, ${content}, ${submission.title}, ${submission.activityDate},
      ${submission.hasPeerReflection}, ${submission.fingerprint}, ${submission.likeness})`.execute(db)
}

/** Marks the last submission as withdrawn and drops any draft; everything that was submitted stays readable. */
export async function withdrawPiece(
  db: Db,
  personId: string,
  pieceId: string,
  number: number,
  at: Date,
): Promise<void> {
  await sql`
    with withdrawn as (
      update submission set withdrawn_at = ${at}
      where person_id = ${personId} and piece_id = ${pieceId} and number = ${number}
    )
    update piece
    set draft = null, draft_title = null, draft_date = null, version = version + 1, changed_at = ${at}
    where person_id = ${personId} and piece_id = ${pieceId}`.execute(db)
}

export async function markDeleted(db: Db, personId: string, pieceId: string, at: Date): Promise<void> {
  await db
    .updateTable('piece')
    .set({ deletedAt: at })
    .where('personId', '=', personId)
    .where('pieceId', '=', pieceId)
    .execute()
}

/** False where there is no such deleted piece. */
export async function unmarkDeleted(db: Db, personId: string, pieceId: string): Promise<boolean> {
  const restored = await db
    .updateTable('piece')
    .set({ deletedAt: null })
    .where('personId', '=', personId)
    .where('pieceId', '=', pieceId)
    .where('deletedAt', 'is not', null)
    .returning('pieceId')
    .executeTakeFirst()
  return restored !== undefined
}

export interface DeletedDraft {
  readonly pieceId: string
  readonly title: string
  readonly deletedAt: Date
}

/** Newest first. */
export async function listDeletedDrafts(db: Db, personId: string): Promise<DeletedDraft[]> {
  const { rows } = await sql<DeletedDraft>`
    select piece_id, coalesce(draft_title, '') as title, deleted_at from piece
    where person_id = ${personId} and deleted_at is not null order by deleted_at desc`.execute(db)
  return rows
}

/** Deletes for good what was deleted before `before`; returns how many. */
export async function purgeDeletedDrafts(db: Db, before: Date): Promise<number> {
  const purged = await db.deleteFrom('piece').where('deletedAt', '<', before).executeTakeFirst()
  return Number(purged.numDeletedRows)
}

export async function saveCopied(
  db: Db,
  personId: string,
  pieceId: string,
  copied: Copied | null,
): Promise<void> {
  await db
    .updateTable('piece')
    .set({ copiedOn: copied?.on ?? null, copiedNumber: copied?.number ?? null })
    .where('personId', '=', personId)
    .where('pieceId', '=', pieceId)
    .execute()
}

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

export async function saveFormLayout(db: Db, personId: string, layout: FormLayout): Promise<void> {
  await db
    .insertInto('formPreference')
    .values({ personId, layout })
    .onConflict(conflict => conflict.column('personId').doUpdateSet({ layout }))
    .execute()
}

export async function findFormLayout(db: Db, personId: string): Promise<FormLayout> {
  const row = await db
    .selectFrom('formPreference')
    .select('layout')
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row?.layout === 'one-question' ? 'one-question' : 'one-page'
}

/** A row of `piece` with its submissions, but without what was written. */
const pieceAsJson = sql`json_build_object(
  'pieceId', piece.piece_id, 'createdAt', piece.created_at, 'changedAt', changed_at, 'version', version,
  'hasDraft', draft is not null, 'draftTitle', draft_title, 'draftDate', draft_date,
  'copiedOn', copied_on, 'copiedNumber', copied_number,
  'submissions', (
    select coalesce(json_agg(json_build_object(
      'number', number, 'submittedAt', submitted_at, 'withdrawnAt', withdrawn_at, 'pieceVersion', piece_version,
      'title', title, 'receipt', receipt, 'sha256', sha256, 'activityDate', activity_date,
      'hasPeerReflection', has_peer_reflection, 'fingerprint', fingerprint, 'likeness', likeness) order by number), '[]')
    from submission where submission.person_id = piece.person_id and submission.piece_id = piece.piece_id))`

// What the two statements above return: JSON has no dates, so instants come as text.

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

interface PieceJson {
  readonly pieceId: string
  readonly createdAt: string
  readonly changedAt: string
  readonly version: number
  readonly hasDraft: boolean
  readonly draftTitle: string | null
  readonly draftDate: string | null
  readonly copiedOn: Day | null
  readonly copiedNumber: number | null
  readonly submissions: readonly (Omit<Submission, 'submittedAt' | 'withdrawnAt'> & {
    readonly submittedAt: string
    readonly withdrawnAt: string | null
  })[]
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

function pieceOf(json: PieceJson): Piece {
  return {
    pieceId: json.pieceId,
    createdAt: new Date(json.createdAt),
    changedAt: new Date(json.changedAt),
    version: json.version,
    draft: json.hasDraft ? { title: json.draftTitle ?? '', date: parseDay(json.draftDate ?? '') } : null,
    submissions: json.submissions.map(submission => ({
      ...submission,
      submittedAt: new Date(submission.submittedAt),
      withdrawnAt: submission.withdrawnAt === null ? null : new Date(submission.withdrawnAt),
    })),
    copied:
      json.copiedOn === null || json.copiedNumber === null
        ? null
        : { on: json.copiedOn, number: json.copiedNumber },
  }
}
