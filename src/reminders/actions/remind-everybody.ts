import { listRecords } from '../../cpd/record-store.ts'
import { whereYouStand } from '../../cpd/where-you-stand.ts'
import type { Db } from '../../platform/db/connect.ts'
import { reminderMailJob } from '../reminder-mail.ts'
import { reminderAt, type ReminderDay } from '../reminder-on.ts'
import { reminderWords } from '../reminder-words.ts'
import type { ReminderSettings } from '../settings.ts'
import { finishReminderDay, listPeopleToRemind, lockReminderDay, saveReached } from '../store.ts'

type Settings = Omit<ReminderSettings, 'mailer' | 'baseUrl'>

/**
 * On a reminder day, asks for a mail to everybody who wants to be reminded and for whom something is missing. It may be
 * run as often as one likes: each page of people is asked for once, in the transaction that says how far it has come.
 */
export async function remindEverybody(
  settings: Settings,
  now: Date,
  peopleAtATime: number = 200,
): Promise<void> {
  const today = reminderAt(settings.packs, now)
  if (today === null) return
  let isFinished = false
  while (!isFinished) {
    isFinished = await settings.database.write
      .transaction()
      .execute(db => remindNextPeople(settings, db, today, now, peopleAtATime))
  }
}

/** Whether everybody had their turn. */
async function remindNextPeople(
  { packs, recordGoesTo, enqueue }: Settings,
  db: Db,
  { day, kind }: ReminderDay,
  now: Date,
  peopleAtATime: number,
): Promise<boolean> {
  const progress = await lockReminderDay(db, day)
  if (progress.isFinished) return true
  const people = await listPeopleToRemind(db, progress.reached, peopleAtATime)
  const last = people.at(-1)
  if (last === undefined) {
    await finishReminderDay(db, day, now)
    return true
  }
  for (const { personId, record } of await listRecords(db, people)) {
    const standing = whereYouStand({ packs, record, recordGoesTo, at: now })
    if (reminderWords(standing, kind, recordGoesTo) !== null)
      await enqueue(db, reminderMailJob({ personId, day }))
  }
  await saveReached(db, day, last)
  return false
}
