import { emptyAnswers, type Answers } from '../../cpd/answers.ts'
import type { Question } from '../../schemes/rule-pack.ts'

/** What two or more people write together and have not signed yet. */
export interface SharedDraft {
  readonly kind: SharedDraftKind
  /** The relationship's id for an agreement, the session's for a joint record. */
  readonly aboutId: string
  readonly relationshipId: string
  readonly version: number
  readonly texts: Texts
  readonly changedAt: Date
  readonly changedBy: string
}

export type SharedDraftKind = 'agreement' | 'joint-record'

/** By question id, verbatim. */
export type Texts = Readonly<Record<string, string>>

export interface SharedQuestion {
  readonly id: string
  /** A short heading, for lists. */
  readonly label: string
  readonly question: string
  readonly hint: string
}

/** As a question of a piece of CPD: what marks, merges and tells apart the answers to those does the same for these. */
export function asQuestions(questions: readonly SharedQuestion[]): Question[] {
  return questions.map(asked => ({ ...asked, kind: 'text', required: false, mark: null }))
}

export function asAnswers(texts: Texts): Answers {
  return { ...emptyAnswers(), texts: { ...texts } }
}

/** Whether two drafts say the same; a question that was never answered says as much as an empty answer. */
export function saysTheSame(questions: readonly SharedQuestion[], one: Texts, other: Texts): boolean {
  return questions.every(({ id }) => (one[id] ?? '') === (other[id] ?? ''))
}
