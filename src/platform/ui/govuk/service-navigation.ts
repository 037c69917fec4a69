import { Html, type HtmlValue, html } from '../html.ts'
import { type Appearance, attribute, attributes, spaced } from './parts/attributes.ts'
import type { Maybe, WithContent } from './parts/content.ts'

interface NavigationItem extends WithContent {
  readonly href?: string | undefined
  /** This very page. */
  readonly current?: boolean | undefined
  /** A page within this section. */
  readonly active?: boolean | undefined
}

interface Slots {
  readonly start?: Html | undefined
  readonly end?: Html | { readonly content: Html; readonly align: 'inline' } | undefined
  readonly navigationStart?: Html | undefined
  readonly navigationEnd?: Html | undefined
}

export interface ServiceNavigationOptions extends Appearance {
  readonly serviceName?: string | undefined
  readonly serviceUrl?: string | undefined
  /** Names the region, where there is a service name. */
  readonly ariaLabel?: string | undefined
  readonly navigation?: readonly Maybe<NavigationItem>[] | undefined
  readonly navigationId?: string | undefined
  readonly navigationLabel?: string | undefined
  readonly navigationClasses?: string | undefined
  readonly menuButtonText?: string | undefined
  readonly menuButtonLabel?: string | undefined
  /** Only with more than one item, unless said otherwise. */
  readonly collapseNavigationOnMobile?: boolean | undefined
  readonly slots?: Slots | undefined
}

export function serviceNavigation(options: ServiceNavigationOptions): Html {
  const { slots = {}, serviceName, ariaLabel = 'Service information' } = options
  const end = slots.end instanceof Html ? slots.end : slots.end?.content
  const isInline = end !== slots.end
  const shared = html`class="${spaced('govuk-service-navigation', options.classes)}"
  data-module="govuk-service-navigation" ${attributes(options.attributes)}`
  const container = spaced(
    'govuk-width-container',
    isInline && 'govuk-service-navigation__inlining-container',
  )
  const content = html`<div class="${container}">
    ${slots.start}
    <div class="govuk-service-navigation__container">
      ${serviceName && service(serviceName, options.serviceUrl)} ${navigation(options, slots)}
    </div>
    ${end}
  </div>`
  // A service name makes it a region; without one the <nav> in it is landmark enough.
  if (serviceName || slots.start || end)
    return html`<section aria-label="${ariaLabel}" ${shared}>${content}</section>`
  return html`<div ${shared}>${content}</div>`
}

function service(name: string, url: string | undefined): Html {
  const content = url
    ? html`<a href="${url}" class="govuk-service-navigation__link"> ${name} </a>`
    : html`<span class="govuk-service-navigation__text">${name}</span>`
  return html`<span class="govuk-service-navigation__service-name"> ${content} </span>`
}

function navigation(options: ServiceNavigationOptions, slots: Slots): HtmlValue {
  const items = (options.navigation ?? []).filter(item => Boolean(item))
  if (items.length === 0 && !slots.navigationStart && !slots.navigationEnd) return false
  const { navigationId = 'navigation', menuButtonText = 'Menu', menuButtonLabel } = options
  const { navigationLabel = menuButtonText, collapseNavigationOnMobile = items.length > 1 } = options
  const toggleLabel = menuButtonLabel === menuButtonText ? undefined : menuButtonLabel
  const classes = spaced('govuk-service-navigation__wrapper', options.navigationClasses)
  const toggle = html`<button
    type="button"
    class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
    aria-controls="${navigationId}"
    ${attribute('aria-label', toggleLabel)}
    hidden
    aria-hidden="true"
  >
    ${menuButtonText}
  </button>`
  return html`<nav aria-label="${navigationLabel}" class="${classes}">
    ${collapseNavigationOnMobile && toggle}
    <ul class="govuk-service-navigation__list" id="${navigationId}">
      ${slots.navigationStart}${items.map(navigationItem)}${slots.navigationEnd}
    </ul>
  </nav>`
}

function navigationItem(item: Maybe<NavigationItem>): HtmlValue {
  if (!item) return item
  const { href, current, active } = item
  const isHere = current || active
  const classes = spaced('govuk-service-navigation__item', isHere && 'govuk-service-navigation__item--active')
  // Bold by its element as well as by style: a reader's own colours and styles may hide the difference.
  const content = isHere
    ? html`<strong class="govuk-service-navigation__active-fallback">${item.content}</strong>`
    : item.content
  const ariaCurrent = attribute('aria-current', isHere && (current ? 'page' : 'true'))
  return html`<li class="${classes}">
    ${
      href
        ? html`<a class="govuk-service-navigation__link" href="${href}" ${ariaCurrent}> ${content} </a>`
        : html`<span class="govuk-service-navigation__text" ${ariaCurrent}> ${content} </span>`
    }
  </li>`
}
