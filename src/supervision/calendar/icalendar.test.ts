import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold, writeFeed, writeInvitation, type CalendarEvent } from './icalendar.ts'

const event: CalendarEvent = {
  sessionId: '0b2d7c0e-1111-4222-8333-444455556666',
  startsAt: new Date('2026-12-03T14:00:00Z'),
  minutes: 90,
  version: 1,
  isCancelled: false,
  changedAt: new Date('2026-11-18T14:00:00Z'),
}

test('a calendar says when, and nothing else', () => {
  assert.equal(
    writeFeed([event]),
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Confer//Supervision//EN',
      'CALSCALE:GREGORIAN',
      'NAME:Supervision',
      'X-WR-CALNAME:Supervision',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'BEGIN:VEVENT',
      'UID:0b2d7c0e-1111-4222-8333-444455556666@confer',
      'SEQUENCE:0',
      'DTSTAMP:20261118T140000Z',
      'DTSTART:20261203T140000Z',
      'DTEND:20261203T153000Z',
      'SUMMARY:Supervision',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test('an invitation has the two addresses that calendars ask for, and no name', () => {
  const text = writeInvitation([{ ...event, version: 3, isCancelled: true }], 'CANCEL', {
    from: 'no-reply@confer.test',
    to: 'nic@example.org',
  })
  assert.match(text, /METHOD:CANCEL\r\n/)
  assert.match(text, /SEQUENCE:2\r\n/)
  assert.match(text, /STATUS:CANCELLED\r\n/)
  assert.match(
    text,
    /ORGANIZER:mailto:no-reply@confer\.test\r\nATTENDEE;RSVP=FALSE:mailto:nic@example\.org\r\n/,
  )
  assert.doesNotMatch(text, /CN=/)
})

test('a calendar without sessions has a component all the same, since there is none without', () => {
  const text = writeFeed([])
  assert.match(text, /BEGIN:VTIMEZONE\r\nTZID:Europe\/London\r\n[\s\S]*END:VTIMEZONE\r\nEND:VCALENDAR\r\n$/)
  assert.doesNotMatch(text, /METHOD|VEVENT/)
})

test('a series is published by its organiser, to nobody by name of their address', () => {
  const text = writeInvitation([event, { ...event, sessionId: 'another' }], 'PUBLISH', {
    from: 'no-reply@confer.test',
    to: 'nic@example.org',
  })
  assert.match(text, /METHOD:PUBLISH\r\n/)
  assert.equal(text.match(/\r\nORGANIZER:mailto:no-reply@confer\.test\r\n/g)?.length, 2)
  assert.doesNotMatch(text, /ATTENDEE/)
})

test('lines have 75 octets at most, and unfolded they say what they said', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 400 }).filter(text => !/[\r\n]/.test(text)),
      text => {
        const folded = fold(text)
        for (const line of folded.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75)
        assert.equal(folded.replaceAll('\r\n ', ''), text)
      },
    ),
  )
})
