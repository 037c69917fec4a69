import { difference } from '../../../cpd/revisions/difference.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import { asTyped } from './as-typed.ts'

interface Readings {
  /** What is read out before words that only the second text has, and before those that only the first has. */
  readonly added: string
  readonly removed: string
}

/** What became of one text in another, for the eye and for the ear. */
export function compared(before: string, after: string, { added, removed }: Readings): Html {
  if (before === after) return asTyped(after)
  return html`<div class="confer-as-typed">${difference(before, after).map(({ kind, text }) => {
    switch (kind) {
      case 'same':
        return text
      case 'added':
        return html`<ins><span class="govuk-visually-hidden">[${added}: </span>${text}<span class="govuk-visually-hidden">]</span></ins>`
      case 'removed':
        return html`<del><span class="govuk-visually-hidden">[${removed}: </span>${text}<span class="govuk-visually-hidden">]</span></del>`
    }
  })}</div>`
}
