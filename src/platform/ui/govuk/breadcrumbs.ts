import { type Html, html } from '../html.ts'
import { type Appearance, type Attributes, attributes, spaced } from './parts/attributes.ts'
import type { WithContent } from './parts/content.ts'

interface Breadcrumb extends WithContent {
  /** Without it this is the current page. */
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface BreadcrumbsOptions extends Appearance {
  readonly items: readonly Breadcrumb[]
  readonly collapseOnMobile?: boolean | undefined
  readonly labelText?: string | undefined
}

export function breadcrumbs({ items, labelText = 'Breadcrumb', ...options }: BreadcrumbsOptions): Html {
  const classes = spaced(
    'govuk-breadcrumbs',
    options.classes,
    options.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
  )
  return html`<nav class="${classes}" ${attributes(options.attributes)} aria-label="${labelText}">
    <ol class="govuk-breadcrumbs__list">
      ${items.map(breadcrumb)}
    </ol>
  </nav>`
}

function breadcrumb({ href, content, attributes: all }: Breadcrumb): Html {
  if (!href) return html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${content}</li>`
  return html`<li class="govuk-breadcrumbs__list-item">
    <a class="govuk-breadcrumbs__link" href="${href}" ${attributes(all)}>${content}</a>
  </li>`
}
