import { formatMoment } from '../../platform/day.ts'
import { counted } from '../../platform/ui/words.ts'
import type { CalendarEvent } from './icalendar.ts'
import type { SessionChange } from '../sessions/session.ts'

type Told = Extract<SessionChange['change'], 'planned' | 'moved' | 'cancelled'>

/** What a mail about sessions says: when, and never who, where or why. Others read over shoulders, and mail is kept. */
export function sessionMailInWords(
  change: Told,
  events: readonly CalendarEvent[],
  timeZone: string,
  url: string,
): { readonly subject: string; readonly text: string } {
  const whens = events.map(
    ({ startsAt, minutes }) => `${formatMoment(timeZone, startsAt)}, ${minutes} minutes`,
  )
  const subject = subjectFor(change, events.length)
  return {
    subject,
    text: `${[
      `${subject}:`,
      whens.join('\n'),
      `See it in Confer: ${url}`,
      'The attached file puts this in your calendar, under the title “Supervision” and with nothing else about it.',
      'Confer',
    ].join('\n\n')}\n`,
  }
}

function subjectFor(change: Told, count: number): string {
  switch (change) {
    case 'planned':
      return count === 1
        ? 'A supervision session is planned'
        : `${counted(count, 'supervision session', 'supervision sessions')} are planned`
    case 'moved':
      return 'A supervision session has moved'
    case 'cancelled':
      return 'A supervision session is cancelled'
  }
}
