import { dayFromParts } from '../platform/day.ts'
import type { Day } from '../platform/day.ts'
import { questionOfKind } from '../schemes/rule-pack.ts'
import type { RulePack } from '../schemes/rule-pack.ts'
import { saysSomething } from './answers.ts'
import type { Answers } from './answers.ts'
import { fingerprintOf, likenessOf } from './likeness.ts'

/** What the verdict needs to know of one submission, so that a page need not load any text. */
export type SubmittedVersion = VersionSummary & {
  number: number
  submittedAt: Date
  withdrawnAt: Date | null
}

/** Worked out once, when a piece is submitted, and stored beside it. */
export type VersionSummary = {
  activityDate: Day
  hasPeerReflection: boolean
  /** Equal for two pieces whose compared answers are the same once normalised: 64 hexadecimal digits. */
  fingerprint: string
  /** A sketch of the compared answers, from which the share of common writing is estimated: 128 characters or none. */
  likeness: string
}

/**
 * Sums up answers that `findProblems` has passed; throws for a date that is none.
 *
 * Which answers are compared is the pack's to say. The shipped packs leave out title, type, date and peer reflection:
 * the same writing under another date is not a different piece.
 */
export function summarise(pack: RulePack, answers: Answers): VersionSummary {
  const activityDate = dayFromParts(answers.date)
  if (activityDate === null)
    throw new Error('Only answers without problems can be summed up: the date is not one')
  const compared = pack.requirement.comparedQuestions.map(id => answers.texts[id] ?? '')
  return {
    activityDate,
    hasPeerReflection:
      questionOfKind(pack, 'peer-reflection') !== null && saysSomething(answers.peerReflection.text),
    fingerprint: fingerprintOf(compared),
    likeness: likenessOf(compared),
  }
}
