import { absencesPath, organisationsPath, profilePath } from '../../organisations/paths.ts'
import type { Profile } from '../../organisations/profile.ts'
import { notificationBanner } from '../../platform/ui/govuk/notification-banner.ts'
import { html } from '../../platform/ui/html.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { SignedInVisit } from '../../platform/web/route.ts'

const doneWords: Readonly<Record<string, string>> = {
  accepted: 'You have accepted the invitation',
  declined: 'You have declined the invitation',
}

/** The smallest first page of supervision: where everything else starts. */
export function startScreen(visit: SignedInVisit, profile: Profile | null): Page {
  const done = doneWords[visit.query.get('done') ?? '']
  return page({
    title: 'Supervision',
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${done !== undefined && notificationBanner({ type: 'success', content: done })}
        <h1 class="govuk-heading-l">Supervision</h1>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            <a class="govuk-link" href="${profilePath.url({})}">How you are known in supervision</a
            >${profile === null ? ': say this first' : ''}
          </li>
          ${
            profile !== null &&
            html`<li><a class="govuk-link" href="${absencesPath.url({})}">Days on which you are away</a></li>`
          }
          <li><a class="govuk-link" href="${organisationsPath.url({})}">Your organisations</a></li>
        </ul>
      </div>
    </div>`,
  })
}
