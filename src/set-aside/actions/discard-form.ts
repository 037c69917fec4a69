import type { Db } from '../../platform/db/connect.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { isFormId } from '../set-aside-form.ts'
import { deleteSetAside } from '../set-aside-store.ts'

/** Throws one's own form away, or forgets it because it has been sent; somebody else's is not there. */
export async function discardForm(
  db: Db,
  personId: string,
  formId: string,
): Promise<Result<null, 'not-found'>> {
  if (!isFormId(formId)) return refuse('not-found')
  return (await deleteSetAside(db, personId, formId)) ? ok(null) : refuse('not-found')
}
