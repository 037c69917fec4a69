import { findRecipient } from '../../accounts/people-store.ts'
import type { Database } from '../../platform/db/connect.ts'
import type { JobHandler } from '../../platform/jobs/queue.ts'
import { senderAddress, type Mailer } from '../../platform/mail/mailer.ts'
import { supervisionPath } from '../paths.ts'
import { listEventsOf } from './calendar-store.ts'
import { writeInvitation } from './icalendar.ts'
import { sessionMailInWords } from './session-mail-words.ts'
import { readSessionMail, sessionMailJobName, type SessionMail } from './session-mail.ts'

export interface CalendarJobParts {
  readonly database: Database
  readonly mailer: Mailer
  readonly baseUrl: string
  readonly timeZone: string
}

export function calendarJobs(parts: CalendarJobParts): readonly JobHandler[] {
  return [{ name: sessionMailJobName, run: payload => mailSessions(parts, readSessionMail(payload)) }]
}

async function mailSessions(
  { database, mailer, baseUrl, timeZone }: CalendarJobParts,
  { change, personId, sessionIds }: SessionMail,
): Promise<void> {
  const recipient = await findRecipient(database.read, personId)
  const events = await listEventsOf(database.read, sessionIds)
  // As they are by now: what was planned and cancelled since is told of by the mail about that.
  const told = change === 'cancelled' ? events : events.filter(({ isCancelled }) => !isCancelled)
  if (recipient === null || told.length === 0) return
  // A request may be about one event only (RFC 5546, section 3.2.2): a series is published for whoever opens the file.
  const method = change === 'cancelled' ? 'CANCEL' : told.length === 1 ? 'REQUEST' : 'PUBLISH'
  const invitation = { from: senderAddress(baseUrl), to: recipient.email }
  await mailer.send({
    to: recipient.email,
    ...sessionMailInWords(change, told, timeZone, baseUrl + supervisionPath.url({})),
    calendar: { method, content: writeInvitation(told, method, invitation) },
  })
}
