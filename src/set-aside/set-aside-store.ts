import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { SetAsideForm } from './set-aside-form.ts'

type NewForm = Pick<SetAsideForm, 'path' | 'fields'> & { readonly personId: string }

/** Until the transaction ends nobody else sets a form of theirs aside. */
export async function lockOwner(db: Db, personId: string): Promise<void> {
  await db.selectFrom('person').select('personId').where('personId', '=', personId).forNoKeyUpdate().execute()
}

/** How many forms somebody has here, how much they would take up with this one, and the id of the one that says the same. */
export async function findSame(
  db: Db,
  { personId, path, fields }: NewForm,
): Promise<{ readonly count: number; readonly bytes: number; readonly formId: string | null }> {
  const json = JSON.stringify(fields)
  const { rows } = await sql<{ count: number; bytes: number; formId: string | null }>`
    select count(*), coalesce(sum(octet_length(fields::text)), 0) + octet_length(${json}::jsonb::text) as bytes,
      min(form_id::text) filter (where path = ${path} and fields = ${json}::jsonb) as form_id
    from set_aside_form where person_id = ${personId}`.execute(db)
  return rows[0] ?? { count: 0, bytes: 0, formId: null }
}

export async function insertSetAside(
  db: Db,
  { formId, personId, path, fields }: NewForm & { readonly formId: string },
  now: Date,
): Promise<void> {
  await db
    .insertInto('setAsideForm')
    .values({ formId, personId, path, fields: JSON.stringify(fields), setAsideAt: now })
    .execute()
}

/** Whether anything of somebody's is set aside. */
export async function findAnySetAside(db: Db, personId: string): Promise<boolean> {
  const found = await db
    .selectFrom('setAsideForm')
    .select('formId')
    .where('personId', '=', personId)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Whether any form of somebody's that was sent to one of these addresses is set aside. */
export async function findAnySetAsideFor(
  db: Db,
  personId: string,
  paths: readonly string[],
): Promise<boolean> {
  const found = await db
    .selectFrom('setAsideForm')
    .select('formId')
    .where('personId', '=', personId)
    .where('path', 'in', paths)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** One’s own; somebody else's is not there. */
export async function findSetAside(db: Db, personId: string, formId: string): Promise<SetAsideForm | null> {
  const found = (await listSetAside(db, personId)).find(form => form.formId === formId)
  return found ?? null
}

/** The latest first. */
export async function listSetAside(db: Db, personId: string): Promise<SetAsideForm[]> {
  const { rows } = await sql<SetAsideForm>`
    select form_id, path, fields, set_aside_at from set_aside_form
    where person_id = ${personId} order by set_aside_at desc, form_id`.execute(db)
  return rows
}

/** Whether the person had that form. */
export async function deleteSetAside(db: Db, personId: string, formId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('setAsideForm')
    .where('personId', '=', personId)
    .where('formId', '=', formId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function purgeSetAside(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('setAsideForm').where('setAsideAt', '<=', before).execute()
}

export async function deleteSetAsideFor(db: Db, paths: readonly string[]): Promise<void> {
  await db.deleteFrom('setAsideForm').where('path', 'in', paths).execute()
}
