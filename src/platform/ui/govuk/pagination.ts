import { type Html, html } from '../html.ts'
import { type Appearance, attribute, attributes, spaced } from './parts/attributes.ts'
import type { Content, Maybe } from './parts/content.ts'

interface PageLink {
  readonly number: number | string
  readonly href: string
  readonly current?: boolean | undefined
  /** "Page" and the number, unless said otherwise. */
  readonly visuallyHiddenText?: string | undefined
}

interface Ellipsis {
  readonly ellipsis: true
}

interface Neighbour {
  readonly href: string
  readonly content?: Content | undefined
  /** What is there; shown only where there are no numbered pages. */
  readonly labelText?: string | undefined
}

export interface PaginationOptions extends Appearance {
  readonly previous?: Neighbour | undefined
  readonly next?: Neighbour | undefined
  readonly items?: readonly Maybe<PageLink | Ellipsis>[] | undefined
  readonly landmarkLabel?: string | undefined
}

export function pagination({
  previous,
  next,
  items,
  landmarkLabel = 'Pagination',
  ...options
}: PaginationOptions): Html {
  const isBlock = items === undefined && (previous ?? next) !== undefined
  const classes = spaced('govuk-pagination', isBlock && 'govuk-pagination--block', options.classes)
  return html`<nav class="${classes}" aria-label="${landmarkLabel}" ${attributes(options.attributes)}>
    ${previous && previousLink(previous, isBlock)}
    ${
      items &&
      html`<ul class="govuk-pagination__list">
        ${items.map(item => item && pageItem(item))}
      </ul>`
    }
    ${next && nextLink(next, isBlock)}
  </nav>`
}

function pageItem(item: PageLink | Ellipsis): Html {
  if ('ellipsis' in item)
    return html`<li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>`
  const { number, href, current, visuallyHiddenText = `Page ${number}` } = item
  return html`<li class="${spaced('govuk-pagination__item', current && 'govuk-pagination__item--current')}">
    <a
      class="govuk-link govuk-pagination__link"
      href="${href}"
      aria-label="${visuallyHiddenText}"
      ${attribute('aria-current', current && 'page')}
    >
      ${number}
    </a>
  </li>`
}

function previousLink(link: Neighbour, isBlock: boolean): Html {
  const words = link.content ?? html`Previous<span class="govuk-visually-hidden"> page</span>`
  return html`<div class="govuk-pagination__prev">
    <a class="govuk-link govuk-pagination__link" href="${link.href}" rel="prev">
      ${previousArrow} ${linkWords(link, words, isBlock)}
    </a>
  </div>`
}

function nextLink(link: Neighbour, isBlock: boolean): Html {
  const words = linkWords(
    link,
    link.content ?? html`Next<span class="govuk-visually-hidden"> page</span>`,
    isBlock,
  )
  return html`<div class="govuk-pagination__next">
    <a class="govuk-link govuk-pagination__link" href="${link.href}" rel="next">
      ${isBlock ? html`${nextArrow} ${words}` : html`${words} ${nextArrow}`}
    </a>
  </div>`
}

function linkWords({ labelText }: Neighbour, words: Content, isBlock: boolean): Html {
  const classes = spaced(
    'govuk-pagination__link-title',
    isBlock && !labelText && 'govuk-pagination__link-title--decorated',
  )
  return html`<span class="${classes}"> ${words} </span> ${isBlock && labelText && label(labelText)}`
}

function label(text: string): Html {
  return html`<span class="govuk-visually-hidden">:</span>
    <span class="govuk-pagination__link-label">${text}</span>`
}

const previousArrow = arrow(
  'prev',
  'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
)
const nextArrow = arrow(
  'next',
  'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
)

function arrow(direction: 'prev' | 'next', path: string): Html {
  return html`<svg
    class="govuk-pagination__icon govuk-pagination__icon--${direction}"
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d="${path}"></path>
  </svg>`
}
