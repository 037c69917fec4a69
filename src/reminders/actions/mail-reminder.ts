import { makeRemindersOffLink } from '../../accounts/actions/make-mailed-link.ts'
import { findRecipient } from '../../accounts/people-store.ts'
import { homePath } from '../../cpd/paths.ts'
import { findRecord } from '../../cpd/record-store.ts'
import { whereYouStand } from '../../cpd/where-you-stand.ts'
import type { ReminderMail } from '../reminder-mail.ts'
import { reminderOn } from '../reminder-on.ts'
import { reminderWords } from '../reminder-words.ts'
import type { ReminderSettings } from '../settings.ts'

/** Writes and sends one reminder, unless there is nothing to remind of any more or it is no longer wanted. */
export async function mailReminder(
  { database, mailer, baseUrl, packs, recordGoesTo }: ReminderSettings,
  { personId, day }: ReminderMail,
  now: Date,
): Promise<void> {
  const reminder = reminderOn(packs, day)
  const person = await findRecipient(database.read, personId)
  const record = await findRecord(database.read, personId)
  if (reminder === null || record === null || !person?.remindersOn) return
  const standing = whereYouStand({ packs, record, recordGoesTo, at: now })
  // One that waited until its year had closed would speak of the next.
  if (standing.current.year.closingYear !== reminder.closingYear) return
  const words = reminderWords(standing, reminder.kind, recordGoesTo)
  if (words === null) return
  const unsubscribeUrl = baseUrl + (await makeRemindersOffLink(database.write, personId, now))
  await mailer.send({
    to: person.email,
    subject: words.subject,
    text: `${[
      words.text,
      `See where you stand: ${baseUrl}${homePath.url({})}`,
      `Reminders stop by themselves once all is done for the year. To stop them all now, follow this link: ${unsubscribeUrl}`,
      'Confer',
    ].join('\n\n')}\n`,
    unsubscribeUrl,
  })
}
