import { pagination } from '../../platform/ui/govuk/pagination.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import type { Heading, RenderedMarkdown } from '../../platform/ui/markdown.ts'
import { page, type Page } from '../../platform/web/reply.ts'
import type { GuidancePage } from '../guidance-page.ts'
import { guidancePagePath, guidancePath } from '../paths.ts'

/** From so many parts on, a page begins with a list of them. */
const partsWorthListing = 4

/** The pages before and after it, where it is one of a series. */
export interface Neighbours {
  readonly previous: GuidancePage | undefined
  readonly next: GuidancePage | undefined
}

export function guidanceArticlePage(article: GuidancePage, text: RenderedMarkdown, around: Neighbours): Page {
  return page({
    title: article.title,
    back: { href: guidancePath.url({}), text: 'All guidance' },
    main: body(
      article,
      text,
      html`${pagination({
        previous: neighbour(around.previous),
        next: neighbour(around.next),
        landmarkLabel: 'Previous and next guidance',
      })}`,
    ),
  })
}

/** A page about the service, which stands by itself. */
export function aboutPage(article: GuidancePage, text: RenderedMarkdown): Page {
  return page({ title: article.title, main: body(article, text) })
}

function body(article: GuidancePage, text: RenderedMarkdown, after?: Html): Html {
  const parts = text.headings.filter(heading => heading.level === 2)
  return html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">${article.title}</h1>
      ${parts.length >= partsWorthListing && contents(parts)} ${text.html} ${after}
    </div>
  </div>`
}

function contents(parts: readonly Heading[]): Html {
  return html`<nav class="govuk-!-margin-bottom-6" aria-labelledby="contents-of-page">
    <h2 class="govuk-heading-s govuk-!-margin-bottom-2" id="contents-of-page">Contents</h2>
    <ol class="govuk-list">
      ${parts.map(({ id, text }) => html`<li><a class="govuk-link" href="#${id}">${text}</a></li>`)}
    </ol>
  </nav>`
}

function neighbour(article: GuidancePage | undefined) {
  return article && { href: guidancePagePath(article.name).url({}), labelText: article.title }
}
