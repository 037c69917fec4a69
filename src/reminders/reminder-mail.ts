import { z } from 'zod'
import { parseDay, type Day } from '../platform/day.ts'
import type { Job } from '../platform/jobs/queue.ts'

export const reminderMailJobName = 'reminder-mail'

/** A reminder to one person, asked for on a day. What it says is found out when it is written. */
export interface ReminderMail {
  readonly personId: string
  readonly day: Day
}

const payload = z.strictObject({ personId: z.uuid(), day: z.string() })

export function reminderMailJob({ personId, day }: ReminderMail): Job {
  return { name: reminderMailJobName, payload: { personId, day } }
}

export function readReminderMail(given: Job['payload']): ReminderMail {
  const { personId, day: text } = payload.parse(given)
  const day = parseDay(text)
  if (day === null) throw new Error('a reminder was asked for on a day that is none')
  return { personId, day }
}
