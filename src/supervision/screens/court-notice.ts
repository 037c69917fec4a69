import { formatDay } from '../../platform/day.ts'
import { insetText } from '../../platform/ui/govuk/inset-text.ts'
import { html, type Html } from '../../platform/ui/html.ts'
import { counted } from '../../platform/ui/words.ts'
import type { Policy } from '../policy/policy.ts'
import type { Relationship } from '../relationship.ts'
import { keptUntil } from '../retention/retention.ts'

/**
 * Stands on every page of what two people share: who else may come to see it, and until when it is kept and why. By the
 * policy in force today: how long to keep something is not asked of the past. No day is named alone while a hold stands.
 */
export function courtNotice(
  policy: Pick<Policy, 'retention'>,
  relationship: Pick<Relationship, 'during' | 'hasHold'>,
): Html {
  return insetText({
    content: html`Supervision records can be ordered by a court. This is kept until
    ${untilWhen(policy, relationship)}`,
  })
}

/** For a page that says in words of its own what a court may do. */
export function untilWhen(
  policy: Pick<Policy, 'retention'>,
  relationship: Pick<Relationship, 'during' | 'hasHold'>,
): string {
  const { until, years, reason } = keptUntil(relationship, policy)
  const long =
    years === 0
      ? 'the day this supervision ends'
      : `${counted(years, 'year', 'years')} after this supervision ends`
  const when = until === null ? long : `${formatDay(until)}, ${long}`
  const held = relationship.hasHold ? 'the hold on it is lifted, and at the earliest until ' : ''
  return `${held}${when}, and then deleted whole, with everybody’s own notes. Why so long: ${reason}`
}
