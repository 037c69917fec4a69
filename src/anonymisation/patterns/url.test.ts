import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finds, findsNothing } from './found.fixture.ts'
import { findUrls } from './url.ts'

finds(findUrls, [
  'see ⟦https://example.org/a?b=c#d⟧.',
  '(see ⟦http://www.example.org/a_(b)⟧)',
  '⟦www.example.org⟧, then',
  '⟦example.org.uk/teams/north⟧;',
  'on ⟦example.com⟧ today',
  'on ⟦facebook.com/jade.marsh⟧',
  '“⟦https://example.org⟧”',
  '⟦HTTPS://EXAMPLE.ORG⟧',
])

findsNothing(findUrls, [
  'e.g. and i.e. and etc.',
  'it went well.then we left',
  'a long meeting.it was fine.so we left.no more',
  'version 2.1.4 of report.docx',
  'at 9.30am',
  'jo@example.org',
  'Ph.D. and B.Sc.',
])

test('what is published for everybody is a note, somebody’s own page is likely', () => {
  const levels = [
    'https://www.gov.uk/a',
    'www.legislation.gov.uk',
    'https://www.facebook.com/a',
    'www.leeds.gov.uk',
  ]
  assert.deepEqual(
    levels.map(url => findUrls(url)[0]?.level),
    ['note', 'note', 'likely', 'check'],
  )
})
