import { formatDay } from '../../platform/day.ts'
import { insetText } from '../../platform/ui/govuk/inset-text.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { counted } from '../../platform/ui/words.ts'
import { after, type Policy } from '../policy.ts'
import type { Relationship } from '../relationship.ts'

/** Stands on every page of what two people share: who else may come to see it, and until when it is kept and why. */
export function courtNotice({ retention: { years, reason } }: Policy, { during }: Relationship): Html {
  const long = `${counted(years, 'year', 'years')} after this supervision ends`
  const until = during.to === null ? long : `${formatDay(after(during.to, { months: 12 * years }))}, ${long}`
  return insetText({
    content: html`Supervision records can be ordered by a court. This is kept until ${until}. Why so long: ${reason}`,
  })
}
