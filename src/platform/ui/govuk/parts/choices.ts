import { type Html, html } from '../../html.ts'
import { type HintOptions, hint } from '../hint.ts'
import { label } from '../label.ts'
import { type Appearance, type Attributes, attribute, attributes, spaced } from './attributes.ts'
import { type Maybe, type Shorthand, type WithContent, withContent } from './content.ts'
import { fieldGroup, type FieldGroupOptions } from './form-group.ts'

/** One radio or checkbox. */
export interface Choice extends WithContent {
  readonly value: string
  /** The group's and a number, unless said otherwise; the first has no number, so that an error can link to it. */
  readonly id?: string | undefined
  /** Overrides what is chosen in the group. */
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly hint?: Shorthand<HintOptions> | undefined
  readonly label?: Appearance | undefined
  readonly attributes?: Attributes | undefined
  /** Shown while this is chosen, and always without JavaScript. */
  readonly conditional?: Html | undefined
}

/** The word between two choices: "or". */
interface Divider {
  readonly divider: string
}

export interface ChoicesOptions<Item extends Choice> extends FieldGroupOptions {
  readonly name: string
  /** The name, unless said otherwise. */
  readonly idPrefix?: string | undefined
  readonly items: readonly Maybe<Item | Divider>[]
}

/** What radios and checkboxes do differently. */
interface Kind<Item extends Choice> {
  readonly block: 'govuk-radios' | 'govuk-checkboxes'
  readonly type: 'radio' | 'checkbox'
  readonly isChosen: (item: Item) => boolean
  readonly name: (item: Item) => string
  readonly behaviour?: (item: Item) => string | undefined
  /** Whether each choice repeats what describes the group, where no fieldset says it. */
  readonly describesEach: boolean
}

export function choices<Item extends Choice>(options: ChoicesOptions<Item>, kind: Kind<Item>): Html {
  const idPrefix = options.idPrefix ?? options.name
  const { block } = kind
  return fieldGroup(options, idPrefix, describedBy => {
    const shared = kind.describesEach && !options.legend ? describedBy : undefined
    const items = options.items.map((item, index) => {
      if (!item) return item
      if ('divider' in item) return html`<div class="${block}__divider">${item.divider}</div>`
      return choice(item, item.id ?? (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`), kind, shared)
    })
    return html`<div
      class="${spaced(block, options.classes)}"
      ${attributes(options.attributes)}
      data-module="${block}"
    >
      ${items}
    </div>`
  })
}

function choice<Item extends Choice>(
  item: Item,
  id: string,
  kind: Kind<Item>,
  groupDescribedBy: string | undefined,
): Html {
  const { block } = kind
  const isChosen = item.checked ?? kind.isChosen(item)
  const hintId = item.hint && `${id}-item-hint`
  const conditionalId = item.conditional && `conditional-${id}`
  return html`<div class="${block}__item">
      <input
        class="${block}__input"
        id="${id}"
        name="${kind.name(item)}"
        type="${kind.type}"
        value="${item.value}"
        ${attribute('checked', isChosen)}
        ${attribute('disabled', item.disabled)}
        ${attribute('data-aria-controls', conditionalId)}
        ${attribute('data-behaviour', kind.behaviour?.(item))}
        ${attribute('aria-describedby', spaced(groupDescribedBy, hintId) || undefined)}
        ${attributes(item.attributes)}
      >
      ${label({ ...item.label, content: item.content, for: id, classes: spaced(`${block}__label`, item.label?.classes) })}
      ${item.hint && choiceHint(withContent(item.hint), `${block}__hint`, hintId)}
    </div>
    ${item.conditional && conditional(item.conditional, conditionalId, spaced(`${block}__conditional`, !isChosen && `${block}__conditional--hidden`))}`
}

function choiceHint(options: HintOptions, name: string, id: string | undefined): Html {
  return hint({ ...options, id, classes: spaced(name, options.classes) })
}

function conditional(content: Html, id: string | undefined, classes: string): Html {
  return html`<div class="${classes}" id="${id}">${content}</div>`
}
