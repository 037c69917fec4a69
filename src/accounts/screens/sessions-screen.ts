import { formatMoment } from '../../platform/day.ts'
import { hidden, postForm } from '../../platform/ui/form.ts'
import { button } from '../../platform/ui/govuk/button.ts'
import { summaryList } from '../../platform/ui/govuk/summary-list.ts'
import { html } from '../../platform/ui/html.ts'
import type { FormShape } from '../../platform/web/form-body.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'
import { endOtherSessionsPath, endSessionPath } from '../paths.ts'
import type { Session } from '../sessions-store.ts'
import { paragraph } from './message-page.ts'
import { backToSettings } from './settings-screen.ts'

export const endSessionForm: FormShape = { once: ['session'] }

export function sessionsPage(visit: SignedInVisit, sessions: readonly Session[], timeZone: string): Page {
  const others = sessions.filter(session => session.sessionId !== visit.actor.sessionId)
  const here = sessions.filter(session => session.sessionId === visit.actor.sessionId)
  return page({
    title: 'Where you are signed in',
    back: backToSettings,
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">Where you are signed in</h1>
        ${paragraph('We sign you out 12 hours after you last used a browser, and 30 days after you signed in.')}
        ${[...here, ...others].map(session => sessionCard(visit, session, timeZone))}
        ${
          others.length > 0 &&
          postForm(
            visit,
            endOtherSessionsPath.url({}),
            button({ content: 'Sign out everywhere else', preventDoubleClick: true }),
          )
        }
        ${others.length > 0 && paragraph('If you do not know one of these, sign it out and change your password.')}
      </div>
    </div>`,
  })
}

function sessionCard(visit: SignedInVisit, session: Session, timeZone: string) {
  const isThis = session.sessionId === visit.actor.sessionId
  const signedIn = formatMoment(timeZone, session.createdAt)
  return html`${summaryList({
    card: { title: isThis ? `${session.browser} (this one)` : session.browser },
    rows: [
      { key: 'Signed in', value: signedIn },
      { key: 'Last used', value: isThis ? 'Now' : formatMoment(timeZone, session.lastSeenAt) },
      ...(session.isSharedComputer ? [{ key: 'Shared computer', value: 'Yes: nothing is kept on it' }] : []),
    ],
  })}
  ${
    !isThis &&
    postForm(
      visit,
      endSessionPath.url({}),
      html`${hidden('session', session.sessionId)}
      ${button({
        content: html`Sign out<span class="govuk-visually-hidden">
            ${session.browser}, signed in ${signedIn}</span
          >`,
        classes: 'govuk-button--secondary',
      })}`,
    )
  }`
}
