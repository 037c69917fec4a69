import { html } from '../../platform/ui/html.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { OpenedSession, SessionVisit } from '../open-session.ts'
import { recordingOf, type Recording } from '../sessions/session-facts.ts'
import { keptWords } from './kept-words.ts'
import { backToSession, sessionCaption } from './session-caption.ts'

/**
 * Says that nothing is written down of a session, and why; null where something may be. To a form that was open before, it
 * answers with 409 and gives back what was typed.
 */
export function nothingRecordedScreen(
  visit: SessionVisit,
  { session, day }: OpenedSession,
  title: string,
): Page | null {
  const why = recordingOf(session)
  if (why === 'recorded') return null
  return page({
    title,
    status: visit.form.fields.size > 0 ? 409 : 200,
    back: backToSession(visit.params),
    inBackground: { outcome: 'refused' },
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${sessionCaption(day)}
        <h1 class="govuk-heading-l">${title}</h1>
        <p class="govuk-body">${reasons[why]}</p>
        ${keptWords(visit.form)}
      </div>
    </div>`,
  })
}

const reasons: Readonly<Record<Exclude<Recording, 'recorded'>, string>> = {
  'content-not-recorded':
    'What was said in this session is not recorded. Those who were there chose that: there is no joint record of it, no case decision and no agreed action, only that it took place and when.',
  cancelled: 'This session was cancelled, so there is nothing to record.',
}
