import { sql } from 'kysely'
import type { Db } from '../../platform/db/connect.ts'
import { readJointContent, type JointAddition, type JointAnswer, type SignedRecord } from './joint-record.ts'

/** Whether the supervisor has signed the joint record of a session. */
export async function findIsSigned(db: Db, sessionId: string): Promise<boolean> {
  const found = await db
    .selectFrom('jointRecord')
    .select('sessionId')
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
  return found !== undefined
}

interface Row {
  readonly content: string
  readonly sha256: string
  readonly signedBy: string
  readonly signedAt: Date
}

export async function findSignedRecord(db: Db, sessionId: string): Promise<SignedRecord | null> {
  const row: Row | undefined = await db
    .selectFrom('jointRecord')
    .select(['content', 'sha256', 'signedBy', 'signedAt'])
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    ...row,
    content: readJointContent(row.content),
    answers: await listAnswers(db, sessionId),
    additions: await listAdditions(db, sessionId),
  }
}

async function listAnswers(db: Db, sessionId: string): Promise<JointAnswer[]> {
  return db
    .selectFrom('jointAnswer')
    .select(['personId', 'agrees', 'words', 'signedAt'])
    .where('sessionId', '=', sessionId)
    .orderBy('signedAt')
    .orderBy('personId')
    .execute()
}

async function listAdditions(db: Db, sessionId: string): Promise<JointAddition[]> {
  return db
    .selectFrom('jointAddition')
    .select(['number', 'personId', 'text', 'addedAt'])
    .where('sessionId', '=', sessionId)
    .orderBy('number')
    .execute()
}

interface NewRecord {
  readonly sessionId: string
  readonly content: string
  readonly sha256: string
  readonly signedBy: string
  readonly signedAt: Date
}

/** Adds what was signed and takes the draft away, earlier versions and all, in one statement. */
export async function saveSignedRecord(
  db: Db,
  { sessionId, content, sha256, signedBy, signedAt }: NewRecord,
): Promise<void> {
  await sql`
    with signed as (
      delete from shared_draft where kind = 'joint-record' and about_id = ${sessionId}
    )
    insert into joint_record (session_id, content, sha256, signed_by, signed_at)
    values (${sessionId}, ${content}, ${sha256}, ${signedBy}, ${signedAt})`.execute(db)
}

export async function addAnswer(
  db: Db,
  answer: JointAnswer & { readonly sessionId: string; readonly sha256: string },
): Promise<void> {
  await db.insertInto('jointAnswer').values(answer).execute()
}

export async function addAddition(
  db: Db,
  addition: JointAddition & { readonly sessionId: string },
): Promise<void> {
  await db.insertInto('jointAddition').values(addition).execute()
}
