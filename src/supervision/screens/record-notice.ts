import { formatDay, type Day } from '../../platform/day.ts'
import { insetText } from '../../platform/ui/govuk/inset-text.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { counted } from '../../platform/ui/words.ts'
import { after, type Policy } from '../policy.ts'
import type { Relationship } from '../relationship.ts'

/** On every page of a record: what may become of it, until when it is kept, and why. */
export function recordNotice(relationship: Relationship, policy: Policy | null): Html {
  return insetText({
    content: html`<p class="govuk-body">Supervision records can be ordered by a court.</p>
      ${policy !== null && html`<p class="govuk-body">${keptInWords(policy, relationship.during.to)}</p>`}`,
  })
}

function keptInWords({ retention: { years, reason } }: Policy, ended: Day | null): string {
  const kept =
    ended === null
      ? `This is kept for ${counted(years, 'year', 'years')} after this supervision has ended.`
      : `This is kept until ${formatDay(after(ended, { months: 12 * years }))}.`
  return `${kept} ${reason}`
}
