/**
 * HTML that is safe by construction: every value put into the template is escaped unless it is `Html` already.
 *
 *     html`<p>${name}</p>`
 */
export class Html {
  readonly #markup: string

  private constructor(markup: string) {
    this.#markup = markup
  }

  /** Admits markup that was made outside `html`. Only for `platform/ui`: an architecture test forbids it elsewhere. */
  static trusted(markup: string): Html {
    return new Html(markup)
  }

  toString(): string {
    return this.#markup
  }
}

/** `null`, `undefined` and `false` print nothing, so that `condition && html…` reads as it should. */
export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[]

export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = strings[0] ?? ''
  for (let i = 0; i < values.length; i++) markup += toMarkup(values[i]) + (strings[i + 1] ?? '')
  return Html.trusted(markup)
}

export const nothing = Html.trusted('')

function toMarkup(value: HtmlValue): string {
  if (typeof value === 'string') return escapeHtml(value)
  if (value instanceof Html) return value.toString()
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'number') return String(value)
  let markup = ''
  for (const item of value) markup += toMarkup(item)
  return markup
}

const unsafe = /[&<>"']/
const unsafeAll = /[&<>"']/g
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return unsafe.test(text) ? text.replace(unsafeAll, character => entities[character] ?? '') : text
}
