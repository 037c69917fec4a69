import { counted } from '../platform/ui/words.ts'
import type { RelationshipKind } from './relationship.ts'
import type { Policy, SessionForm, Span } from './policy.ts'

/** "every week", "every 2 weeks", "every month" */
export function everyInWords(span: Span): string {
  const [number, one] = 'weeks' in span ? [span.weeks, 'week'] : [span.months, 'month']
  return number === 1 ? `every ${one}` : `every ${number} ${one}s`
}

export function spanInWords(span: Span): string {
  return 'weeks' in span ? counted(span.weeks, 'week', 'weeks') : counted(span.months, 'month', 'months')
}

/** "At least every week for the first 6 weeks in practice, every 2 weeks up to 6 months, then every month." */
export function howOftenInWords({ stages }: Policy): string {
  const [first, ...others] = stages.map(({ until, every }) => ({ until, every: everyInWords(every) }))
  if (first === undefined) return ''
  if (first.until === null) return `At least ${first.every}.`
  const start = `At least ${first.every} for the first ${spanInWords(first.until)} of somebody newly qualified`
  const rest = others.map(({ until, every }) =>
    until === null ? `then, and for everybody else, ${every}` : `${every} up to ${spanInWords(until)}`,
  )
  return `${[start, ...rest].join(', ')}.`
}

export const formNames: Readonly<Record<SessionForm, string>> = {
  'one-to-one': 'One to one',
  group: 'Group',
  remote: 'Remote',
  observed: 'Observed in practice',
}

export const relationshipKindNames: Readonly<Record<RelationshipKind, string>> = {
  'line-management': 'Line management',
  professional: 'Professional',
  group: 'Group',
}
