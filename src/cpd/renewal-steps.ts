import { dayInYear } from '../schemes/registration-year.ts'
import type { RegistrationYear } from '../schemes/registration-year.ts'
import type { RenewalStepRule, RulePack } from '../schemes/rule-pack.ts'
import type { Day } from '../platform/day.ts'
import type { Verdict } from './verdict.ts'

export type RenewalStepState =
  'done-you-told-us' | 'done-our-record-shows' | 'open' | 'not-open-yet' | 'not-required'

export type RenewalStep = {
  id: string
  name: string
  state: RenewalStepState
  /** The day the person told us they did it. */
  on: Day | null
  /** The first day on which it can be done this year. */
  opensOn: Day
}

export type RenewalSteps = {
  steps: readonly RenewalStep[]
  /** No step that is required is open or still to open. Only this may be called done. */
  allDone: boolean
}

/**
 * The steps of this year's renewal. They are independent of one another, and doing all but one has cost people their
 * registration: so each is told apart, and nothing is done until all are.
 *
 * `told` holds, by step, the days that the person gave for this registration year.
 */
export function renewalSteps(
  pack: RulePack,
  year: RegistrationYear,
  verdict: Verdict,
  told: Readonly<Record<string, Day>>,
  today: Day,
): RenewalSteps {
  const steps = pack.steps.map(rule => renewalStep(pack, year, verdict, rule, told[rule.id] ?? null, today))
  return { steps, allDone: steps.every(step => step.state !== 'open' && step.state !== 'not-open-yet') }
}

function renewalStep(
  pack: RulePack,
  year: RegistrationYear,
  verdict: Verdict,
  rule: RenewalStepRule,
  toldOn: Day | null,
  today: Day,
): RenewalStep {
  const opensOn = rule.opensOn === null ? year.firstDay : dayInYear(pack, year.closingYear, rule.opensOn)
  const step = (state: RenewalStepState, on: Day | null = null) => ({
    id: rule.id,
    name: rule.name,
    state,
    on,
    opensOn,
  })

  if (!isRequired(rule, verdict)) return step('not-required')
  if (rule.toldBy === 'record' && verdict.outcome === 'met') return step('done-our-record-shows')
  // A day before the step could be done is a mistake, and a mistake must not count as done.
  if (rule.toldBy === 'person' && toldOn !== null && toldOn >= opensOn)
    return step('done-you-told-us', toldOn)
  return step(today < opensOn ? 'not-open-yet' : 'open')
}

function isRequired(rule: RenewalStepRule, verdict: Verdict): boolean {
  if (verdict.outcome !== 'not-required') return true
  switch (verdict.why) {
    case 'joined-late':
    case 'restored-late':
      return rule.requiredOf === 'everyone-on-the-register'
    case 'voluntary-removal':
    case 'not-on-the-register':
    case 'never-registered':
      return false
  }
}
