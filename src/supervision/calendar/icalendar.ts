import type { Session } from '../sessions/session.ts'

/** A session as a calendar may know it: nobody's name, no place and nothing of what it is about. */
export interface CalendarEvent extends Pick<Session, 'sessionId' | 'startsAt' | 'minutes' | 'version'> {
  readonly isCancelled: boolean
  readonly changedAt: Date
}

export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL'

/** Who a mail comes from and who it goes to, as calendars ask for it (RFC 5546): addresses without a name. */
export interface Invitation {
  readonly from: string
  readonly to: string
}

/** What every calendar shows of a session. Whoever looks over a shoulder, or at a shared calendar, learns no more. */
const title = 'Supervision'

/**
 * The iCalendar object of a mail (RFC 5545, and RFC 5546 for what its method asks for): whoever planned it is our sender's
 * address, and only where one person is asked about one session they are asked by name of their address.
 */
export function writeInvitation(
  events: readonly CalendarEvent[],
  method: CalendarMethod,
  invitation: Invitation,
): string {
  const { from, to } = invitation
  const people = [
    `ORGANIZER:mailto:${from}`,
    ...(method === 'PUBLISH' ? [] : [`ATTENDEE;RSVP=FALSE:mailto:${to}`]),
  ]
  return writeObject([`METHOD:${method}`, ...events.flatMap(event => eventLines(event, people))])
}

/**
 * A calendar to subscribe to (RFC 5545, with a name and a refresh interval by RFC 7986). It is no message from anybody to
 * anybody, and so has no method. A calendar has at least one component, also where no session is planned: the time zone, which
 * no time in it refers to.
 */
export function writeFeed(events: readonly CalendarEvent[]): string {
  return writeObject([
    `NAME:${title}`,
    `X-WR-CALNAME:${title}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...(events.length === 0 ? london : []),
    ...events.flatMap(event => eventLines(event, [])),
  ])
}

/** The rules of the United Kingdom since 1996. */
const london = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'END:STANDARD',
  'END:VTIMEZONE',
]

function writeObject(content: readonly string[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Confer//Supervision//EN',
    'CALSCALE:GREGORIAN',
    ...content,
    'END:VCALENDAR',
  ]
  return lines.map(line => `${fold(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, people: readonly string[]): string[] {
  const { sessionId, startsAt, minutes, version, isCancelled, changedAt } = event
  return [
    'BEGIN:VEVENT',
    // Always the same for a session, whatever becomes of it and wherever Confer moves to.
    `UID:${sessionId}@confer`,
    `SEQUENCE:${version - 1}`,
    `DTSTAMP:${utc(changedAt)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(new Date(startsAt.getTime() + minutes * 60_000))}`,
    `SUMMARY:${title}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${isCancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    'CLASS:PRIVATE',
    ...people,
    'END:VEVENT',
  ]
}

/** In UTC: every calendar shows it by its own clock, and no rules of a time zone need to go along. */
function utc(moment: Date): string {
  return moment
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z')
}

/** Lines of at most 75 octets, each that continues another beginning with a space (RFC 5545, section 3.1). */
export function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = octetsIn(character)
    if (octets + size > 75) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n')
}

function octetsIn(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
