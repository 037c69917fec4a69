import { randomUUID } from 'node:crypto'
import type { Db } from '../../platform/db/connect.ts'
import type { FormToKeep } from '../../platform/web/server-parts.ts'
import { mostBytesSetAside, mostSetAside } from '../set-aside-form.ts'
import { findSame, insertSetAside, lockOwner } from '../set-aside-store.ts'

/** Sets a form aside. One that is sent again is the same one; `null` where there is too much already. */
export async function keepForm(db: Db, form: FormToKeep, now: Date): Promise<string | null> {
  await lockOwner(db, form.personId)
  const kept = await findSame(db, form)
  if (kept.formId !== null) return kept.formId
  if (kept.count >= mostSetAside || kept.bytes > mostBytesSetAside) return null
  const formId = randomUUID()
  await insertSetAside(db, { ...form, formId }, now)
  return formId
}
