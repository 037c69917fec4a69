import { ok, refuse, type Result } from '../../platform/result.ts'

/** While one stands nothing of a relationship is deleted. */
export interface Hold {
  readonly holdId: string
  readonly reason: string
  readonly placedBy: string
  readonly placedAt: Date
  readonly liftedAt: Date | null
}

export type HoldProblem = 'reason-missing' | 'reason-too-long'

export const longestHoldReason = 1000

export function readHold(typed: string): Result<string, HoldProblem> {
  const reason = typed.trim()
  if (reason === '') return refuse('reason-missing')
  return reason.length > longestHoldReason ? refuse('reason-too-long') : ok(reason)
}
