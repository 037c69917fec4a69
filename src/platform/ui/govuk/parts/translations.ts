import type { Attributes } from './attributes.ts'

/** Messages by plural rule: `{ one: 'One word to go', other: '%{count} words to go' }`. */
export type PluralMessages = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>

/** The `data-i18n.…` attributes from which GOV.UK Frontend's scripts read their words. */
export function translations(
  messages: Readonly<Record<string, string | PluralMessages | undefined>>,
): Attributes {
  const all: Record<string, string> = {}
  for (const [key, message] of Object.entries(messages)) {
    if (typeof message === 'string') all[`data-i18n.${key}`] = message
    else if (message !== undefined)
      for (const [rule, plural] of Object.entries(message)) all[`data-i18n.${key}.${rule}`] = plural
  }
  return all
}
