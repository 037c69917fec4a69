import { everyInWords, spanInWords } from '../../organisations/policy-words.ts'
import type { RelationshipKind } from '../relationship.ts'
import type { Policy } from './policy.ts'

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

export const relationshipKindNames: Readonly<Record<RelationshipKind, string>> = {
  'line-management': 'Line management',
  professional: 'Professional',
  group: 'Group',
}
