import type { Db } from '../platform/db/connect.ts'
import type { FormLayout } from './form-layout.ts'

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
