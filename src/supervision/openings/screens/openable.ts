import { formatMoment } from '../../../platform/day.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import { page, type Page } from '../../../platform/web/reply.ts'
import { supervisionPath } from '../../paths.ts'
import type { ListedRelationship, RelationshipPage } from '../../relationships/relationship-list-store.ts'
import { pagesOf } from '../../../platform/ui/pages-of.ts'
import { kindAndTime, whoSupervisesWhom } from '../../relationships/screens/relationship-list.ts'
import { openablePath, openedPath, openingsPath, openPath } from '../paths.ts'

/** That there is supervision which somebody may open for a reason, and nothing of what is in it. */
export function openableScreen(found: RelationshipPage, at: number, timeZone: string): Page {
  const { relationships, hasMore } = found
  return page({
    title: 'Supervision that you may open',
    back: { href: supervisionPath.url({}), text: 'Supervision' },
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">Supervision that you may open</h1>
      ${
        relationships.length === 0
          ? html`<p class="govuk-body">There is none. Whoever supervises a supervisor by line management may open what
              that supervisor shares with others, and so may an auditor of the organisation.</p>`
          : html`<p class="govuk-body">You may open each for a reason and for a time. Both sides are told, and see your
              reason and everything that you read.</p>
              <ul class="govuk-list confer-pieces">
                ${relationships.map(one => listed(one, timeZone))}
              </ul>`
      }
      ${pagesOf(at, hasMore, number => openablePath.url({}, { page: number }))}
    </div></div>`,
  })
}

function listed(one: ListedRelationship, timeZone: string): Html {
  const { relationshipId, organisationName, openUntil } = one
  const who = whoSupervisesWhom(one)
  const link = (href: string, words: string) =>
    html`<a class="govuk-link" href="${href}">${words}<span class="govuk-visually-hidden">: ${who}</span></a>`
  return html`<li class="confer-piece">
    <h2 class="govuk-heading-s">${who}</h2>
    <p class="govuk-body">${kindAndTime(one)}. ${organisationName}.</p>
    ${
      openUntil === null
        ? html`<p class="govuk-body">${link(openPath.url({ relationshipId }), 'Open it for a reason')}</p>`
        : html`<p class="govuk-body">You have it open until ${formatMoment(timeZone, openUntil)}.
            ${link(openedPath.url({ relationshipId }), 'Read it')} or
            ${link(openingsPath.url({ relationshipId }), 'close it')}.</p>`
    }
  </li>`
}
