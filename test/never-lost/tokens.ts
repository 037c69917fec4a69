import type { Fields } from '../../src/browser/writing/fields.ts'

/** A word that is typed once in a whole story, so that it can be found again wherever it went. */
const tokenIn = /\bw\d+w\b/g

export function tokensIn(text: string): string[] {
  return text.match(tokenIn) ?? []
}

/**
 * What was typed, what Confer said of it, and what was typed over it.
 */
export class Tokens {
  readonly #acknowledged = new Map<string, string>()
  readonly #typedOver = new Map<string, Set<string>>()
  #last = 0

  next(): string {
    return `w${++this.#last}w`
  }

  /** Somebody typed `token` in the place of `text`. */
  typeOver(text: string, token: string): void {
    for (const gone of tokensIn(text)) {
      const over = this.#typedOver.get(gone) ?? new Set()
      this.#typedOver.set(gone, over.add(token))
    }
  }

  /** Somebody was told that this is kept. */
  acknowledge(fields: Fields, bySaying: string): void {
    for (const [, value] of fields)
      for (const token of tokensIn(value))
        if (!this.#acknowledged.has(token)) this.#acknowledged.set(token, bySaying)
  }

  /** Acknowledged words that are not found, and that nothing which is found was typed over. */
  missing(found: ReadonlySet<string>): string[] {
    const isAccountedFor = (token: string, seen: ReadonlySet<string>): boolean =>
      found.has(token) ||
      [...(this.#typedOver.get(token) ?? [])].some(
        over => !seen.has(over) && isAccountedFor(over, new Set([...seen, over])),
      )
    return [...this.#acknowledged].flatMap(([token, bySaying]) =>
      isAccountedFor(token, new Set([token])) ? [] : [`${token} (${bySaying})`],
    )
  }
}
