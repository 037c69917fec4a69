import { codePoints, saysSomething } from '../cpd/answers.ts'

/** In code points, as CPD counts them: as long as an answer there. */
export const longestText = 20_000
export const longestLine = 200

/** Whether a text that must say something does, and is short enough to keep. */
export type TextProblem = 'missing' | 'too-long'

export function textProblem(
  text: string,
  { required, longest }: { readonly required: boolean; readonly longest: number },
): TextProblem | null {
  if (required && !saysSomething(text)) return 'missing'
  return codePoints(text) > longest ? 'too-long' : null
}
