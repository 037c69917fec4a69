import type { z } from 'zod'
import type { rulePackSchema } from './rule-pack-schema.ts'

/**
 * One regulator's requirement from one day to another. What each part means is said in `rule-pack-schema.ts`, which
 * every pack has passed before anything sees it.
 */
export type RulePack = z.infer<typeof rulePackSchema>

/** All packs of one scheme, oldest first, with neither gap nor overlap. */
export type RulePacks = readonly RulePack[]

export type Question = RulePack['questions'][number]
export type QuestionKind = Question['kind']
export type PeerCategory = RulePack['peerCategories'][number]
export type RenewalStepRule = RulePack['steps'][number]
export type Reminder = RulePack['reminders'][number]
export type ReminderKind = Reminder['kind']
export type Plural = RulePack['wording']['pieces']
export type WorkedExample = RulePack['examples'][number]

export function questionOfKind(pack: RulePack, kind: QuestionKind): Question | null {
  return pack.questions.find(question => question.kind === kind) ?? null
}

/** '4.1 Feedback': a standard as it is shown, by number and name. */
export function standardInWords({ id, name }: RulePack['standards'][number]): string {
  return name.startsWith(id) ? name : `${id} ${name}`
}

/** '1 piece of CPD', '2 pieces of CPD' */
export function countInWords(plural: Plural, n: number): string {
  return (n === 1 ? plural.one : plural.other).replaceAll('{n}', String(n))
}
