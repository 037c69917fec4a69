import { html, type Html } from '../../platform/ui/html.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import { whichIsItPath } from '../../which-is-it/paths.ts'
import type { GuidancePage } from '../guidance-page.ts'
import { guidancePagePath } from '../paths.ts'

export function guidanceIndexPage(pages: readonly GuidancePage[]): Page {
  const groups = [...Map.groupBy(pages, each => each.group ?? 'More')]
  return page({
    title: 'Guidance',
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">Guidance</h1>
        <p class="govuk-body-l">
          About recording CPD, peer reflection and supervision. Anybody can read it, without an account.
        </p>
        <p class="govuk-body">
          Not sure whether you have a reflection on supervision or a peer reflection? Three questions tell
          you:
          <a class="govuk-link" href="${whichIsItPath.url({})}">Which is it?</a>
        </p>
        ${groups.map(group)}
      </div>
    </div>`,
  })
}

function group([name, pages]: [string, readonly GuidancePage[]]): Html {
  return html`<h2 class="govuk-heading-m">${name}</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${pages.map(
        each =>
          html`<li>
            <a class="govuk-link" href="${guidancePagePath(each.name).url({})}">${each.title}</a><br>
            ${each.summary}
          </li>`,
      )}
    </ul>`
}
