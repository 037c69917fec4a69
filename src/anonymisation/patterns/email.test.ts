import { finds, findsNothing } from './found.fixture.ts'
import { findEmails } from './email.ts'

finds(findEmails, [
  'to ⟦jade.marsh@example.org⟧.',
  'mailto:⟦jo@example.com⟧',
  '<⟦jo+cpd@mail.example.co.uk⟧>',
  '⟦JO@EXAMPLE.COM⟧',
  '⟦josé@exämple.org⟧ wrote',
  '(⟦o’neill@example.org⟧)',
  '⟦jo_b@example.org⟧,⟦al@example.org⟧',
  '⟦jo [at] example [dot] org⟧',
  '⟦jo(at)example.org⟧',
])

findsNothing(findEmails, [
  'met @home',
  'jo@',
  '@example.org',
  'a@b',
  'jo@localhost',
  'we met (at the time) by chance.then left',
  '5 @ £3.50',
])
