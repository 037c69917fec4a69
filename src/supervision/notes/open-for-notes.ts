import { openSession, type OpenedSession, type SessionVisit } from '../open-session.ts'
import type { SupervisionSettings } from '../settings.ts'

/**
 * Compartment (c). That a session is one of theirs is asked of the relationship; the notes themselves are asked for by the
 * visitor's own id, so that there is nobody else's to be shown. A save and a press show nothing that is shared, and leave no
 * trace of a reading.
 */
export async function openForNotes(
  settings: SupervisionSettings,
  visit: SessionVisit,
  isTraced = true,
): Promise<OpenedSession | null> {
  return openSession(settings, visit, {
    compartment: 'sessions',
    use: 'read',
    as: ['supervisee', 'former-supervisee'],
    isTraced,
  })
}
