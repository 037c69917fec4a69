import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connect.ts'

export interface ReminderProgress {
  /** The last person whose turn it was, in the order of ids; `null` before the first. */
  readonly reached: string | null
  readonly isFinished: boolean
}

/** How far a day's reminders have come. Whoever else asks waits until the caller's transaction ends. */
export async function lockReminderDay(db: Db, day: Day): Promise<ReminderProgress> {
  await db
    .insertInto('reminderDay')
    .values({ day })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const { reached, finishedAt } = await db
    .selectFrom('reminderDay')
    .select(['reached', 'finishedAt'])
    .where('day', '=', day)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { reached, isFinished: finishedAt !== null }
}

export async function saveReached(db: Db, day: Day, reached: string): Promise<void> {
  await db.updateTable('reminderDay').set({ reached }).where('day', '=', day).execute()
}

export async function finishReminderDay(db: Db, day: Day, finishedAt: Date): Promise<void> {
  await db.updateTable('reminderDay').set({ finishedAt }).where('day', '=', day).execute()
}

/** The next people who want to be reminded, by id. */
export async function listPeopleToRemind(db: Db, after: string | null, limit: number): Promise<string[]> {
  let query = db
    .selectFrom('person')
    .select('personId')
    .where('remindersOn', '=', true)
    .orderBy('personId')
    .limit(limit)
  if (after !== null) query = query.where('personId', '>', after)
  const rows = await query.execute()
  return rows.map(({ personId }) => personId)
}
