import { codePoints, saysSomething } from '../../cpd/answers.ts'
import { formatNumber } from '../../platform/ui/words.ts'

const longestReason = 2_000

/** Why a session is moved, cancelled or corrected: what is wrong with it, beside its field. */
export function reasonErrors(reason: string): readonly (readonly [string, string])[] {
  const problem = wordsProblem(reason, longestReason, 'Say why')
  return problem === null ? [] : [['reason', problem]]
}

export function wordsProblem(text: string, longest: number, whenMissing: string): string | null {
  if (!saysSomething(text)) return whenMissing
  const length = codePoints(text)
  return length > longest
    ? `Use ${formatNumber(longest)} characters at most: this has ${formatNumber(length)}`
    : null
}
