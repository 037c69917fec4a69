import { CompiledQuery, sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connect.ts'
import { sendWithNext } from '../platform/db/preparing-client.ts'
import type { Answers } from './answers.ts'
import type { FoundCounts } from './piece-check.ts'
import { pieceAsJsonText, pieceOf, type PieceJson } from './piece-row-store.ts'
import type { Copied, Piece, Submission } from './piece.ts'

/** A piece with its answers: those typed last, and those submitted last. */
export interface PieceInFull {
  readonly piece: Piece
  readonly draftAnswers: Answers | null
  /** The last submission's `content`, as kept. */
  readonly latestContent: string | null
  /** The last saves of the piece, by the ids that browsers gave them. */
  readonly recentSaves: readonly string[]
}

/** How many saves a piece remembers. One that comes again came at most a few saves ago. */
const savesRemembered = 16

export async function findPiece(db: Db, personId: string, pieceId: string): Promise<PieceInFull | null> {
  return readPiece(db, pieceInFull, personId, pieceId)
}

/** Like `findPiece`, and nobody else can change the piece until the transaction ends. */
export async function lockPiece(db: Db, personId: string, pieceId: string): Promise<PieceInFull | null> {
  const read = () => readPiece(db, pieceInFullLocked, personId, pieceId)
  const found = await read()
  // Had it to wait for the lock, the row is as it was left, but its submissions are as they were before the wait.
  return found?.waited === true ? read() : found
}

// Text that stays, here and for `saveDraft`: these come with every pause in somebody's writing, and for Kysely to write
// them each time takes a tenth of all the time that we spend on it.
const pieceInFull = `
  select ${pieceAsJsonText} as piece, draft, to_json(recent_saves) as recent_saves,
    (
      select content from submission
      where submission.person_id = piece.person_id and submission.piece_id = piece.piece_id
      order by number desc limit 1
    ) as latest_content,
    -- A look at other rows, and at this one twice, is at the moment when the statement began.
    (select before.version from piece as before where before.person_id = piece.person_id and before.piece_id = piece.piece_id)
      as version_before
  from piece where person_id = $1 and piece_id = $2 and deleted_at is null`
const pieceInFullLocked = `${pieceInFull} for update`

interface PieceRow {
  readonly piece: PieceJson
  readonly draft: Answers | null
  readonly recentSaves: readonly string[]
  readonly latestContent: string | null
  readonly versionBefore: number
}

async function readPiece(
  db: Db,
  statement: string,
  personId: string,
  pieceId: string,
): Promise<(PieceInFull & { readonly waited: boolean }) | null> {
  const { rows } = await db.executeQuery<PieceRow>(CompiledQuery.raw(statement, [personId, pieceId]))
  const [row] = rows
  return row
    ? {
        piece: pieceOf(row.piece),
        draftAnswers: row.draft,
        latestContent: row.latestContent,
        recentSaves: row.recentSaves,
        waited: row.versionBefore !== row.piece.version,
      }
    : null
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

/** `null` for what was submitted before there was a check. */
export async function findCheckAtSubmission(
  db: Db,
  personId: string,
  pieceId: string,
  number: number,
): Promise<CheckAtSubmission | null> {
  const row = await db
    .selectFrom('submission')
    .select(['checkVersion', 'foundLikely', 'foundCheck', 'foundNote', 'foundKept'])
    .where('personId', '=', personId)
    .where('pieceId', '=', pieceId)
    .where('number', '=', number)
    .executeTakeFirst()
  if (row?.checkVersion == null) return null
  const { checkVersion, foundLikely, foundCheck, foundNote, foundKept } = row
  return {
    version: checkVersion,
    likely: foundLikely ?? 0,
    check: foundCheck ?? 0,
    note: foundNote ?? 0,
    kept: foundKept ?? 0,
  }
}

export interface DraftRow {
  readonly personId: string
  readonly pieceId: string
  readonly version: number
  /** Those of before and this one; only the last few are kept. */
  readonly saves: readonly string[]
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
  const { changedAt, version, recentSaves, draft, draftTitle, draftDate } = draftColumns(row)
  const values = [row.personId, row.pieceId, changedAt, version, recentSaves, draft, draftTitle, draftDate]
  await sendWithNext(db, CompiledQuery.raw(replaceDraft, values))
}

const replaceDraft = `
  update piece
  set changed_at = $3, version = $4, recent_saves = $5, draft = $6, draft_title = $7, draft_date = $8
  where person_id = $1 and piece_id = $2`

/** Changes nothing but which saves the piece knows. */
export async function rememberSaves(
  db: Db,
  personId: string,
  pieceId: string,
  saves: readonly string[],
): Promise<void> {
  await db
    .updateTable('piece')
    .set({ recentSaves: saves.slice(-savesRemembered) })
    .where('personId', '=', personId)
    .where('pieceId', '=', pieceId)
    .execute()
}

function draftColumns({ version, saves, answers, title, date, at }: DraftRow) {
  return {
    changedAt: at,
    version,
    recentSaves: saves.slice(-savesRemembered),
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
  readonly check: CheckAtSubmission
}

/** That what was submitted had been checked for what might identify somebody, by which version, and how much it found. */
export interface CheckAtSubmission extends FoundCounts {
  readonly version: string
}

/** Adds the submission and takes the draft off the piece, in one statement. */
export async function saveSubmission(
  db: Db,
  { personId, pieceId, submission, content, check }: SubmissionRow,
): Promise<void> {
  await sql`
    with submitted as (
      update piece
      set draft = null, draft_title = null, draft_date = null, version = version + 1, changed_at = ${submission.submittedAt}
      where person_id = ${personId} and piece_id = ${pieceId}
    )
    insert into submission (
      person_id, piece_id, number, submitted_at, piece_version, receipt, sha256, content,
      title, activity_date, has_peer_reflection, fingerprint, likeness,
      check_version, found_likely, found_check, found_note, found_kept)
    values (
      ${personId}, ${pieceId}, ${submission.number}, ${submission.submittedAt}, ${submission.pieceVersion},
      ${submission.receipt}, ${submission.sha256}, ${content}, ${submission.title}, ${submission.activityDate},
      ${submission.hasPeerReflection}, ${submission.fingerprint}, ${submission.likeness},
      ${check.version}, ${check.likely}, ${check.check}, ${check.note}, ${check.kept})`.execute(db)
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
