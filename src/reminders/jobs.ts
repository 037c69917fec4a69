import type { JobHandler } from '../platform/jobs/queue.ts'
import { mailReminder } from './actions/mail-reminder.ts'
import { remindEverybody } from './actions/remind-everybody.ts'
import { readReminderMail, reminderMailJobName } from './reminder-mail.ts'
import type { ReminderSettings } from './settings.ts'

export function reminderJobs(settings: ReminderSettings): readonly JobHandler[] {
  return [
    {
      name: 'reminder-day',
      // At eight, and every hour after that until the evening: a server that was down at eight still reminds the same
      // day. Where the day's reminders have gone out already, that is one look at one row.
      schedule: '0 8-20 * * *',
      run: (_payload, now) => remindEverybody(settings, now),
    },
    {
      name: reminderMailJobName,
      run: (payload, now) => mailReminder(settings, readReminderMail(payload), now),
    },
  ]
}
