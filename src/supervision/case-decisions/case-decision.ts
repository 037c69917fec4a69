import { hash } from 'node:crypto'
import { readDate, type DateParts, type DatePart, type DateProblem, type Day } from '../../platform/day.ts'
import { ok, refuse, type Result } from '../../platform/result.ts'
import { longestLine, longestText, textProblem, type TextProblem } from '../typed-words.ts'

/** What was decided about a case: on its way to the case system, which is where it is kept. */
export interface CaseDecision {
  readonly decisionId: string
  /** The case's number in the case system. Never a name. */
  readonly reference: string
  readonly decision: string
  readonly rationale: string
  /** Who does what. */
  readonly actions: string
  readonly byDay: Day | null
  readonly writtenAt: Date
}

/** One that is still here. Whoever supervises writes it. */
export interface WaitingDecision extends CaseDecision {
  /** Of whoever wrote it, in the organisation; null without one. */
  readonly jobRole: string | null
}

/** What remains of one that was taken out: that there was one. */
export interface TakenOut {
  readonly decisionId: string
  readonly takenOutAt: Date
}

export type DecisionText = 'reference' | 'decision' | 'rationale' | 'actions'
const decisionTexts: readonly DecisionText[] = ['reference', 'decision', 'rationale', 'actions']

/** A decision as it was typed, verbatim. */
export type TypedDecision = Readonly<Record<DecisionText, string>> & { readonly byDay: DateParts }

export type ReadDecision = Pick<CaseDecision, DecisionText | 'byDay'>

export type DecisionProblem =
  | { readonly field: DecisionText; readonly problem: TextProblem }
  | { readonly field: 'byDay'; readonly problem: DateProblem; readonly parts: readonly DatePart[] }

const rules: Readonly<Record<DecisionText, { readonly required: boolean; readonly longest: number }>> = {
  reference: { required: true, longest: longestLine },
  decision: { required: true, longest: longestText },
  rationale: { required: true, longest: longestText },
  actions: { required: false, longest: longestText },
}

export function readDecision(typed: TypedDecision): Result<ReadDecision, readonly DecisionProblem[]> {
  const problems: DecisionProblem[] = decisionTexts.flatMap(field => {
    const problem = textProblem(typed[field], rules[field])
    return problem === null ? [] : [{ field, problem }]
  })
  const byDay = readDate(typed.byDay)
  const isLeftOut = !byDay.ok && byDay.problem === 'missing-all'
  if (!byDay.ok && !isLeftOut) problems.push({ field: 'byDay', problem: byDay.problem, parts: byDay.parts })
  if (problems.length > 0) return refuse(problems)
  const { reference, decision, rationale, actions } = typed
  return ok({ reference: reference.trim(), decision, rationale, actions, byDay: byDay.ok ? byDay.day : null })
}

/** Of what a form showed: a form that was overtaken says so by it. */
export function markOfDecision({ reference, decision, rationale, actions, byDay }: ReadDecision): string {
  return hash('sha256', JSON.stringify([reference, decision, rationale, actions, byDay]), 'base64url').slice(
    0,
    22,
  )
}
