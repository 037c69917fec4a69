import { formatDay } from '../platform/day.ts'
import { counted, inAList } from '../platform/ui/words.ts'
import { dayInYear } from '../schemes/registration-year.ts'
import { countInWords, type RulePack } from '../schemes/rule-pack.ts'
import type { WhyNotRequired } from './registration.ts'
import type { RenewalStep } from './renewal-steps.ts'
import type { Verdict, YearVerdict } from './verdict.ts'
import type { Standing } from './where-you-stand.ts'

/** "2025 to 2026": the registration year, as people speak of it. */
export function yearInWords(closingYear: number): string {
  return `${closingYear - 1} to ${closingYear}`
}

/**
 * Where the practitioner stands, in one sentence. It never says "done" while anything is open, and never more than
 * our record shows and the person told us.
 */
export function standingSentence(standing: Standing): string {
  const { current, steps, waitsForCopying } = standing
  const { verdict, pack } = current
  const year = yearInWords(verdict.closingYear)
  const openSteps = steps.filter(step => step.state === 'open' || step.state === 'not-open-yet')
  const openElsewhere = openSteps.filter(step => !isRecordStep(pack, step))
  switch (verdict.outcome) {
    case 'not-met':
      return `You are not done yet for ${year}: you still need to ${missingInWords(pack, verdict)}.`
    case 'met':
      return openElsewhere.length === 0 && !waitsForCopying
        ? `Our record shows that your CPD requirement for ${year} is met${toldSuffix(pack, steps)}.`
        : `You are not done yet for ${year}: our record shows that your CPD requirement is met, but ${stillOpen(standing, openElsewhere)}.`
    case 'not-required': {
      const reason = `You do not have to record CPD for ${year}: ${whyNotRequired(pack, verdict.why, verdict.closingYear)}`
      return openElsewhere.length === 0 ? `${reason}.` : `${reason}; but ${openStepsInWords(openElsewhere)}.`
    }
  }
}

/** A year that is over, in one sentence. */
export function pastYearSentence({ verdict, pack }: YearVerdict): string {
  const year = yearInWords(verdict.closingYear)
  switch (verdict.outcome) {
    case 'met':
      return `Our record shows that the CPD requirement for ${year} was met.`
    case 'not-met':
      return verdict.closed
        ? `Our record shows that the CPD requirement for ${year} was not met: ${countInWords(pack.wording.pieces, verdict.have.pieces)} counted, and ${verdict.needed.pieces} ${verdict.needed.pieces === 1 ? 'was' : 'were'} needed${peerShortfall(verdict)}.`
        : `You can still submit CPD for ${year}: you still need to ${missingInWords(pack, verdict)}.`
    case 'not-required':
      return `You did not have to record CPD for ${year}: ${whyNotRequired(pack, verdict.why, verdict.closingYear)}.`
  }
}

/** "submit 1 more different piece of CPD and add a peer reflection to 1 piece of CPD" */
export function missingInWords({ wording }: RulePack, { missing }: Pick<Verdict, 'missing'>): string {
  const parts: string[] = []
  if (missing.pieces > 0) parts.push(countInWords(wording.missingPieces, missing.pieces))
  if (missing.withPeerReflection > 0) {
    parts.push(countInWords(wording.missingPeerReflections, missing.withPeerReflection))
  }
  return inAList(parts)
}

/** "12 days left", for the day it is where the regulator is. */
export function daysLeftInWords(daysLeft: number): string {
  if (daysLeft === 0) return 'Today is the last day'
  return `${counted(daysLeft, 'day', 'days')} left`
}

function stillOpen({ current, waitsForCopying }: Standing, steps: readonly RenewalStep[]): string {
  const copying = `you have not marked it as copied to ${current.pack.names.regulator}`
  if (steps.length === 0) return copying
  return waitsForCopying ? `${copying}, and ${openStepsInWords(steps)}` : openStepsInWords(steps)
}

function isRecordStep(pack: RulePack, step: RenewalStep): boolean {
  return pack.steps.some(rule => rule.id === step.id && rule.toldBy === 'record')
}

function openStepsInWords(steps: readonly RenewalStep[]): string {
  const open = steps.filter(step => step.state === 'open')
  const [later] = steps.filter(step => step.state === 'not-open-yet')
  if (open.length > 0) return `you have not told us that ${theStepsAre(open)} done`
  return `${inAList(steps.map(step => step.name.toLowerCase()))} ${steps.length === 1 ? 'opens' : 'open'} on ${later ? formatDay(later.opensOn) : ''}`
}

/** "the renewal form and the registration fee are", "the registration fee is" */
function theStepsAre(steps: readonly RenewalStep[]): string {
  return `${inAList(steps.map(step => `the ${step.name.toLowerCase()}`))} ${steps.length === 1 ? 'is' : 'are'}`
}

function toldSuffix(pack: RulePack, steps: readonly RenewalStep[]): string {
  const told = steps.filter(step => step.state === 'done-you-told-us' && !isRecordStep(pack, step))
  return told.length === 0 ? '' : `, and you told us that ${theStepsAre(told)} done`
}

function peerShortfall({ missing }: Verdict): string {
  return missing.withPeerReflection > 0 ? ', and a peer reflection was missing' : ''
}

function whyNotRequired(pack: RulePack, why: WhyNotRequired, closingYear: number): string {
  const from = formatDay(dayInYear(pack, closingYear, pack.whoMust.registeredBefore))
  switch (why) {
    case 'joined-late':
      return `you joined the register on or after ${from}`
    case 'restored-late':
      return `you were restored to the register on or after ${from}`
    case 'voluntary-removal':
      return 'you told us that you applied for voluntary removal'
    case 'not-on-the-register':
      return 'the dates you gave us say that you are not on the register'
    case 'never-registered':
      return 'you told us that you are not on the register, and no CPD is required of somebody who is not'
  }
}
