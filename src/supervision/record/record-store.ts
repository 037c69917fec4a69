import type { Db } from '../../platform/db/connect.ts'

/** Whether the supervisor has signed the joint record of a session. */
export async function findIsSigned(db: Db, sessionId: string): Promise<boolean> {
  const found = await db
    .selectFrom('jointRecord')
    .select('sessionId')
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
  return found !== undefined
}
