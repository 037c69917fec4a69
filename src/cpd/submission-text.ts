import { dayFromParts, formatDay } from '../platform/day.ts'
import { standardInWords } from '../schemes/rule-pack.ts'
import type { AskedAnswer } from './submission-content.ts'

/** An answer as plain text, for pasting into somebody else's form. */
export function textOfAnswer({ answer }: AskedAnswer): string {
  if ('peers' in answer) {
    const peers = answer.peers.map(({ categoryName, role }) => `${categoryName}: ${role}`)
    const discussed =
      answer.settings.length === 0 ? [] : [`Discussed: ${answer.settings.map(({ name }) => name).join(', ')}`]
    return [answer.text, ...(peers.length === 0 ? [] : [peers.join('\n')]), ...discussed]
      .filter(Boolean)
      .join('\n\n')
  }
  if ('text' in answer) return answer.text
  if ('choice' in answer) return answer.choice.name
  if ('date' in answer) {
    const day = dayFromParts(answer.date)
    return day === null ? '' : formatDay(day)
  }
  return answer.standards.map(standardInWords).join('\n')
}
