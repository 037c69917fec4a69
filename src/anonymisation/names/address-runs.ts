import type { Token } from '../tokens.ts'

/**
 * Which tokens belong to an e-mail address, a handle or a link: other rules find those whole, and a name in them is theirs.
 */
export function markAddressRuns(tokens: readonly Token[]): Uint8Array {
  const marks = new Uint8Array(tokens.length)
  for (let start = 0; start < tokens.length;) {
    let end = start + 1
    let isAddress = isAddressSign(tokens, start)
    while (tokens[end]?.start === tokens[end - 1]?.end && tokens[end] && tokens[end]?.kind !== 'break') {
      isAddress ||= isAddressSign(tokens, end)
      end += 1
    }
    if (isAddress && end - start > 1) marks.fill(1, start, end)
    start = end
  }
  return marks
}

function isAddressSign(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text
  return text === '@' || text === 'www' || (text === '/' && tokens[at + 1]?.text === '/')
}
