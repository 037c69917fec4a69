import { type Html, html } from '../html.ts'
import { type Appearance, type Attributes, attributes, spaced } from './parts/attributes.ts'
import type { Content } from './parts/content.ts'

interface FooterLink {
  readonly href: string
  readonly content: Content
  readonly attributes?: Attributes | undefined
}

interface FooterSection {
  readonly title: string
  readonly items: readonly FooterLink[]
  readonly columns?: number | undefined
  /** Of the grid: "one-third", "two-thirds"; full unless said otherwise. */
  readonly width?: string | undefined
}

interface FooterMeta {
  readonly visuallyHiddenTitle?: string | undefined
  readonly items?: readonly FooterLink[] | undefined
  readonly content?: Content | undefined
}

/**
 * The crown, the Open Government Licence's mark and the royal arms belong to GOV.UK, where Confer is not: its footer
 * leaves a place for each, and prints none by itself.
 */
export interface FooterOptions extends Appearance {
  readonly containerClasses?: string | undefined
  readonly logo?: Html | undefined
  readonly navigation?: readonly FooterSection[] | undefined
  readonly meta?: FooterMeta | undefined
  readonly contentLicence?: { readonly logo?: Html | undefined; readonly content: Content } | undefined
  readonly copyright?: Html | undefined
}

export function footer({
  navigation = [],
  meta,
  contentLicence,
  copyright,
  ...options
}: FooterOptions): Html {
  return html`<div class="${spaced('govuk-footer', options.classes)}" ${attributes(options.attributes)}>
    <div class="${spaced('govuk-width-container', options.containerClasses)}">
      ${options.logo}
      ${
        navigation.length > 0 &&
        html`<div class="govuk-footer__navigation">${navigation.map(section)}</div>
          <hr class="govuk-footer__section-break">`
      }
      <div class="govuk-footer__meta">
        <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
          ${meta && metaLinks(meta)}
          ${contentLicence && html`${contentLicence.logo} <span class="govuk-footer__licence-description"> ${contentLicence.content} </span>`}
        </div>
        ${copyright && html`<div class="govuk-footer__meta-item">${copyright}</div>`}
      </div>
    </div>
  </div>`
}

function section({ title, items, columns, width = 'full' }: FooterSection): Html {
  const classes = spaced(
    'govuk-footer__list',
    columns !== undefined && `govuk-footer__list--columns-${columns}`,
  )
  return html`<div class="govuk-footer__section govuk-grid-column-${width}">
    <h2 class="govuk-footer__heading govuk-heading-m">${title}</h2>
    <ul class="${classes}">
      ${items.map(item => html`<li class="govuk-footer__list-item">${link(item)}</li>`)}
    </ul>
  </div>`
}

function metaLinks({ visuallyHiddenTitle = 'Support links', items = [], content }: FooterMeta): Html {
  return html`<h2 class="govuk-visually-hidden">${visuallyHiddenTitle}</h2>
    ${
      items.length > 0 &&
      html`<ul class="govuk-footer__inline-list">
        ${items.map(item => html`<li class="govuk-footer__inline-list-item">${link(item)}</li>`)}
      </ul>`
    }
    ${content && html`<div class="govuk-footer__meta-custom">${content}</div>`}`
}

function link({ href, content, attributes: all }: FooterLink): Html {
  return html`<a class="govuk-footer__link" href="${href}" ${attributes(all)}> ${content} </a>`
}
