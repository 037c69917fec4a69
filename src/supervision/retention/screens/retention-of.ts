import { formatDay } from '../../../platform/day.ts'
import { insetText } from '../../../platform/ui/govuk/inset-text.ts'
import { html, type Html } from '../../../platform/ui/html.ts'
import { counted } from '../../../platform/ui/words.ts'
import type { Policy } from '../../policy.ts'
import type { Relationship } from '../../relationship.ts'
import { keptUntil } from '../retention.ts'

/** Stands on every page of a record or an agreement: who may come to see it, and until when it is kept and why. */
export function retentionOf(
  policy: Pick<Policy, 'retention'>,
  relationship: Pick<Relationship, 'during'>,
): Html {
  const { until, years, reason } = keptUntil(relationship, policy)
  const afterwards =
    years === 0
      ? 'the day this supervision ends'
      : `${counted(years, 'year', 'years')} after this supervision ends`
  return insetText({
    content: html`Supervision records can be ordered by a court. This is kept until
    ${until === null ? afterwards : formatDay(until)}, and then deleted whole, with everybody’s own notes.
    ${reason}`,
  })
}
