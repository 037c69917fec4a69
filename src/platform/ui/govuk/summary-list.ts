import { type Html, type HtmlValue, html } from '../html.ts'
import { type Appearance, attributes, spaced } from './parts/attributes.ts'
import { type Content, type Maybe, type Shorthand, type WithContent, withContent } from './parts/content.ts'

interface Cell extends WithContent {
  readonly classes?: string | undefined
}

interface Action extends WithContent, Appearance {
  readonly href: string
  /** What the action is on: "Change" is read as "Change name". */
  readonly visuallyHiddenText?: string | undefined
}

interface Actions {
  readonly items: readonly Action[]
  readonly classes?: string | undefined
}

interface SummaryRow {
  readonly key: Shorthand<Cell>
  readonly value: Shorthand<Cell>
  readonly actions?: Actions | undefined
  readonly classes?: string | undefined
}

interface CardTitle extends WithContent {
  readonly headingLevel?: number | undefined
}

interface SummaryCard extends Appearance {
  readonly title?: Shorthand<CardTitle> | undefined
  readonly actions?: Actions | undefined
}

export interface SummaryListOptions extends Appearance {
  readonly rows: readonly Maybe<SummaryRow>[]
  readonly card?: SummaryCard | undefined
}

export function summaryList({ rows, card, ...options }: SummaryListOptions): Html {
  const anyActions = rows.some(row => row && hasItems(row.actions))
  const title = card?.title === undefined ? undefined : withContent(card.title)
  const list = html`<dl
    class="${spaced('govuk-summary-list', options.classes)}"
    ${attributes(options.attributes)}
  >
    ${rows.map(row => row && summaryRow(row, anyActions, title?.content))}
  </dl>`
  return card ? summaryCard(card, title, list) : list
}

function summaryRow(row: SummaryRow, anyActions: boolean, cardTitle: Content | undefined): Html {
  const key = withContent(row.key)
  const value = withContent(row.value)
  const { actions } = row
  const lacksActions = anyActions && !hasItems(actions) && 'govuk-summary-list__row--no-actions'
  return html`<div class="${spaced('govuk-summary-list__row', lacksActions, row.classes)}">
    <dt class="${spaced('govuk-summary-list__key', key.classes)}">${key.content}</dt>
    <dd class="${spaced('govuk-summary-list__value', value.classes)}">${value.content}</dd>
    ${actions && hasItems(actions) && html`<dd class="${spaced('govuk-summary-list__actions', actions.classes)}">${rowActions(actions.items, cardTitle)}</dd>`}
  </div>`
}

function rowActions(items: readonly Action[], cardTitle: Content | undefined): HtmlValue {
  if (items.length === 1) return items.map(item => actionLink(item, cardTitle))
  return html`<ul class="govuk-summary-list__actions-list">
    ${items.map(item => html`<li class="govuk-summary-list__actions-list-item">${actionLink(item, cardTitle)}</li>`)}
  </ul>`
}

function summaryCard(card: SummaryCard, title: CardTitle | undefined, list: Html): Html {
  const { headingLevel: level = 2 } = title ?? {}
  return html`<div class="${spaced('govuk-summary-card', card.classes)}" ${attributes(card.attributes)}>
    <div class="govuk-summary-card__title-wrapper">
      ${title && html`<h${level} class="govuk-summary-card__title">${title.content}</h${level}>`}
      ${card.actions && hasItems(card.actions) && cardActions(card.actions, title?.content)}
    </div>
    <div class="govuk-summary-card__content">${list}</div>
  </div>`
}

function cardActions({ items, classes: extra }: Actions, title: Content | undefined): Html {
  const classes = spaced('govuk-summary-card__actions', extra)
  const links = items.map(item => actionLink(item, title))
  if (items.length === 1) return html`<div class="${classes}">${links}</div>`
  return html`<ul class="${classes}">
    ${links.map(link => html`<li class="govuk-summary-card__action">${link}</li>`)}
  </ul>`
}

function actionLink({ visuallyHiddenText, ...action }: Action, cardTitle: Content | undefined): Html {
  const hidden =
    (visuallyHiddenText || cardTitle) &&
    html`<span class="govuk-visually-hidden"
      >${visuallyHiddenText && html` ${visuallyHiddenText}`}${cardTitle && html` (${cardTitle})`}</span
    >`
  return html`<a
    class="${spaced('govuk-link', action.classes)}"
    href="${action.href}"
    ${attributes(action.attributes)}
    >${action.content}${hidden}</a
  >`
}

function hasItems(actions: Actions | undefined): boolean {
  return actions !== undefined && actions.items.length > 0
}
