import type { Db } from '../platform/db/connect.ts'

export async function findAnybody(db: Db): Promise<string | null> {
  const person = await db.selectFrom('person').select('personId').limit(1).executeTakeFirst()
  return person?.personId ?? null
}
