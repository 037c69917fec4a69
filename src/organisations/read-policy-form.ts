import {
  partsOfDay,
  readDate,
  type DatePart,
  type DateParts,
  type DateProblem,
  type Day,
} from '../platform/day.ts'
import { ok, refuse, type Result } from '../platform/result.ts'
import type { Policy, SessionForm, Span, Stage, WhoMaySupervise } from '../supervision/policy/policy.ts'
import { readLine, type LineProblem } from './read-line.ts'

/** A version of a policy as it was typed, verbatim. */
export interface TypedPolicy {
  readonly from: DateParts
  /** Of somebody newly qualified, in order; rows left empty are none. */
  readonly stages: readonly TypedStage[]
  /** Of everybody else, and of the newly qualified afterwards. */
  readonly afterwards: TypedSpan
  readonly numbers: Readonly<Record<PolicyNumber, string>>
  readonly forms: readonly string[]
  readonly whoMaySupervise: string
  readonly retentionReason: string
}

export interface TypedStage {
  readonly until: TypedSpan
  readonly every: TypedSpan
}

export interface TypedSpan {
  readonly count: string
  readonly unit: string
}

export type PolicyNumber =
  'shortestMinutes' | 'workingDaysToRebook' | 'daysToSign' | 'agreementReviewMonths' | 'retentionYears'

export type PolicyProblem =
  | { readonly field: 'from'; readonly problem: DateProblem | 'past'; readonly parts: readonly DatePart[] }
  /** `row` counts from 0, in the order typed. */
  | {
      readonly field: 'stage'
      readonly row: number
      readonly part: keyof TypedStage
      readonly problem: SpanProblem | 'not-longer'
    }
  | { readonly field: 'afterwards'; readonly problem: SpanProblem }
  | { readonly field: 'number'; readonly name: PolicyNumber; readonly least: number; readonly most: number }
  | { readonly field: 'forms' | 'whoMaySupervise' }
  | { readonly field: 'retentionReason'; readonly problem: LineProblem }

export type SpanProblem = 'missing' | 'not-a-number' | 'no-unit'

/** Ours to bound, and wider than any policy that we have read. */
const policyNumbers: Readonly<Record<PolicyNumber, { readonly least: number; readonly most: number }>> = {
  shortestMinutes: { least: 15, most: 480 },
  workingDaysToRebook: { least: 1, most: 60 },
  daysToSign: { least: 1, most: 90 },
  agreementReviewMonths: { least: 1, most: 36 },
  retentionYears: { least: 1, most: 100 },
}

export const sessionForms: readonly SessionForm[] = ['one-to-one', 'group', 'remote', 'observed']
export const whoMaySuperviseChoices: readonly WhoMaySupervise[] = [
  'registered-social-worker',
  'anybody-with-professional-part-shared',
  'anybody',
]
const mostOfAUnit = 99
const longestReason = 500

/** What was typed as a policy from a day on, today or later: an earlier one would rewrite what has been already. */
export function readPolicyForm(
  typed: TypedPolicy,
  version: number,
  today: Day,
): Result<Policy, readonly PolicyProblem[]> {
  const problems: PolicyProblem[] = []
  const from = readDate(typed.from)
  if (!from.ok) problems.push({ field: 'from', problem: from.problem, parts: from.parts })
  else if (from.day < today)
    problems.push({ field: 'from', problem: 'past', parts: ['day', 'month', 'year'] })

  const stages = readStages(typed.stages)
  if (!stages.ok) problems.push(...stages.refusal)
  const afterwards = readSpan(typed.afterwards)
  if (!afterwards.ok) problems.push({ field: 'afterwards', problem: afterwards.refusal })

  const number = (name: PolicyNumber): number => {
    const { least, most } = policyNumbers[name]
    const read = readCount(typed.numbers[name])
    if (read !== null && read >= least && read <= most) return read
    problems.push({ field: 'number', name, least, most })
    return least
  }
  const shortestMinutes = number('shortestMinutes')
  const forms = sessionForms.filter(form => typed.forms.includes(form))
  if (forms.length === 0) problems.push({ field: 'forms' })
  const whoMaySupervise = whoMaySuperviseChoices.find(choice => choice === typed.whoMaySupervise)
  if (whoMaySupervise === undefined) problems.push({ field: 'whoMaySupervise' })
  const workingDaysToRebook = number('workingDaysToRebook')
  const daysToSign = number('daysToSign')
  const agreementReviewMonths = number('agreementReviewMonths')
  const years = number('retentionYears')
  const reason = readLine(typed.retentionReason, longestReason)
  if (!reason.ok) problems.push({ field: 'retentionReason', problem: reason.refusal })

  if (
    problems.length > 0 ||
    !from.ok ||
    !stages.ok ||
    !afterwards.ok ||
    whoMaySupervise === undefined ||
    !reason.ok
  )
    return refuse(problems)
  return ok({
    version,
    from: from.day,
    stages: [...stages.value, { until: null, every: afterwards.value }],
    shortestMinutes,
    forms,
    whoMaySupervise,
    workingDaysToRebook,
    daysToSign,
    agreementReviewMonths,
    retention: { years, reason: reason.value },
  })
}

/** What would have to be typed for a policy that begins on `from`. */
export function typedPolicyOf(policy: Policy, from: Day): TypedPolicy {
  const last = policy.stages.at(-1)
  return {
    from: partsOfDay(from),
    stages: policy.stages.flatMap(({ until, every }) =>
      until === null ? [] : [{ until: typedSpan(until), every: typedSpan(every) }],
    ),
    afterwards: last === undefined ? emptySpan : typedSpan(last.every),
    numbers: {
      shortestMinutes: String(policy.shortestMinutes),
      workingDaysToRebook: String(policy.workingDaysToRebook),
      daysToSign: String(policy.daysToSign),
      agreementReviewMonths: String(policy.agreementReviewMonths),
      retentionYears: String(policy.retention.years),
    },
    forms: policy.forms,
    whoMaySupervise: policy.whoMaySupervise,
    retentionReason: policy.retention.reason,
  }
}

export const emptySpan: TypedSpan = { count: '', unit: '' }

function readStages(typed: readonly TypedStage[]): Result<readonly Stage[], readonly PolicyProblem[]> {
  const problems: PolicyProblem[] = []
  const stages: Stage[] = []
  let longest = 0
  for (const [row, { until, every }] of typed.entries()) {
    if (until.count.trim() === '' && every.count.trim() === '') continue
    const readUntil = readSpan(until)
    if (!readUntil.ok) problems.push({ field: 'stage', row, part: 'until', problem: readUntil.refusal })
    else if (inDays(readUntil.value) <= longest)
      problems.push({ field: 'stage', row, part: 'until', problem: 'not-longer' })
    else longest = inDays(readUntil.value)
    const readEvery = readSpan(every)
    if (!readEvery.ok) problems.push({ field: 'stage', row, part: 'every', problem: readEvery.refusal })
    if (readUntil.ok && readEvery.ok) stages.push({ until: readUntil.value, every: readEvery.value })
  }
  return problems.length > 0 ? refuse(problems) : ok(stages)
}

function readSpan({ count, unit }: TypedSpan): Result<Span, SpanProblem> {
  if (count.trim() === '') return refuse('missing')
  const number = readCount(count)
  if (number === null || number < 1 || number > mostOfAUnit) return refuse('not-a-number')
  if (unit === 'weeks') return ok({ weeks: number })
  return unit === 'months' ? ok({ months: number }) : refuse('no-unit')
}

/** Only to put spans in order: four weeks are shorter than a month. */
function inDays(span: Span): number {
  return 'weeks' in span ? span.weeks * 7 : (span.months * 365.25) / 12
}

function typedSpan(span: Span): TypedSpan {
  return 'weeks' in span
    ? { count: String(span.weeks), unit: 'weeks' }
    : { count: String(span.months), unit: 'months' }
}

function readCount(typed: string): number | null {
  const digits = typed.trim()
  return /^\d{1,4}$/.test(digits) ? Number(digits) : null
}
