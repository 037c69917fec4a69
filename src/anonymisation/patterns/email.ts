import type { Finding } from '../finding.ts'
import { makeFinding } from './surroundings.ts'

const localUnit = /[\p{L}\p{M}\p{N}._%+'’-]/u
const domain = /^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,62})\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/u
const spelledOut =
  /\b[a-z0-9][a-z0-9._-]{0,40} ?[([{] ?at ?[)\]}] ?[a-z0-9-]{1,40}(?: ?(?:\.|[([{] ?dot ?[)\]}]) ?[a-z0-9-]{2,24}){1,3}\b/gi

export function findEmails(text: string): readonly Finding[] {
  const found: Finding[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at
    while (start > 0 && at - start < 64 && localUnit.test(text.charAt(start - 1))) start -= 1
    while (start < at && /[.'’-]/.test(text.charAt(start))) start += 1
    // Of "Mail:jo" the colon has stopped it already; of "jo." there is nobody left.
    const [after] = domain.exec(text.slice(at + 1, at + 256)) ?? []
    if (start === at || after === undefined) continue
    found.push(makeFinding(['email', 'email', 'likely'], start, at + 1 + after.length))
  }
  for (const match of text.matchAll(spelledOut)) {
    found.push(makeFinding(['email', 'email', 'check'], match.index, match.index + match[0].length))
  }
  return found.sort((one, other) => one.start - other.start)
}
